"""The words of an event or a to-do: what is to be done, what the document said, what changed and why."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from feeds.entries import History, MilestoneEntry, TaskEntry
from planner.language import N_, translate
from planner.models.milestone import LABELS as MILESTONES
from planner.moves import STATE_LABELS

MARKS = {"done": "✔ ", "cancelled": N_("Hủy: "), "postponed": N_("Tạm hoãn: ")}
COOPERATING = N_("Phối hợp")
LEFT = N_("Đã chuyển: ")
NO_LONGER_COOPERATING = N_("Thôi phối hợp: ")
DROPPED = N_("Không còn trong kế hoạch: ")
WHY_LEFT = N_("Việc này không còn thuộc lịch đang xem; được giữ ở dạng đã hủy để chương trình lịch cập nhật theo.")
WHY_DROPPED = N_("Bản ban hành lại không còn mốc này; được giữ ở dạng đã hủy để chương trình lịch cập nhật theo.")


def is_done(task: TaskEntry, milestone: MilestoneEntry) -> bool:
    return milestone.done_on is not None or task.state == "done"


def days_left(days: int, language: str) -> str:
    """What an alarm says beside the event's own summary."""
    if days == 0:
        return translate(N_("Hôm nay đến hạn"), language)
    return translate(N_("Còn %(count)s ngày"), language, count=days)


def summary(
    task: TaskEntry, milestone: MilestoneEntry, language: str, *, cooperating: bool = False, left: bool = False
) -> str:  # fmt: skip
    """Trình: Hội nghị … (lần 1/2), with a mark for what is done, put off, cancelled or gone, and for others' work."""
    mark = translate(_mark(task, milestone, cooperating=cooperating, left=left), language)
    ours = translate(COOPERATING, language) + ": " if cooperating and not left else ""
    text = f"{mark}{ours}{translate(MILESTONES[milestone.kind], language)}: {task.title}"
    if task.occurrences > 1:
        text += translate(N_(" (lần %(nth)s/%(of)s)"), language, nth=task.occurrence, of=task.occurrences)
    return text


def _mark(task: TaskEntry, milestone: MilestoneEntry, *, cooperating: bool, left: bool) -> str:
    if left:
        return NO_LONGER_COOPERATING if cooperating else LEFT
    if is_done(task, milestone):
        return MARKS["done"]
    return MARKS.get(task.state) or (DROPPED if milestone.is_dropped else "")


def categories(task: TaskEntry, language: str, *, cooperating: bool = False, tree: bool = False) -> tuple[str, ...]:
    """The board, before it what marks others' work, after it whose board it is where several organisations meet."""
    ours = (translate(COOPERATING, language),) if cooperating else ()
    return (*ours, task.board, *((task.organisation,) if tree else ()))


def description(task: TaskEntry, milestone: MilestoneEntry, language: str, *, left: bool = False) -> str:
    """What the plan said, the state, what became of it, and every change with its reason; one fact a line."""
    why = [WHY_LEFT] if left else [WHY_DROPPED] if milestone.is_dropped else []
    said = [translate(sentence, language) for sentence in why]
    said += [translate(message, language, text=text) for message, text in _facts(task, milestone, language) if text]
    return "\n".join([*said, *_changes(task, milestone, language)])


def _facts(task: TaskEntry, milestone: MilestoneEntry, language: str) -> list[tuple[str, str]]:
    return [
        (N_("Kế hoạch: %(text)s"), task.plan),
        (N_("Số thứ tự trong kế hoạch: %(text)s"), task.number),
        (N_("Bộ phận tham mưu: %(text)s"), task.board),
        (N_("Phối hợp: %(text)s"), ", ".join(task.cooperating)),
        (N_("Trình (theo văn bản): %(text)s"), task.submit_text),
        (N_("Thực hiện (theo văn bản): %(text)s"), task.execute_text),
        (N_("Trạng thái: %(text)s"), translate(STATE_LABELS[task.state], language)),
        (N_("Đã xong ngày: %(text)s"), _day(milestone.done_on)),
        (N_("Số văn bản trình: %(text)s"), task.paper_number),
        (N_("Kết quả: %(text)s"), task.result if milestone.kind == "execute" else ""),
        (N_("Thời gian hiện nay: %(text)s"), milestone.text if milestone.was_moved else ""),
        (N_("Thời gian ban đầu: %(text)s"), milestone.first_text if milestone.was_moved else ""),
    ]


def _changes(task: TaskEntry, milestone: MilestoneEntry, language: str) -> Iterator[str]:
    """The changes of this milestone and of the task as a whole, from the first on."""
    for change in task.history:
        if change.after.get("milestone", milestone.kind) == milestone.kind:
            what = _what(change, language)
            message = N_("%(day)s: %(what)s. Lý do: %(reason)s") if what else N_("%(day)s. Lý do: %(reason)s")
            yield translate(message, language, day=_day(change.on), what=what, reason=change.reason)


def _what(change: History, language: str) -> str:
    """From what to what: the time, the board or the state."""
    before, after = change.before, change.after
    if "milestone" in after:
        return _moved(before, after, language)
    if "board" in after:
        return f"{before.get('board') or '…'} → {after['board']}"
    if before.get("state") in STATE_LABELS and after.get("state") in STATE_LABELS:
        return " → ".join(translate(STATE_LABELS[facts["state"]], language) for facts in (before, after))
    return ""


def _moved(before: dict[str, Any], after: dict[str, Any], language: str) -> str:
    old, new = _written(before), _written(after)
    deadline = _written_day(after)
    if old == new:  # the same words, but a day off was corrected
        return f"{_written_day(before)} → {deadline}"
    if deadline == "…":
        return f"{old} → {new}"
    return translate(N_("%(old)s → %(new)s (hạn %(deadline)s)"), language, old=old, new=new, deadline=deadline)


def _written(facts: dict[str, Any]) -> str:
    return str(facts.get("text") or "…")


def _written_day(facts: dict[str, Any]) -> str:
    value = facts.get("deadline")
    return _day(date.fromisoformat(value)) if value else "…"


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
