"""On working mornings: one reminder letter to each board that has something due soon or overdue."""

from datetime import date
from typing import NamedTuple

from prefect.client.schemas.objects import State
from sqlalchemy.orm import Session

from flows.making import office_flow
from flows.naming import dated
from flows.office import Office, look, offices, the_day, transact
from flows.printing_papers import print_waiting
from flows.saying import did
from flows.showing import cell, link, show
from flows.steps import each, io_task, step
from planner.language import N_
from planner.models import Board, Document, Organisation
from planner.reminding import boards_owed, issue_reminder

ISSUED = N_("Ngày %(day)s: đã lập %(count)d phiếu nhắc việc.")
SOME_WAIT = N_(
    "Ngày %(day)s: đã lập %(count)d phiếu nhắc việc; %(waiting)d bộ phận chưa lập được (chưa có người nhận, hoặc đã có "
    "phiếu trong ngày)."
)
TITLE = N_("Phiếu nhắc việc đã lập")
HEADER = (N_("Bản PDF"), N_("Bộ phận"), N_("Số nhiệm vụ"), N_("Cơ quan"))


class Letter(NamedTuple):
    """A letter as the run's table shows it."""

    office: str
    board: str
    items: int
    document_id: int
    code: str


@io_task("nhắc việc: {board}, {office.name}")
def remind_board(office: Office, board_id: int, board: str, day: date) -> Letter | None:
    """Issues the letter to one board with its mails, in one transaction; None when nothing is owed any more."""

    def work(session: Session) -> Letter | None:
        organisation = session.get_one(Organisation, office.id)
        made = issue_reminder(session, organisation, session.get_one(Board, board_id), day)
        return _letter(session, office, board, made) if made else None

    return transact(work)


def _letter(session: Session, office: Office, board: str, made: Document) -> Letter:
    session.flush()
    return Letter(office.name, board, len(made.data["items"]), made.id, made.data["code"])


@office_flow(dated)
def send_reminders(day: date | None = None) -> State[str]:
    """Issues and prints what the day owes (default: today in Việt Nam); a second run reminds nobody."""
    day = the_day(day)
    owed, unknown = each(_owed, [(office, day) for office in offices()])
    results, undone = each(step(remind_board), [(*one, day) for found in owed for one in found])
    letters = [letter for letter in results if letter]
    unprinted = print_waiting()
    show("send-reminders", TITLE, HEADER, map(_row, letters))
    waiting = len(results) - len(letters)
    message = SOME_WAIT if waiting else ISSUED
    refused = [*unknown, *undone, *unprinted]
    return did(message, refused, day=f"{day:%d/%m/%Y}", count=len(letters), waiting=waiting)


def _owed(office: Office, day: date) -> list[tuple[Office, int, str]]:
    def work(session: Session) -> list[tuple[Office, int, str]]:
        boards = boards_owed(session, session.get_one(Organisation, office.id), day)
        return [(office, board.id, board.name) for board in boards]

    return look(work)


def _row(letter: Letter) -> list[str]:
    address = f"/reports/{letter.document_id}.pdf"
    return [link(letter.code, address), cell(letter.board), str(letter.items), cell(letter.office)]
