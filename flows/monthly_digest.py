"""On the first working day of a month, or as soon as may be after it: the digests of the month before."""

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
from planner.issuing import issue_digest, owed_month
from planner.issuing.digests import Month, scopes_without_digest
from planner.language import N_
from planner.models import Board, Organisation, work_calendar

ISSUED = N_("Ngày %(day)s: đã lập %(count)d báo cáo tháng.")
WHOLE = N_("toàn cơ quan")


@task(task_run_name="báo cáo {month[1]}/{month[0]}: {scope}, {office.name}", cache_policy=NO_CACHE)
def issue_one(office: Office, month: Month, board_id: int | None, scope: str, day: date) -> bool:
    """Issues one digest with its mails, in one transaction; False when somebody else has."""

    def work(session: Session) -> bool:
        board = session.get_one(Board, board_id) if board_id else None
        return issue_digest(session, session.get_one(Organisation, office.id), month, board, day) is not None

    return transact(work)


@flow(name="monthly_digest", flow_run_name=dated("monthly_digest"))
def monthly_digest(day: date | None = None) -> State[str]:
    """Issues and prints the digests that the day owes (default: today in Việt Nam); a second run issues nothing."""
    day = the_day(day)
    issued = sum(step(issue_one)(*one, day) for office in offices() for one in _owed(office, day))
    print_waiting()
    return did(ISSUED, day=f"{day:%d/%m/%Y}", count=issued)


def _owed(office: Office, day: date) -> list[tuple[Office, Month, int | None, str]]:
    def work(session: Session) -> list[tuple[Office, Month, int | None, str]]:
        organisation = session.get_one(Organisation, office.id)
        month = owed_month(session, organisation, day, work_calendar(session))
        if month is None:
            return []
        scopes = scopes_without_digest(session, organisation, month)
        return [(office, month, board.id if board else None, board.name if board else WHOLE) for board in scopes]

    return look(work)
