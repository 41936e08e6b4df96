"""The monthly digest: one for the whole organisation and one for each board, each once a month."""

import calendar as months
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planner.counts import tasks_as_of
from planner.errors import Refusal
from planner.issuing.documents import is_issued, issue
from planner.issuing.recipients import headed_boards, of_board, of_organisation
from planner.language import N_
from planner.models import Board, Document, Organisation, Person, Plan
from planner.outbox.posting import post
from planner.outbox.texts import mail_text
from planner.settings import base_url
from planner.sheets.digest import digest_sheet
from planner.sheets.titles import title_of
from planner.workdays import WorkCalendar

Month = tuple[int, int]
STILL_RUNS = N_("Tháng %(month)s chưa kết thúc; báo cáo được lập từ ngày %(day)s. Trước đó chỉ xem trước số liệu.")


def owed_month(session: Session, organisation: Organisation, day: date, calendar: WorkCalendar) -> Month | None:
    """The month, as (year, month), whose digest is owed on a day in Việt Nam, issued or not.

    On a working day it is the month before: from its first working day on, so that a missed run is made up. None on a
    day off, without a plan, and for the time before the first plan was imported.
    """
    if not calendar.is_working(day):
        return None
    last = day.replace(day=1) - timedelta(days=1)
    imported = session.scalar(select(func.min(Plan.imported_on)).where(Plan.organisation_id == organisation.id))
    if imported is None or last < imported:
        return None
    return last.year, last.month


def scopes_without_digest(session: Session, organisation: Organisation, month: Month) -> list[Board | None]:
    """Whose digest of a month is missing: None for the whole organisation, then the boards that had tasks then.

    A board that only co-operates has one if somebody heads it: to nobody else would it say anything new.
    """
    last = _last_day(month)
    tasks = [t for t in tasks_as_of(session, organisation, month[0], last) if t.task.plan.imported_on <= last]
    held = {task.board_id for task in tasks}
    held |= {helper for task in tasks for helper in task.cooperator_ids} & headed_boards(session, organisation)
    scopes: list[Board | None] = [None, *(board for board in organisation.boards if board.id in held)]
    return [board for board in scopes if not is_issued(session, digest_key(organisation, month, board))]


def _last_day(month: Month) -> date:
    year, number = month
    return date(year, number, months.monthrange(year, number)[1])


def digest_key(organisation: Organisation, month: Month, board: Board | None) -> str:
    year, number = month
    return f"digest:{organisation.id}:{year}-{number:02}:{board.id if board else 'all'}"


def issue_digest(
    session: Session, organisation: Organisation, month: Month, board: Board | None, today: date
) -> Document | None:
    """Issues a month's digest, for the whole organisation or a board, with its mails; None when it was issued before.

    Goes to secretariat and leaders, or to the heads of the board (to the secretariat when it has none). Refuses a month
    that still runs: its digest would be issued once and for all, before its end is known. Never commits.
    """
    if today <= _last_day(month):
        raise Refusal(
            STILL_RUNS, month=f"{month[1]}/{month[0]}", day=f"{_last_day(month) + timedelta(days=1):%d/%m/%Y}"
        )
    document = issue(
        session, organisation, "digest", digest_key(organisation, month, board), today, board=board,
        sheet=lambda number: digest_sheet(
            session, organisation, month=month, board=board, number=number, issued_on=today
        ),
    )  # fmt: skip
    if document is not None:
        people = of_board(session, board) if board else of_organisation(session, organisation, "secretariat", "leader")
        _post(session, document, people)
    return document


def _post(session: Session, document: Document, people: Sequence[Person]) -> None:
    year, month = document.data["month"].split("-")
    counts = document.data["counts"]
    for person in people:
        text = mail_text(
            "digest", person.language, organisation=document.organisation.name, board=document.data["board"],
            month=f"{int(month)}/{year}", done=counts["done"], in_term=counts["in_term"] + counts["due_soon"],
            overdue=counts["overdue"], address=f"{base_url()}/",
        )  # fmt: skip
        subject = title_of(document.data, person.language)
        key = f"{document.key}:{person.email}"
        post(session, key, "digest", person.email, subject, text, document, document.organisation)
