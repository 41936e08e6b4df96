"""The time that is wished for a milestone, by who decides or who asks: a whole month, a later day, or none."""

import calendar as months
from dataclasses import dataclass
from datetime import date

from planner.deadlines import SpanLike
from planner.errors import Refusal
from planner.language import N_
from planner.models.milestone import Milestone

VERBS = {"month": "move_month", "extension": "extend", "undating": "undate"}  # as the history calls them


@dataclass(frozen=True, slots=True)
class Window:
    """A span of days, both included."""

    start: date | None
    finish: date | None
    rule: str = "window"


def whole_month(year: int, month: int) -> Window:
    """The span of a month; moving to a month means the whole of it."""
    return Window(date(year, month, 1), date(year, month, months.monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Wish:
    """`what` is month, extension or undating; `day` the month's first day, or the new deadline."""

    what: str
    day: date | None = None

    @classmethod
    def of_month(cls, year: int, month: int) -> "Wish":
        return cls("month", date(year, month, 1))

    @property
    def verb(self) -> str:
        return VERBS[self.what]

    @property
    def text(self) -> str:
        """The milestone's words once the wish is granted, in the language of plans."""
        if self.day is None:
            return "Chưa xác định"
        return f"Tháng {self.day.month}/{self.day.year}" if self.what == "month" else f"Đến {self.day:%d/%m/%Y}"

    def span(self, milestone: Milestone) -> SpanLike | None:
        """The days that it gives: the whole month, or from the present start until the new day."""
        if self.day is None:
            return None
        if self.what == "month":
            return whole_month(self.day.year, self.day.month)
        return Window(milestone.start, self.day, "day")

    def check(self, milestone: Milestone, today: date) -> None:
        """Refuses an extension that is none."""
        if self.what != "extension" or self.day is None:
            return
        if self.day <= today or (milestone.deadline and self.day <= milestone.deadline):
            raise Refusal(N_("Hạn mới phải sau hạn hiện tại và sau ngày hôm nay."))
