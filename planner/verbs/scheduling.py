"""Moving a milestone to another time. The first period is kept for ever; every move has its reason."""

from datetime import date
from typing import Any

from planner.actor import Actor
from planner.deadlines import SpanLike
from planner.errors import Refusal
from planner.language import N_
from planner.models.change import Change
from planner.models.milestone import Milestone
from planner.text import clean, line
from planner.verbs._subject import Subject
from planner.wishes import Window, Wish
from planner.workdays import WorkCalendar


class Scheduling(Subject):
    """Verbs that change when a task is due. They belong to the secretariat."""

    def move_to_month(
        self, kind: str, year: int, month: int, by: Actor, today: date, reason: str, calendar: WorkCalendar
    ) -> None:
        """Điều chỉnh thời gian: the milestone takes the whole of a month."""
        self.require_role(by, "secretariat")
        self._take(kind, Wish.of_month(year, month), by, today, reason, calendar)

    def extend(self, kind: str, until: date, by: Actor, today: date, reason: str, calendar: WorkCalendar) -> None:
        """Gia hạn: a later written day as deadline; the start stays."""
        self.require_role(by, "secretariat")
        self._take(kind, Wish("extension", until), by, today, reason, calendar)

    def undate(self, kind: str, by: Actor, today: date, reason: str, calendar: WorkCalendar) -> None:
        """Bỏ thời hạn: the milestone's time is not known any more."""
        self.require_role(by, "secretariat")
        self._take(kind, Wish("undating"), by, today, reason, calendar)

    def revise_period(
        self, kind: str, text: str, span: SpanLike | None, by: Actor, today: date, reason: str, calendar: WorkCalendar
    ) -> None:
        """Theo bản ban hành lại: the plan as it is issued now names another time, or for the first time one.

        What is done is not moved. A time that the document no longer names is undated: the milestone stays.
        """
        self.require_role(by, "secretariat")
        if self.milestone(kind) is None:
            self.milestones.append(milestone := Milestone.planned(kind, text, span, calendar))
            self._record(by, "revise_period", today, {"milestone": kind}, milestone.facts(), reason)
        else:
            self._reschedule("revise_period", kind, span, text, by, today, reason, calendar)

    def take_back_period(self, change: Change, by: Actor, today: date, reason: str, calendar: WorkCalendar) -> None:
        """Rút lại điều chỉnh thời gian: the milestone has the period from before that line again."""
        self.require_role(by, "secretariat")
        self._give_back_period(change, by, today, reason, calendar)

    def _give_back_period(
        self, change: Change, by: Actor, today: date, reason: str, calendar: WorkCalendar,
        also: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        was: dict[str, Any] = change.before
        start, finish = (date.fromisoformat(was[key]) if was[key] else None for key in ("start", "finish"))
        window = Window(start, finish, was.get("rule", "window")) if start or finish else None
        kind: str = change.after["milestone"]
        self._reschedule("take_back_period", kind, window, was["text"], by, today, reason, calendar, also)

    def recompute_deadlines(self, by: Actor, today: date, reason: str, calendar: WorkCalendar) -> None:
        """Tính lại hạn: after a day off was corrected, which is the administrator's to do; periods stay as they are."""
        for milestone in self.milestones:
            before = milestone.facts()
            if milestone.done_on is None and milestone.recompute(calendar):
                self._record(by, "recompute", today, before, milestone.facts(), reason)

    def _take(
        self, kind: str, wish: Wish, by: Actor, today: date, reason: str, calendar: WorkCalendar,
        also: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        """The milestone takes the time that was wished; `also` is what the history keeps beside it."""
        milestone = self._open_milestone(kind)
        wish.check(milestone, today)
        self._reschedule(wish.verb, kind, wish.span(milestone), wish.text, by, today, reason, calendar, also)

    def _reschedule(
        self, verb: str, kind: str, span: SpanLike | None, text: str, by: Actor, today: date, reason: str,
        calendar: WorkCalendar, also: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        milestone = self._open_milestone(kind)
        if not (reason := clean(reason)):
            raise Refusal(N_("Vui lòng nhập lý do điều chỉnh thời gian."))
        before = milestone.facts()
        milestone.set_span(span, calendar)
        milestone.text = line(text)
        self._record(by, verb, today, before, milestone.facts() | (also or {}), reason)

    def _open_milestone(self, kind: str) -> Milestone:
        milestone = self.milestone(kind)
        if milestone is None:
            raise Refusal(N_("Nhiệm vụ này không có mốc thời gian đó."))
        if milestone.done_on is not None:
            raise Refusal(N_("Mốc này đã xong, không điều chỉnh thời gian được nữa."))
        return milestone
