"""Issuing the reports that a day owes: what the flows of months and of longer periods have in common."""

from collections.abc import Container
from datetime import date
from typing import NamedTuple

from prefect.client.schemas.objects import State
from sqlalchemy.orm import Session

from flows.office import Office, look, offices, transact
from flows.printing_papers import print_waiting
from flows.saying import did, language
from flows.showing import cell, link, show
from flows.steps import each, io_task, step
from planner.issuing import issue_report, scopes_without_report
from planner.language import N_, translate
from planner.models import Board, Organisation
from planner.reporting import ReportPeriod, owed_reports

WHOLE = N_("toàn cơ quan")
TITLE = N_("Báo cáo đã lập")
DRAFT = N_("dự thảo, chờ ban hành")
HEADER = (N_("Bản PDF"), N_("Báo cáo"), N_("Số liệu"), N_("Cơ quan"))


class Made(NamedTuple):
    """A report as the run's table shows it: `code` is empty while it waits for the secretariat."""

    office: str
    period: ReportPeriod
    document_id: int
    title: str
    code: str


@io_task("báo cáo {period.key}: {scope}, {office.name}")
def issue_one(office: Office, period: ReportPeriod, board_id: int | None, scope: str, day: date) -> Made | None:
    """Issues one report with its mails, in one transaction; None when somebody else has."""

    def work(session: Session) -> Made | None:
        board = session.get_one(Board, board_id) if board_id else None
        made = issue_report(session, session.get_one(Organisation, office.id), period, board, day)
        if made is None:
            return None
        session.flush()
        return Made(office.name, period, made.id, made.title, made.data["code"] if made.number else "")

    return transact(work)


def owed_by(office: Office, day: date) -> list[tuple[Office, ReportPeriod, int | None, str]]:
    """The reports that a day owes to an office and that are not there yet, with their scopes."""

    def work(session: Session) -> list[tuple[Office, ReportPeriod, int | None, str]]:
        organisation = session.get_one(Organisation, office.id)
        return [
            (office, period, board.id if board else None, board.name if board else translate(WHOLE, language()))
            for period in owed_reports(session, organisation, day)
            for board in scopes_without_report(session, organisation, period)
        ]

    return look(work)


def issue_owed(kinds: Container[str], day: date, message: str, key: str) -> State[str]:
    """Issues and prints the reports of some kinds that a day owes to any office; `message` says how many."""
    owed, unknown = each(owed_by, ((office, day) for office in offices()))
    calls = [(*one, day) for found in owed for one in found if one[1].kind in kinds]
    results, undone = each(step(issue_one), calls)
    made = [one for one in results if one]
    unprinted = print_waiting()
    show(key, TITLE, HEADER, map(_row, made))
    return did(message, [*unknown, *undone, *unprinted], day=f"{day:%d/%m/%Y}", count=len(made))


def _row(made: Made) -> list[str]:
    period, words = made.period, made.code or translate(DRAFT, language())
    days = f"{period.first:%d/%m/%Y} – {period.last:%d/%m/%Y}"
    return [link(words, f"/reports/{made.document_id}.pdf"), cell(made.title), days, cell(made.office)]
