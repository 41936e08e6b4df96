"""What is said about a task in a review: a line of its history that moves nothing."""

from datetime import date

from planner.actor import Actor
from planner.errors import Refusal
from planner.language import N_
from planner.models.change import Change
from planner.text import clean
from planner.verbs._subject import Subject


class Noting(Subject):
    """The verbs that keep an opinion, and take it back."""

    def note(self, text: str, by: Actor, today: date) -> None:
        """Ghi ý kiến: the secretariat's or a leader's word on the task, for its history and the review's minutes."""
        self.require_role(by, "secretariat", "leader")
        if not (text := clean(text).strip()):
            raise Refusal(N_("Vui lòng nhập ý kiến."))
        self._record(by, "note", today, {}, {}, text)

    def take_back_note(self, change: Change, by: Actor, today: date, reason: str) -> None:
        """Rút lại ý kiến: what was said stays in the history, beside that it no longer holds."""
        self.require_role(by, "secretariat", "leader")
        self._record(by, "take_back_note", today, {"note": change.reason}, {}, reason)
