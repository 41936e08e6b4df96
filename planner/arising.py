"""Work that came up (việc phát sinh): a row that no document has, beside the rows of a plan, with its tasks.

Its times are read by the same grammar as a document's; what asked for the work stands beside it as its basis.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import NotAllowed, Refusal
from planner.importing import lock_imports
from planner.importing.rows import add_row, name_cooperators, tell_boards
from planner.language import N_
from planner.models import Organisation, Plan, PlanRow, work_calendar
from planner.models.change import record
from planner.period import Years
from planner.reading import Note, RowDraft, row_from_texts
from planner.reading.bodies import clean_name
from planner.reading.rows import NO_BODY, NO_TIME, NO_TITLE
from planner.text import line

ARISEN = "arisen"
BASIS = "Căn cứ"  # the header under which the basis stands beside the row, as a document's own columns do
NUMBER = "PS"  # PS1, PS2 …: told from the document's numbers on cards and papers alike


@dataclass(frozen=True)
class ArisenTexts:
    """What a clerk writes of it. `answered` are the questions about it that were settled, by their sentences."""

    title: str = ""
    board: str = ""
    basis: str = ""
    number: str = ""
    section: str = ""
    cooperating: str = ""
    submit_text: str = ""
    execute_text: str = ""
    pairing: str = ""
    answered: Sequence[str] = field(default=())


def read_arisen(texts: ArisenTexts, years: Years) -> RowDraft:
    """The row as it is understood, with what is still asked about it; never raises."""
    names = [name for part in texts.cooperating.replace("\n", ";").split(";") if (name := clean_name(line(part)))]
    row = row_from_texts(
        texts.number, texts.title, texts.board, texts.submit_text, texts.execute_text, years,
        section=line(texts.section) or None, cooperating=names, pairing=texts.pairing,
    )  # fmt: skip
    row.questions = [one for one in row.questions if str(one) not in texts.answered and _is_doubt(one)]
    return row


def add_arisen(session: Session, plan: Plan, texts: ArisenTexts, by: Actor, today: date) -> PlanRow:
    """Adds the work to the plan, with a task for each occurrence. Never commits."""
    if not by.has("secretariat", plan.organisation_id):
        raise NotAllowed(N_("Chỉ Văn phòng được thêm việc phát sinh."))
    _require(texts)
    lock_imports(session, plan.organisation)
    draft = read_arisen(texts, Years(plan.first_year, plan.last_year))
    draft.number = draft.number or f"{NUMBER}{_known(session, plan) + 1}"
    draft.extras = {BASIS: line(texts.basis)}
    boards = list(plan.organisation.boards)
    row = add_row(plan, draft, _last_position(plan) + 1, work_calendar(session))
    row.origin = ARISEN
    name_cooperators(row)
    session.flush()
    tell_boards(plan.organisation, boards, by, today)
    reason = f"{BASIS}: {line(texts.basis)}"
    for task in row.tasks:
        facts = {"milestones": len(task.milestones)}
        record(plan.organisation, by, "arise", today, after=facts, reason=reason, task=task)
    record(plan.organisation, by, "arise", today, after={"plan": plan.title, "row": row.title}, plan_id=plan.id)
    return row


def plan_of_arisen(session: Session, organisation: Organisation, year: int, today: date) -> Plan:
    """The plan that holds what came up in a year beside every document; made when it is needed first."""
    key = hashlib.sha256(f"việc phát sinh {year}".encode()).hexdigest()
    lock_imports(session, organisation)
    query = select(Plan).where(Plan.organisation_id == organisation.id, Plan.sha256 == key)
    if found := session.scalars(query).first():
        return found
    plan = Plan(
        organisation=organisation, title=f"Việc phát sinh năm {year}", number="", first_year=year, last_year=year,
        sha256=key, fingerprint=key, imported_on=today, issue=1, outline=[],
    )  # fmt: skip
    session.add(plan)
    session.flush()
    return plan


def _is_doubt(question: str) -> bool:
    """What is missing altogether is seen in the form itself."""
    return not isinstance(question, Note) or question.message not in (NO_TITLE, NO_BODY, NO_TIME)


def _require(texts: ArisenTexts) -> None:
    if not line(texts.title):
        raise Refusal(N_("Vui lòng nhập nội dung công việc."))
    if not line(texts.board):
        raise Refusal(N_("Vui lòng chọn bộ phận tham mưu."))
    if not line(texts.basis):
        raise Refusal(N_("Vui lòng nhập căn cứ: văn bản hoặc ý kiến chỉ đạo giao việc này."))


def _known(session: Session, plan: Plan) -> int:
    query = select(func.count(PlanRow.id)).where(PlanRow.plan_id == plan.id, PlanRow.origin == ARISEN)
    return session.scalar(query) or 0


def _last_position(plan: Plan) -> int:
    return max((row.position for row in plan.rows_in_force), default=0)
