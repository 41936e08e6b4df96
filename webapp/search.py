"""What a search of the whole organisation finds: tasks and plans' rows of all years, and where the words stand."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape
from sqlalchemy import ColumnElement, case, exists, func, select
from sqlalchemy.orm import joinedload

from planner.models import Plan, PlanRow, Task
from planner.searching import holds, is_begun_by, words_of
from planner.text import fold, line
from webapp.extensions import db

LONGEST = 100
_TOKEN = re.compile(r"[^\W_]+")


class Found(NamedTuple):
    """`rows` are those whose words say it but none of their tasks' do; `tasks_in_all` counts also what is left out."""

    tasks: Sequence[Task]
    tasks_in_all: int
    rows: Sequence[PlanRow]

    @property
    def is_empty(self) -> bool:
        return not self.tasks and not self.rows


NOTHING = Found((), 0, ())


def find(organisation_id: int, text: str, most: int, with_rows: bool = True) -> Found:
    """The task with that very number first, then the newest plans. Three queries at most."""
    if not words_of(text):
        return NOTHING
    asked = Task.organisation_id == organisation_id, holds(Task.searched, text)
    tasks = db.session.scalars(
        select(Task).join(Plan, Plan.id == Task.plan_id).where(*asked)
        .options(joinedload(Task.board), joinedload(Task.plan))
        .order_by(_other_number(text), Plan.first_year.desc(), Task.plan_id, Task.position, Task.occurrence)
        .limit(most)
    ).all()  # fmt: skip
    in_all = len(tasks)
    if in_all == most:
        in_all = db.session.scalar(select(func.count()).select_from(Task).where(*asked)) or 0
    return Found(tasks, in_all, _rows(organisation_id, text, most) if with_rows else ())


def _other_number(text: str) -> ColumnElement[int]:
    return case((Task.number == line(text), 0), else_=1)


def _rows(organisation_id: int, text: str, most: int) -> Sequence[PlanRow]:
    told = exists().where(Task.row_id == PlanRow.id, holds(Task.searched, text)).correlate(PlanRow)
    query = (
        select(PlanRow).join(Plan, Plan.id == PlanRow.plan_id)
        .where(Plan.organisation_id == organisation_id, holds(PlanRow.searched, text), ~told)
        .options(joinedload(PlanRow.plan))
        .order_by(Plan.first_year.desc(), PlanRow.plan_id, PlanRow.position, PlanRow.id)
        .limit(most)
    )  # fmt: skip
    return db.session.scalars(query).all()


def marked(text: str, asked: str) -> Markup:
    """A text with those of its words in a mark that answer what was asked for."""
    wanted = words_of(asked)
    parts, at = [], 0
    for token in _TOKEN.finditer(text):
        if any(is_begun_by(fold(token[0]), word) for word in wanted):
            parts += [escape(text[at : token.start()]), Markup("<mark>{}</mark>").format(token[0])]
            at = token.end()
    return Markup("").join([*parts, escape(text[at:])])
