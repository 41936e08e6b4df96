"""From a draft to a plan: rows as issued, boards, tasks and milestones, in the caller's one transaction."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import Refusal
from planner.language import N_
from planner.models import Board, File, Milestone, Organisation, Plan, PlanRow, Target, Task, work_calendar
from planner.models.change import record
from planner.reading.serialise import section_as_json, target_as_json
from planner.text import line
from planner.workdays import WorkCalendar

if TYPE_CHECKING:
    from planner.period import Period, Span
    from planner.reading import PlanDraft, RowDraft

NO_BOARD = "Chưa xác định bộ phận"


def same_document(session: Session, organisation: Organisation, sha256: str) -> Plan | None:
    """The plan that was imported from exactly these bytes, if any."""
    query = select(Plan).where(Plan.organisation_id == organisation.id, Plan.sha256 == sha256)
    return session.scalars(query).first()


def import_plan(
    session: Session, organisation: Organisation, draft: "PlanDraft", by: Actor, today: date, file: File | None = None
) -> tuple[Plan, bool]:
    """Stores a plan; gives it and whether it is new. The same bytes again change nothing.

    Refuses the same plan in other bytes, and a draft with neither rows nor running text. Never commits.
    """
    if known := same_document(session, organisation, draft.sha256):
        return known, False
    _refuse_copy(session, organisation, draft)
    plan = _plan(organisation, draft, today, file)
    session.add(plan)
    calendar = work_calendar(session)
    for position, row in enumerate(draft.rows, 1):
        _add_row(plan, row, position, calendar)
    _name_cooperators(plan)
    session.flush()
    _tell_history(session, plan, by, today)
    return plan, True


def _refuse_copy(session: Session, organisation: Organisation, draft: "PlanDraft") -> None:
    if not draft.rows and not draft.outline:
        raise Refusal(N_("Không có dòng kế hoạch nào để nhập."))
    query = select(Plan).where(Plan.organisation_id == organisation.id, Plan.fingerprint == draft.fingerprint)
    if copy := session.scalars(query).first():
        raise Refusal(
            N_("Kế hoạch này đã được nhập ngày %(day)s từ một tệp khác (“%(title)s”), nên không nhập lại."),
            day=copy.imported_on.strftime("%d/%m/%Y"), title=copy.title,
        )  # fmt: skip


def _plan(organisation: Organisation, draft: "PlanDraft", today: date, file: File | None) -> Plan:
    plan = Plan(
        organisation=organisation, title=line(draft.title) or line(draft.file_name), number=line(draft.number or ""),
        issued_on=draft.date, first_year=draft.years.first, last_year=draft.years.last,
        sha256=draft.sha256, fingerprint=draft.fingerprint, file=file, imported_on=today,
        outline=[section_as_json(section) for section in draft.outline],
    )  # fmt: skip
    for position, target in enumerate(draft.targets, 1):
        json = target_as_json(target)
        plan.targets.append(
            Target(
                position=position, number=json["number"] or "", text=json["text"], measures=json["measures"],
                level=json["level"] or "", due=json["due"] or "",
            )
        )  # fmt: skip
    return plan


def _add_row(plan: Plan, draft: "RowDraft", position: int, calendar: WorkCalendar) -> None:
    row = PlanRow(
        position=position, number=draft.number, title=draft.title, board_text=draft.board_text or draft.board,
        cooperating=list(draft.cooperating), section=draft.section or "", source=str(draft.source),
        submit_text=draft.submit.text if draft.submit else "",
        execute_text=draft.execute.text if draft.execute else "",
        questions=[str(question) for question in draft.questions],
    )  # fmt: skip
    plan.rows.append(row)
    board = _board(plan.organisation, draft.board)
    for nth, occurrence in enumerate(draft.occurrences, 1):
        task = Task(
            organisation=plan.organisation, plan=plan, board=board, number=draft.number, title=draft.title,
            occurrence=nth, occurrences=len(draft.occurrences), position=position, state="planned", version=1,
        )  # fmt: skip
        row.tasks.append(task)
        for kind, period, span in draft.milestones(occurrence):
            _add_milestone(task, kind, period, span, calendar)


def _name_cooperators(plan: Plan) -> None:
    """When every lead has its board: a row may name one that only a later row makes known."""
    for row in plan.rows:
        for task in row.tasks:
            task.name_cooperators(row.cooperating)


def _add_milestone(task: Task, kind: str, period: "Period", span: "Span | None", calendar: WorkCalendar) -> None:
    text = period.text if task.occurrences == 1 or span is None else _span_text(span)
    task.milestones.append(Milestone.planned(kind, text, span, calendar))


def _span_text(span: "Span") -> str:
    """The words for one occurrence's own span, since the document's words name them all."""
    start, finish = span.start, span.finish
    if start and finish and start.day == 1 and (start.year, start.month) == (finish.year, finish.month):
        return f"Tháng {start.month}/{start.year}"
    return " - ".join(day.strftime("%d/%m/%Y") for day in (start, finish) if day)


def _board(organisation: Organisation, name: str) -> Board:
    name = line(name) or NO_BOARD
    return organisation.board_named(name) or organisation.add_board(name)


def _tell_history(session: Session, plan: Plan, by: Actor, today: date) -> None:
    record(plan.organisation, by, "import", today, after={"plan": plan.title}, plan_id=plan.id)
    for row in plan.rows:
        for task in row.tasks:
            record(plan.organisation, by, "import", today, after={"milestones": len(task.milestones)}, task=task)
