"""Undo: a person takes back their own last move of a task, as if it had not been."""

from datetime import date
from typing import Any

from sqlalchemy import select

from planner.actor import Actor
from planner.errors import NotAllowed, Refusal
from planner.language import N_, Word
from planner.models.change import QUIET, Change
from planner.moves import HELD, MOVES, NOT_BY_ROLE, STATE_LABELS, Move
from planner.verbs.taking_back_times import (
    NOT_LAST,
    REFUSED,
    TIMES,
    UNDOING,
    TakingBackTimes,
    session_of,
    why_not_by_or_on,
)

TAKEN_BACK = "undo"  # the verb of its line in the history
DONE_ON = {"submit": "submitted_on", "execute": "done_on"}
ASKED_SINCE = N_("Sau bước đó đã có đề nghị đổi thời gian mới; giải quyết đề nghị ấy trước.")


class TakingBack(TakingBackTimes):
    """The verb that undoes a move. The history keeps both lines; what counts as of a day is as before the move.

    Files that came with it stay on the task.
    """

    def undo(self, by: Actor, today: date) -> None:
        """Hoàn tác: only the last line of the task's history, if it is a move that this person made today.

        A move's line counts for the day of the move that it takes back: a paper's date in the past goes there too.
        """
        line = self._last_line()
        if (why := self._why_not_undo(line, by, today)) or line is None:
            raise NotAllowed(why or NOT_LAST, source=Word(STATE_LABELS[self.state]), target=Word(UNDOING))
        if line.verb in (*TIMES, REFUSED):
            self.take_back_time(line, by, today)
        else:
            self._take_back_move(line, by)

    def _take_back_move(self, line: Change, by: Actor) -> None:
        was, became = line.before, line.after
        self._take_back_facts(was, became)
        self._take_back_holding(was["state"], became["state"], was.get("until"))
        self.state = was["state"]
        self.tell_nobody(line)
        self._record(by, TAKEN_BACK, line.on, became, was | {"undone": line.id})

    def may_undo(self, by: Actor, today: date) -> bool:
        """Whether this person may take back the last move now."""
        return not self._why_not_undo(self._last_line(), by, today)

    def _why_not_undo(self, line: Change | None, by: Actor, today: date) -> str:
        """A sentence, or "" when nothing stands against it."""
        if line is None:
            return NOT_LAST
        if line.verb in (*TIMES, REFUSED):
            return self._why_not_undo_time(line, by, today) or self.why_not_beside_review(line)
        move = _move_of(line)
        if move is None or line.after.get("state") != self.state:
            return ASKED_SINCE if line.verb == "ask_time" else NOT_LAST
        if why := why_not_by_or_on(line, by, today):
            return why
        return self.why_not_beside_review(line) if move.roles & by.roles_on(self) else NOT_BY_ROLE

    def _last_line(self) -> Change | None:
        """What was only said, attached or reminded of since stands in no move's way."""
        changing = Change.verb.not_in((*QUIET, "note", "remind"))
        lines = select(Change).where(Change.task_id == self.id, changing).order_by(Change.id.desc())
        return session_of(self).scalars(lines.limit(1)).first()

    def _take_back_facts(self, was: dict[str, Any], became: dict[str, Any]) -> None:
        """Paper, result and days: what the move wrote goes, what it took away comes back."""
        for kind, key in DONE_ON.items():
            if key in became or key in was:
                self._milestone_of(kind).done_on = _day(was.get(key))
        if "paper_number" in became or "paper_number" in was:
            self.paper_number = was.get("paper_number", "")
        if "result" in became or "result" in was:
            self.result = was.get("result", "")
        if opened := became.get("opened"):
            self._milestone_of(opened).opened_on = None

    def _take_back_holding(self, source: str, target: str, until: str | None) -> None:
        """Where held work was, and until when it rests."""
        if source not in HELD:
            self.held_state = None
        elif target not in HELD:
            self.held_state = target
        self.held_until = _day(until)

    def _milestone_of(self, kind: str) -> Any:
        milestone = self.milestone(kind)
        if milestone is None:
            raise Refusal(NOT_LAST)
        return milestone


def _move_of(line: Change) -> Move | None:
    """The line of the moves table that a line of history is about."""
    return next((m for m in MOVES if m.name == line.verb and line.before.get("state") in m.sources), None)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
