"""The moves between states, each a verb with the field's own word. The moves table says what is allowed."""

from datetime import date
from typing import Any

from planner.actor import Actor
from planner.errors import NotAllowed, Refusal
from planner.language import N_, Word
from planner.moves import HELD, MOVES, NOT_BY_ROLE, NOT_BY_RULE, STATE_LABELS, Move, move_named
from planner.text import clean, line
from planner.verbs._subject import Subject


class Moving(Subject):
    """Verbs that move a task from state to state. `today` is the day in Việt Nam."""

    def begin_drafting(self, by: Actor, today: date) -> None:
        """Bắt đầu tham mưu: the submit milestone is opened."""
        move = self._allowed("drafting", by)
        self._go(move, by, today, self._open("submit", today))

    def begin_executing(self, by: Actor, today: date) -> None:
        """Bắt đầu thực hiện: the execute milestone is opened, if there is one."""
        move = self._allowed("execution", by)
        self._go(move, by, today, self._open("execute", today))

    def submit(self, by: Actor, today: date, paper_number: str, submitted_on: date) -> None:
        """Trình duyệt: with the paper's number and date; the date counts for the deadline."""
        move = self._allowed("submission", by)
        number = _needed(line(paper_number), N_("Vui lòng nhập số, ký hiệu văn bản trình."))
        _not_future(submitted_on, today)
        self.paper_number = number
        self._finish("submit", submitted_on)
        self._go(move, by, submitted_on, {"paper_number": number, "submitted_on": submitted_on.isoformat()})

    def approve(self, by: Actor, today: date) -> None:
        """Phê duyệt."""
        self._go(self._allowed("approval", by), by, today)

    def return_to_draft(self, by: Actor, today: date, reason: str) -> None:
        """Trả lại: the submit milestone is open again; the returned paper's number stays in the history."""
        move = self._allowed("return", by)
        reason = _reason(reason)
        before = {"paper_number": self.paper_number, "submitted_on": self._undo("submit")}
        self.paper_number = ""
        self._go(move, by, today, {}, reason, before)

    def close(self, by: Actor, today: date) -> None:
        """Kết thúc: approved work that has no execute milestone is done."""
        self._go(self._allowed("closing", by), by, today)

    def complete(self, by: Actor, today: date, result: str, done_on: date | None = None) -> None:
        """Báo cáo hoàn thành: with a line of result; `done_on` counts for the deadline."""
        move = self._allowed("completion", by)
        result = _needed(clean(result), N_("Vui lòng nhập kết quả thực hiện."))
        done_on = done_on or today
        _not_future(done_on, today)
        self.result = result
        self._finish("execute", done_on)
        self._go(move, by, done_on, {"result": result, "done_on": done_on.isoformat()})

    def reopen(self, by: Actor, today: date, reason: str) -> None:
        """Mở lại: done work goes on; its result stays in the history."""
        move = self._allowed("reopening", by)
        reason = _reason(reason)
        before = {"result": self.result, "done_on": self._undo("execute")}
        self.result = ""
        self._go(move, by, today, {}, reason, before)

    def postpone(self, by: Actor, today: date, reason: str, until: date | None = None) -> None:
        """Tạm hoãn: the clock rests; a flow resumes the work on `until`, if known."""
        move = self._allowed("postponement", by)
        reason = _reason(reason)
        if until is not None and until <= today:
            raise Refusal(N_("Ngày tiếp tục phải sau ngày hôm nay."))
        self.held_until = until
        self._go(move, by, today, {"until": until.isoformat()} if until else {}, reason)

    def resume(self, by: Actor, today: date) -> None:
        """Tiếp tục: back to where the work was."""
        self._go(self._allowed("resumption", by), by, today)

    def cancel(self, by: Actor, today: date, reason: str) -> None:
        """Hủy."""
        move = self._allowed("cancellation", by)
        self._go(move, by, today, {}, _reason(reason))

    def restore(self, by: Actor, today: date) -> None:
        """Khôi phục: back to where the work was before it was cancelled."""
        self._go(self._allowed("restoration", by), by, today)

    def _allowed(self, name: str, by: Actor) -> Move:
        """The line of the table for this move, or a refusal that says why."""
        move = move_named(name, self)
        places = {"source": Word(STATE_LABELS[self.state]), "target": _target_label(name)}
        if move is None:
            raise Refusal(NOT_BY_RULE, **places)
        if not move.roles & by.roles_on(self):
            raise NotAllowed(NOT_BY_ROLE, **places)
        return move

    def _go(
        self, move: Move, by: Actor, on: date, facts: dict[str, Any] | None = None, reason: str = "",
        was: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        """Changes the state and writes the history; holding remembers where the work was."""
        source, target = self.state, move.target or self.held_state or "planned"
        rested = {"until": self.held_until.isoformat()} if source == "postponed" and self.held_until else {}
        if move.target not in HELD:
            self.held_state = None
        elif source not in HELD:  # postponed work that is cancelled comes back to its column
            self.held_state = source
        if move.target != "postponed":
            self.held_until = None
        self.state = target
        before, after = {"state": source, **rested, **(was or {})}, {"state": target, **(facts or {})}
        self._record(by, move.name, on, before, after, reason)

    def _open(self, kind: str, today: date) -> dict[str, Any]:
        """Opens a milestone if it was not open yet; gives what the history keeps of that."""
        milestone = self.milestone(kind)
        if milestone is None or milestone.opened_on is not None:
            return {}
        milestone.opened_on = today
        return {"opened": kind}

    def _finish(self, kind: str, day: date) -> None:
        milestone = self.milestone(kind)
        if milestone:
            milestone.done_on = day

    def _undo(self, kind: str) -> str | None:
        """Opens a finished milestone again; gives the day on which it had been finished."""
        milestone = self.milestone(kind)
        if milestone is None or milestone.done_on is None:
            return None
        day, milestone.done_on = milestone.done_on, None
        return day.isoformat()


def _target_label(name: str) -> Word:
    move = next(m for m in MOVES if m.name == name)
    return Word(STATE_LABELS[move.target] if move.target else move.label)


def _needed(value: str, sentence: str) -> str:
    if not value:
        raise Refusal(sentence)
    return value


def _reason(reason: str) -> str:
    return _needed(clean(reason), N_("Vui lòng nhập lý do."))


def _not_future(day: date, today: date) -> None:
    if day > today:
        raise Refusal(N_("Ngày %(day)s chưa đến, không thể ghi nhận."), day=day.strftime("%d/%m/%Y"))
