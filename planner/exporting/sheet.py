"""A plan as what is written of it: plain texts, so that no transaction is open while a file is made."""

import re
from dataclasses import dataclass, field
from datetime import date

from planner.exporting.beside import Beside, beside
from planner.exporting.heading import PlanHeading, plan_heading
from planner.exporting.layout import WrittenColumn, written_columns
from planner.exporting.section_rows import section_rows
from planner.importing.rows import NO_BOARD
from planner.models import Plan, PlanRow, Task
from planner.reading.leads import split_lead
from planner.text import clean, name_key

_NOT_XML = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True)
class WrittenRow:
    """A row's cells in the order of the sheet's columns: the document's words, its extras, then the states."""

    words: tuple[str, ...]
    extras: tuple[str, ...]
    beside: Beside

    @property
    def cells(self) -> tuple[str, ...]:
        return (*self.words, *self.extras, *self.beside)


@dataclass(frozen=True)
class PlanSheet:
    """The whole document: a text among `entries` is a section's row."""

    title: str
    heading: PlanHeading
    columns: tuple[WrittenColumn, ...]
    entries: list[str | WrittenRow] = field(default_factory=list)


def plan_sheet(plan: Plan, today: date) -> PlanSheet:
    """The rows in force, each under its section, as of a day in Việt Nam. Load the plan with its rows before."""
    rows = sorted(plan.rows_in_force, key=lambda row: (row.position, row.id))
    above = section_rows([(row.section, row.number) for row in rows])
    entries: list[str | WrittenRow] = []
    extras = tuple(dict.fromkeys(header for row in rows for header in row.extras or {}))
    for row, headings in zip(rows, above, strict=True):
        entries += [plain(text) for text in headings]
        said = tuple(plain((row.extras or {}).get(header, "")) for header in extras)
        entries.append(WrittenRow(_words(row, plan), said, Beside(*map(plain, beside(_tasks(row), today)))))
    return PlanSheet(plan.title, plan_heading(plan, today), written_columns(tuple(map(plain, extras))), entries)


def plain(text: str) -> str:
    """A cell's text: normalised, and without what XML cannot hold."""
    return _NOT_XML.sub("", clean(text))


def _words(row: PlanRow, plan: Plan) -> tuple[str, ...]:
    texts = (row.number, row.title, _board(row, plan), "; ".join(row.cooperating), row.submit_text, row.execute_text)
    return tuple(map(plain, texts))


def _board(row: PlanRow, plan: Plan) -> str:
    """The lead in the document's own words where these name nobody else, else by the name of its board."""
    board = row.board
    if board is None or board.name == NO_BOARD:
        return row.board_text if board is None else ""
    lead, helpers, asked = split_lead(row.board_text)
    alone = not helpers and not asked and name_key(lead) in board.keys
    return row.board_text if alone and name_key(lead) == name_key(row.board_text) else board.name


def _tasks(row: PlanRow) -> list[Task]:
    """The row's tasks, and what was begun under earlier words of it and goes on there."""
    tasks, before = list(row.tasks), row.replaces
    while before is not None:
        tasks += [task for task in before.tasks if task.state != "cancelled"]
        before = before.replaces
    return sorted(tasks, key=lambda task: (task.row_id != row.id, task.occurrence, task.id))
