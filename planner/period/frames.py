"""A rhythm inside a frame: "hằng tháng trong quý II" are its three months."""

from planner.period.marks import Mark
from planner.period.walk import Walk

_QUARTERS = 4


def in_quarter(walk: Walk, rhythm: Mark, others: list[Mark]) -> list[Mark] | None:
    """The months of the one quarter that stands right behind a monthly rhythm; None for anything else."""
    frame = others[0]
    plain = frame.join == "next" and not (frame.part or frame.prefix)
    if rhythm.count != 1 or len(others) > 1 or not plain or frame.unit != "quarter":
        return None
    if frame.number is None or not 1 <= frame.number <= _QUARTERS:
        return None
    walk.flags.add("recurring")
    last = 3 * frame.number
    return [Mark("month", month, year=frame.year, join="list") for month in range(last - 2, last + 1)]
