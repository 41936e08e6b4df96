"""Every five minutes of the hours of mail: mails to people about what concerns them, at once or each morning."""

from datetime import date

from prefect.client.schemas.objects import State

from flows.making import office_flow
from flows.naming import timed
from flows.office import Office, look, offices, the_day, transact
from flows.saying import did
from flows.steps import each, io_task, step
from planner.clock import now
from planner.language import N_
from planner.models import Organisation
from planner.outbox import mail_time
from planner.telling import post_concerns

POSTED = N_("Ngày %(day)s: đã lập %(count)d thư báo việc.")


@io_task("báo việc: {office.name}")
def tell_office(office: Office, day: date) -> int:
    """Posts what one organisation's people are owed, in one transaction; gives how many mails."""
    is_open = look(mail_time).on(day)(now())
    return transact(lambda session: post_concerns(session, session.get_one(Organisation, office.id), day, is_open))


@office_flow(timed)
def tell_people(day: date | None = None) -> State[str]:
    """Posts what the day owes (default: today in Việt Nam); a second run posts nothing.

    A day off keeps everything, and so do the hours in which no mail goes out.
    """
    day = the_day(day)
    posted, undone = each(step(tell_office), [(office, day) for office in offices()])
    return did(POSTED, undone, day=f"{day:%d/%m/%Y}", count=sum(posted))
