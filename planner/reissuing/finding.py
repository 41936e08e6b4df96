"""Which stored plan a document issues again: the same number and years, or where one has no number the same title."""

import re
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from planner.models import Organisation, Plan, PlanRow, Task
from planner.text import name_key, plain_dashes

if TYPE_CHECKING:
    from planner.reading import PlanDraft


def plan_issued_again(session: Session, organisation: Organisation, draft: "PlanDraft") -> Plan | None:
    """The plan of the organisation that this document goes on with, the latest one of several; None for a new plan."""
    years = (draft.years.first, draft.years.last)
    same_years = (Plan.organisation_id == organisation.id, Plan.first_year == years[0], Plan.last_year == years[1])
    plans = session.scalars(select(Plan).where(*same_years).order_by(Plan.id.desc())).all()
    number, title = number_key(draft.number), name_key(draft.title)
    of_number = [plan for plan in plans if number and number_key(plan.number) == number]
    of_title = [plan for plan in plans if title and name_key(plan.title) == title and not (number and plan.number)]
    return next(iter(of_number or of_title), None)


def number_key(number: str | None) -> str:
    """A paper's number under which its spellings meet: "Số: 01 /CTr–MTTQ" and "1/CTr-MTTQ"."""
    text = re.sub(r"\s+", "", plain_dashes(number or "").casefold())
    return re.sub(r"^0+(?=\d)", "", re.sub(r"^số:?", "", text))


def with_rows() -> tuple[ORMOption, ...]:
    """What to load with a plan whose rows are compared or written out: no query for each of them."""
    rows = selectinload(Plan.rows)
    return rows.joinedload(PlanRow.board), rows.selectinload(PlanRow.tasks).joinedload(Task.board)


def lock(session: Session, plan_id: int) -> None:
    """Lets only one at a time issue a plan again; take it before the plan is loaded. SQLite has one writer anyway."""
    session.execute(select(Plan.id).where(Plan.id == plan_id).with_for_update())
