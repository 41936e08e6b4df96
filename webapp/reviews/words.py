"""What the pages of a session say of an item, and how they know whether what they show is still so."""

from planner.called import called
from planner.language import N_
from planner.models import ReviewItem, ReviewLine, ReviewSession
from planner.reviewing import is_settled
from printing.decisions import decided_text
from webapp.language import current_language, say

STATES = {"decided": N_("Đã kết luận"), "settled": N_("Đã giải quyết ngoài phiên"), "left": N_("Chưa xem xét")}


def state_of(item: ReviewItem) -> str:
    if item.decisions:
        return "decided"
    return "settled" if is_settled(item) else "left"


def decision_words(line: ReviewLine) -> str:
    """Gia hạn đến ngày 30/06/2026. Chờ số liệu: as the minutes will say it."""
    return decided_text({"kind": line.kind, "to": line.to, "why": line.why}, current_language())


def token(review: ReviewSession) -> str:
    """Changes with whatever the pages show: a decision, its taking back, a change of a task, the chair, the end."""
    lines = [line for item in review.items for line in item.lines]
    undone = sum(line.undone_at is not None for line in lines)
    versions = sum(item.task.version for item in review.items)
    return f"{len(lines)}.{undone}.{versions}.{review.chair}.{int(review.is_open)}"


def latest_words(review: ReviewSession) -> str:
    """What was decided last, for who listens along: Số 4: Gia hạn đến ngày 30/06/2026."""
    lines = [line for item in review.items for line in item.decisions]
    if not lines:
        return ""
    last = max(lines, key=lambda line: line.id)
    return say(N_("Nhiệm vụ %(number)s: %(decision)s"), number=called(last.item.task), decision=decision_words(last))
