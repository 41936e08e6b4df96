"""The reminder letter (công văn đôn đốc): everything that one board is to be reminded of, in one letter."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple, Protocol

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from planner.as_of import MilestoneAsOf, TaskAsOf, as_of
from planner.models import Board, Change, Organisation, Task
from planner.sheets.letterhead import LETTER, code, letterhead
from planner.sheets.lines import iso
from planner.sheets.plans import plans_of
from planner.sheets.titles import title_of
from planner.standing import current_milestone
from planner.workdays import WorkCalendar

KINDS = ("overdue", "due1", "due7", "asked")
ANSWER_WORKING_DAYS = 3


class Due(Protocol):
    """A milestone as a reminder needs it: the stored one, or as it stood on a day."""

    @property
    def kind(self) -> str: ...
    @property
    def deadline(self) -> date | None: ...


class Item(NamedTuple):
    """One line of a reminder; `kind` says why: overdue, due1 (within a day), due7 (within a week), asked."""

    task: Task
    milestone: Due
    kind: str


def reminder_sheet(
    organisation: Organisation, board: Board, items: Iterable[tuple[Task, Due, str]], number: int, issued_on: date,
    calendar: WorkCalendar | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The data of a reminder letter to a board. Plain JSON, dates as ISO strings; days count from `issued_on`.

    The answer is wanted before `answer_by` (that day left out): the third working day after the letter.
    """
    found = [Item(*item) for item in items]
    lines = sorted((_line(item, issued_on) for item in found), key=lambda line: line["deadline"] or "9999")
    groups = {kind: sum(line["kind"] == kind for line in lines) for kind in KINDS}
    data = {
        "kind": "reminder", "letterhead": letterhead(organisation, "reminder"),
        "code": code(number, LETTER, organisation),
        "issued_on": iso(issued_on), "board": board.name, "plans": plans_of(item.task.plan for item in found),
        "items": lines, "overdue": groups["overdue"], "due_soon": groups["due1"] + groups["due7"],
        "asked": groups["asked"], "answer_by": iso(_answer_by(issued_on, calendar or WorkCalendar())),
    }  # fmt: skip
    return {**data, "title": title_of(data)}


def _line(item: Item, day: date) -> dict[str, Any]:
    task, milestone = item.task, item.milestone
    stored = task.milestone(milestone.kind)
    return {
        "task": task.id, "number": task.number, "title": task.title, "nth": task.occurrence, "of": task.occurrences,
        "milestone": milestone.kind, "text": stored.first_text if stored else "", "deadline": iso(milestone.deadline),
        "left": (milestone.deadline - day).days if milestone.deadline else None, "kind": item.kind,
    }  # fmt: skip


def _answer_by(day: date, calendar: WorkCalendar) -> date:
    for _ in range(ANSWER_WORKING_DAYS):
        day = calendar.next_working_day(day + timedelta(days=1))
    return day


def items_for(session: Session, board: Board, day: date) -> list[Item]:
    """What a board is to be reminded of on a day, as things stood at its end: overdue, or due within seven days.

    The milestones are as of the day; `task.milestone(item.milestone.kind)` is the stored one. Four queries at most.
    """
    query = select(Task).where(Task.organisation_id == board.organisation_id)
    tasks = session.scalars(query.options(joinedload(Task.board), joinedload(Task.plan))).all()
    changes = session.scalars(_changes(board.organisation_id)).all()
    held = [task for task in as_of(tasks, changes, day) if task.board_id == board.id]
    return [item for task in held if (item := _item(task))]


def _changes(organisation_id: int) -> Select[tuple[Change]]:
    query = select(Change).where(Change.organisation_id == organisation_id, Change.task_id.is_not(None))
    return query.order_by(Change.id)


def _item(task: TaskAsOf) -> Item | None:
    standing, current = task.standing, current_milestone(task.dates)
    due = task.dates.submit if current is task.dates.submit else task.dates.execute
    if standing is None or not isinstance(due, MilestoneAsOf):
        return None
    if standing.kind == "overdue":
        return Item(task.task, due, "overdue")
    if standing.kind == "due_soon":
        return Item(task.task, due, "due1" if (standing.days or 0) <= 1 else "due7")
    return None
