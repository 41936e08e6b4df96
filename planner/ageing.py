"""The ages of what is overdue: the bands that the overdue review, the reports and the minutes tell alike."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.language import N_


@dataclass(frozen=True)
class Band:
    """An age in days late, both included; the last has no end."""

    label: str
    first: int
    last: int | None

    def holds(self, days: int) -> bool:
        return self.first <= days and (self.last is None or days <= self.last)


BANDS = (
    Band(N_("1–7 ngày"), 1, 7),
    Band(N_("8–30 ngày"), 8, 30),
    Band(N_("31–120 ngày"), 31, 120),
    Band(N_("trên 120 ngày"), 121, None),
)


def ages(days: Iterable[int]) -> list[int]:
    """How many of some days late lie in each band."""
    known = list(days)
    return [sum(band.holds(one) for one in known) for band in BANDS]
