"""On working mornings: one reminder letter to each board that has something due soon or overdue."""

from datetime import date

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from sqlalchemy.orm import Session

from flows.naming import dated
from flows.office import Office, look, offices, the_day, transact
from flows.printing_papers import print_waiting
from flows.saying import did
from flows.steps import step
from planner.language import N_
from planner.models import Board, Organisation
from planner.reminding import boards_owed, issue_reminder

ISSUED = N_("Ngày %(day)s: đã lập %(count)d phiếu nhắc việc.")
SOME_WAIT = N_(
    "Ngày %(day)s: đã lập %(count)d phiếu nhắc việc; %(waiting)d bộ phận chưa lập được (chưa có người nhận, hoặc đã có "
    "phiếu trong ngày)."
)


@task(task_run_name="nhắc việc: {board}, {office.name}", cache_policy=NO_CACHE)
def remind_board(office: Office, board_id: int, board: str, day: date) -> bool:
    """Issues the letter to one board with its mails, in one transaction; False when nothing is owed any more."""

    def work(session: Session) -> bool:
        organisation = session.get_one(Organisation, office.id)
        return issue_reminder(session, organisation, session.get_one(Board, board_id), day) is not None

    return transact(work)


@flow(name="send_reminders", flow_run_name=dated("send_reminders"))
def send_reminders(day: date | None = None) -> State[str]:
    """Issues and prints what the day owes (default: today in Việt Nam); a second run reminds nobody."""
    day = the_day(day)
    results = [step(remind_board)(*one, day) for office in offices() for one in _owed(office, day)]
    print_waiting()
    issued, waiting = results.count(True), results.count(False)
    return did(SOME_WAIT if waiting else ISSUED, day=f"{day:%d/%m/%Y}", count=issued, waiting=waiting)


def _owed(office: Office, day: date) -> list[tuple[Office, int, str]]:
    def work(session: Session) -> list[tuple[Office, int, str]]:
        boards = boards_owed(session, session.get_one(Organisation, office.id), day)
        return [(office, board.id, board.name) for board in boards]

    return look(work)
