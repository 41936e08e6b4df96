"""Reports of a month, quarter, half-year or year: one for the whole organisation and one for each board, each once."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from planner.actor import Actor, flow
from planner.counts import tasks_as_of
from planner.errors import Refusal
from planner.issuing.choices import waiting_kinds
from planner.issuing.documents import Matter, draft, is_known, issue
from planner.issuing.mailing import post_document, tell_that_it_waits
from planner.issuing.periods import report_key
from planner.issuing.recipients import headed_boards
from planner.language import N_
from planner.models import Board, Document, Organisation
from planner.reporting import ReportPeriod
from planner.sheets.digest import digest_sheet
from planner.sheets.titles import period_text

REPORTS = flow("periodic_reports")
STILL_RUNS = N_("Kỳ báo cáo %(period)s chưa kết thúc; báo cáo được lập từ ngày %(day)s. Trước đó chỉ xem trước.")


def scopes_without_report(session: Session, organisation: Organisation, period: ReportPeriod) -> list[Board | None]:
    """Whose report of a period is missing: None for the whole organisation, then the boards that had tasks then.

    A board that only co-operates has one if somebody heads it: to nobody else would it say anything new.
    """
    last = period.last
    tasks = [t for t in tasks_as_of(session, organisation, period.year, last) if t.task.plan.imported_on <= last]
    held = {task.board_id for task in tasks}
    held |= {helper for task in tasks for helper in task.cooperator_ids} & headed_boards(session, organisation)
    scopes: list[Board | None] = [None, *(board for board in organisation.boards if board.id in held)]
    return [board for board in scopes if not is_known(session, report_key(organisation, period, board))]


def issue_report(
    session: Session, organisation: Organisation, period: ReportPeriod, board: Board | None, today: date,
    by: Actor = REPORTS,
) -> Document | None:  # fmt: skip
    """A period's report, for the whole organisation or a board; None when there is one, in whatever state.

    Issued with its mails, or kept as a draft where the office's secretariat releases this kind: then the secretariat is
    told that it waits. Refuses a period that still runs: its end is not known yet. Never commits.
    """
    if today <= period.last:
        told = {"kind": period.kind, "year": period.year, "nth": period.nth}
        first = period.last + timedelta(days=1)
        raise Refusal(STILL_RUNS, period=period_text(told), day=f"{first:%d/%m/%Y}")
    key = report_key(organisation, period, board)
    matter = Matter(key, period.first, period.last, board, period=period.key)

    def sheet(number: int) -> dict[str, object]:
        return digest_sheet(session, organisation, period=period, board=board, number=number, issued_on=today)

    if period.kind not in waiting_kinds(session, organisation):
        issued = issue(session, organisation, matter, today, sheet, by)
        return post_document(session, issued) if issued else None
    waiting = draft(session, organisation, matter, today, sheet, by)
    return tell_that_it_waits(session, waiting) if waiting else None
