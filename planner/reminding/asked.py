"""The secretariat's own reminder: one click in the overdue review, one letter, at most once a day for a milestone."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import NotAllowed, Refusal
from planner.issuing.recipients import of_board
from planner.language import N_
from planner.models import Board, Document, Notice, Organisation, Task
from planner.models.change import record
from planner.once import take_turns
from planner.reminding.letters import write_letter
from planner.reminding.owing import Owed, current_of
from planner.reminding.slots import Slot

NOT_YOURS = N_("Chỉ Văn phòng được gửi phiếu nhắc việc.")
NOT_OF_BOARD = N_("Nhiệm vụ “%(title)s” không thuộc %(board)s.")
NOTHING_OPEN = N_("Các nhiệm vụ đã chọn không còn mốc nào cần nhắc.")
SENT_TODAY = N_("Hôm nay đã gửi phiếu nhắc việc về các nhiệm vụ này; không gửi thêm.")
NOBODY = N_("Chưa có người nhận: %(board)s chưa có trưởng ban và cơ quan chưa có Văn phòng.")


def remind_now(
    session: Session, organisation: Organisation, board: Board, tasks: Sequence[Task], by: Actor, today: date
) -> Document:
    """Issues a letter to a board about these tasks' current milestones, on any day. Never commits.

    Milestones already asked about today are left out. Refuses when nothing is left, when there is nobody to send it
    to, and anybody but the secretariat.
    """
    if not by.has("secretariat", organisation.id):
        raise NotAllowed(NOT_YOURS)
    take_turns(session, organisation)
    asked = _not_yet_asked(session, _open(board, tasks, today))
    people = of_board(session, board)
    if not people:
        raise Refusal(NOBODY, board=board.name)
    key = _key(session, organisation, board, today)
    document = write_letter(session, organisation, board, asked, key, today, people, by)
    if document is None:
        raise Refusal(SENT_TODAY)
    for one in asked:
        record(organisation, by, "remind", today, after={"document": document.data["code"]}, task=one.task)
    return document


def _open(board: Board, tasks: Sequence[Task], today: date) -> list[Owed]:
    for task in tasks:
        if task.board_id != board.id:
            raise Refusal(NOT_OF_BOARD, title=task.title, board=board.name)
    found = [(task, current) for task in dict.fromkeys(tasks) if (current := current_of(task))]
    if not found:
        raise Refusal(NOTHING_OPEN)
    return [Owed(task, current, Slot("asked", (f"asked:{current.id}:{today}",))) for task, current in found]


def _not_yet_asked(session: Session, items: list[Owed]) -> list[Owed]:
    keys = [key for item in items for key in item.slot.keys]
    noted = set(session.scalars(select(Notice.key).where(Notice.key.in_(keys))))
    left = [item for item in items if not noted.issuperset(item.slot.keys)]
    if not left:
        raise Refusal(SENT_TODAY)
    return left


def _key(session: Session, organisation: Organisation, board: Board, today: date) -> str:
    """A board may be asked about other tasks later on the same day, so the letters of a day are counted."""
    start = f"asked:{organisation.id}:{board.id}:{today}:"
    count = session.scalar(select(func.count()).where(Document.key.startswith(start, autoescape=True))) or 0
    return f"{start}{count + 1}"
