"""What is said about a task in a review: a line of its history that moves nothing."""

from datetime import date

from planner.actor import Actor
from planner.errors import Refusal
from planner.language import N_
from planner.text import clean
from planner.verbs._subject import Subject


class Noting(Subject):
    """The verb that keeps an opinion."""

    def note(self, text: str, by: Actor, today: date) -> None:
        """Ghi ý kiến: the secretariat's or a leader's word on the task, for its history and the review's minutes."""
        self.require_role(by, "secretariat", "leader")
        if not (text := clean(text).strip()):
            raise Refusal(N_("Vui lòng nhập ý kiến."))
        self._record(by, "note", today, {}, {}, text)
