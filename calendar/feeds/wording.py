"""The words of an event: what is to be done, and what the document said."""

from planner.language import N_, translate
from planner.models import Milestone, Task
from planner.models.milestone import LABELS as MILESTONES
from planner.moves import STATE_LABELS

MARKS = {"done": "✔ ", "cancelled": N_("Hủy: "), "postponed": N_("Tạm hoãn: ")}


def is_done(task: Task, milestone: Milestone) -> bool:
    return milestone.done_on is not None or task.state == "done"


def days_left(days: int, language: str) -> str:
    """What an alarm says beside the event's own summary."""
    return translate(N_("Còn %(days)s ngày"), language, days=days)


def summary(task: Task, milestone: Milestone, language: str) -> str:
    """Trình: Hội nghị … (lần 1/2), with a mark for what is done, put off or cancelled."""
    mark = MARKS["done"] if is_done(task, milestone) else translate(MARKS.get(task.state, ""), language)
    text = f"{mark}{translate(MILESTONES[milestone.kind], language)}: {task.title}"
    if task.occurrences > 1:
        text += translate(N_(" (lần %(nth)s/%(of)s)"), language, nth=task.occurrence, of=task.occurrences)
    return text


def description(task: Task, milestone: Milestone, language: str) -> str:
    """What the plan said, the state, and the first period of a milestone that was moved; one fact a line."""
    row = task.row
    facts = [
        (N_("Kế hoạch: %(text)s"), task.plan.title),
        (N_("Số thứ tự trong kế hoạch: %(text)s"), task.number),
        (N_("Bộ phận tham mưu: %(text)s"), task.board.name),
        (N_("Phối hợp: %(text)s"), ", ".join(row.cooperating)),
        (N_("Trình (theo văn bản): %(text)s"), row.submit_text),
        (N_("Thực hiện (theo văn bản): %(text)s"), row.execute_text),
        (N_("Trạng thái: %(text)s"), translate(STATE_LABELS[task.state], language)),
        (N_("Đã xong ngày: %(text)s"), f"{milestone.done_on:%d/%m/%Y}" if milestone.done_on else ""),
        (N_("Số văn bản trình: %(text)s"), task.paper_number),
        (N_("Thời gian hiện nay: %(text)s"), milestone.text if milestone.was_moved else ""),
        (N_("Thời gian ban đầu: %(text)s"), milestone.first_text if milestone.was_moved else ""),
    ]
    return "\n".join(translate(message, language, text=text) for message, text in facts if text)
