"""A rhythm inside a frame: "hằng tháng trong quý II", "hằng quý trong 6 tháng đầu năm"."""

from planner.period.marks import Mark
from planner.period.walk import Walk

_UNITS = {1: "month", 3: "quarter"}
_FOURTH, _LAST_MONTH = 4, 12


def in_frame(walk: Walk, rhythm: Mark, others: list[Mark]) -> list[Mark] | None:
    """The months or quarters of the one frame that stands right behind the rhythm; None for anything else."""
    frame, unit = others[0], _UNITS.get(rhythm.count)
    if unit is None or len(others) > 1 or frame.join != "next" or frame.prefix:
        return None
    ends = _months_of(frame)
    if ends is None or (ends[1] - ends[0] + 1) % rhythm.count:
        return None
    walk.flags.add("recurring")
    numbers = range((ends[0] - 1) // rhythm.count + 1, ends[1] // rhythm.count + 1)
    return [Mark(unit, number, year=frame.year, join="list") for number in numbers]


def _months_of(frame: Mark) -> tuple[int, int] | None:
    """First and last month of a quarter, or of the first or last months of a year."""
    if frame.unit == "quarter" and not frame.part and frame.number and frame.number <= _FOURTH:
        return 3 * frame.number - 2, 3 * frame.number
    if frame.unit == "months" and frame.part and 1 <= frame.count <= _LAST_MONTH:
        return (1, frame.count) if frame.part == "đầu" else (_LAST_MONTH + 1 - frame.count, _LAST_MONTH)
    return None
