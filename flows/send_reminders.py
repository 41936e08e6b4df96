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
from planner.language import N_
from planner.models import Board, Organisation
from planner.reminding import boards_owed, issue_reminder

ISSUED = N_("Ngày %(day)s: đã lập %(count)d phiếu nhắc việc.")


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
    issued = sum(remind_board(*one, day) for office in offices() for one in _owed(office, day))
    print_waiting()
    return did(ISSUED, day=f"{day:%d/%m/%Y}", count=issued)


def _owed(office: Office, day: date) -> list[tuple[Office, int, str]]:
    def work(session: Session) -> list[tuple[Office, int, str]]:
        boards = boards_owed(session, session.get_one(Organisation, office.id), day)
        return [(office, board.id, board.name) for board in boards]

    return look(work)
