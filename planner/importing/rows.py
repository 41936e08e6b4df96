"""From a row of a draft to a row of a plan, its tasks and their milestones."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from planner.actor import Actor
from planner.models import Board, Milestone, Organisation, Plan, PlanRow, Task
from planner.models.change import record
from planner.text import line
from planner.workdays import WorkCalendar

if TYPE_CHECKING:
    from planner.period import Period, Span
    from planner.reading import RowDraft
    from planner.reading.drafts import Occurrence

NO_BOARD = "Chưa xác định bộ phận"


def add_row(plan: Plan, draft: "RowDraft", position: int, calendar: WorkCalendar) -> PlanRow:
    """A new row of the plan with a planned task for each occurrence."""
    row = row_of(plan, draft, position)
    for nth, occurrence in enumerate(draft.occurrences, 1):
        add_task(row, draft, nth, occurrence, calendar)
    return row


def row_of(plan: Plan, draft: "RowDraft", position: int) -> PlanRow:
    """What the document says, word for word, without tasks; a lead that is new becomes a board."""
    row = PlanRow(
        position=position, number=draft.number, title=draft.title, board_text=draft.board_text or draft.board,
        cooperating=list(draft.cooperating), section=draft.section or "", source=str(draft.source),
        extras=dict(draft.extras),
        submit_text=draft.submit.text if draft.submit else "",
        execute_text=draft.execute.text if draft.execute else "",
        questions=[str(question) for question in draft.questions], pairing=draft.pairing,
        board=board_for(plan.organisation, draft.board), issue=plan.issue,
    )  # fmt: skip
    plan.rows.append(row)
    return row


def add_task(
    row: PlanRow, draft: "RowDraft", nth: int, occurrence: "Occurrence", calendar: WorkCalendar
) -> Task:  # fmt: skip
    """A planned task for one occurrence of a row."""
    task = Task(
        organisation=row.plan.organisation, plan=row.plan, board=row.board, number=draft.number, title=draft.title,
        occurrence=nth, occurrences=len(draft.occurrences), position=row.position, state="planned", version=1,
    )  # fmt: skip
    row.tasks.append(task)
    for kind, period, span in draft.milestones(occurrence):
        text = period_text(period, span, task.occurrences)
        task.milestones.append(Milestone.planned(kind, text, span, calendar))
    return task


def name_cooperators(row: PlanRow) -> None:
    """When every lead of the plan has its board: a row may name one that only a later row makes known."""
    for task in row.tasks:
        task.name_cooperators(row.cooperating)


def period_text(period: "Period", span: "Span | None", occurrences: int) -> str:
    """The words of a milestone: the document's, or the occurrence's own span where these name several."""
    return period.text if occurrences == 1 or span is None else _span_text(span)


def _span_text(span: "Span") -> str:
    start, finish = span.start, span.finish
    if start and finish and start.day == 1 and (start.year, start.month) == (finish.year, finish.month):
        return f"Tháng {start.month}/{start.year}"
    return " - ".join(day.strftime("%d/%m/%Y") for day in (start, finish) if day)


def tell_boards(organisation: Organisation, known: Collection[Board], by: Actor, today: date) -> None:
    """The line of history of each board that came with a document, beside those that were known before."""
    for board in organisation.boards:
        if board not in known:
            record(organisation, by, "add_board", today, after={"board": board.name})


def board_for(organisation: Organisation, name: str) -> Board:
    """The board of this name or alias, or a new one; work without a lead waits at a board of its own."""
    name = line(name) or NO_BOARD
    return organisation.board_named(name) or organisation.add_board(name)
