"""From a draft to a plan: rows as issued, boards, tasks and milestones, in the caller's one transaction."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import Refusal
from planner.importing.rows import add_row, name_cooperators, tell_boards
from planner.language import N_
from planner.models import EarlierIssue, File, Organisation, Plan, Target, Task, work_calendar
from planner.models.change import record
from planner.reading.serialise import section_as_json, target_as_json
from planner.reissuing.finding import plan_issued_again
from planner.text import line

if TYPE_CHECKING:
    from planner.reading import PlanDraft


def same_document(session: Session, organisation: Organisation, sha256: str) -> Plan | None:
    """The plan that has or had exactly these bytes as its document, if any."""
    had = exists().where(EarlierIssue.plan_id == Plan.id, EarlierIssue.sha256 == sha256)
    query = select(Plan).where(Plan.organisation_id == organisation.id, or_(Plan.sha256 == sha256, had))
    return session.scalars(query.order_by(Plan.id)).first()


def lock_imports(session: Session, organisation: Organisation) -> None:
    """Lets only one at a time import into an organisation; what was stored meanwhile is seen. SQLite has one writer."""
    one = select(Organisation.id).where(Organisation.id == organisation.id)
    session.execute(one.with_for_update(key_share=True))  # its tasks may be written meanwhile
    session.expire(organisation, ["boards"])


def import_plan(
    session: Session, organisation: Organisation, draft: "PlanDraft", by: Actor, today: date, file: File | None = None
) -> tuple[Plan, bool]:
    """Stores a plan; gives it and whether it is new. The same bytes again change nothing.

    Refuses the same plan in other bytes or issued again, and a draft with neither rows nor running text. Never commits.
    """
    lock_imports(session, organisation)
    if known := same_document(session, organisation, draft.sha256):
        return known, False
    refuse_copy(session, organisation, draft)
    _refuse_new_issue(session, organisation, draft)
    boards = list(organisation.boards)
    plan = _plan(organisation, draft, today, file)
    session.add(plan)
    calendar = work_calendar(session)
    for position, row in enumerate(draft.rows, 1):
        add_row(plan, row, position, calendar)
    for stored in plan.rows:
        name_cooperators(stored)
    session.flush()
    tell_boards(organisation, boards, by, today)
    _tell_history(plan, by, today)
    return plan, True


def refuse_copy(session: Session, organisation: Organisation, draft: "PlanDraft", of: Plan | None = None) -> None:
    """Refuses what has nothing to import, and what another plan than `of` says already in other bytes."""
    if not draft.rows and not draft.outline:
        raise Refusal(N_("Không có dòng kế hoạch nào để nhập."))
    query = select(Plan).where(Plan.organisation_id == organisation.id, Plan.fingerprint == draft.fingerprint)
    if (copy := session.scalars(query).first()) and copy is not of:
        raise Refusal(
            N_("Kế hoạch này đã được nhập ngày %(day)s từ một tệp khác (“%(title)s”), nên không nhập lại."),
            day=copy.imported_on.strftime("%d/%m/%Y"), title=copy.title,
        )  # fmt: skip


def _refuse_new_issue(session: Session, organisation: Organisation, draft: "PlanDraft") -> None:
    """Work is under way on the stored plan: what changes in it is looked at row by row, not imported beside it."""
    if known := plan_issued_again(session, organisation, draft):
        raise Refusal(
            N_(
                "Đây là bản ban hành lại của “%(title)s” đã nhập ngày %(day)s. Đề nghị tải lên ở trang Kế hoạch, bấm"
                " “So sánh với kế hoạch đã nhập” rồi áp dụng; nếu là kế hoạch khác thì sửa số hoặc tên trước khi nhập."
            ),
            title=known.title, day=known.imported_on.strftime("%d/%m/%Y"),
        )  # fmt: skip


def _plan(organisation: Organisation, draft: "PlanDraft", today: date, file: File | None) -> Plan:
    plan = Plan(
        organisation=organisation, title=line(draft.title) or line(draft.file_name), number=line(draft.number or ""),
        issued_on=draft.date, first_year=draft.years.first, last_year=draft.years.last,
        sha256=draft.sha256, fingerprint=draft.fingerprint, file=file, imported_on=today, issue=1,
    )  # fmt: skip
    set_outline(plan, draft)
    set_targets(plan, draft)
    return plan


def set_outline(plan: Plan, draft: "PlanDraft") -> None:
    """The sections of the document's running text."""
    plan.outline = [section_as_json(section) for section in draft.outline]


def set_targets(plan: Plan, draft: "PlanDraft") -> None:
    """The targets that a document promises, in its order."""
    for position, target in enumerate(draft.targets, 1):
        json = target_as_json(target)
        plan.targets.append(
            Target(
                position=position, number=json["number"] or "", text=json["text"], measures=json["measures"],
                level=json["level"] or "", due=json["due"] or "",
            )
        )  # fmt: skip


def _tell_history(plan: Plan, by: Actor, today: date) -> None:
    record(plan.organisation, by, "import", today, after={"plan": plan.title}, plan_id=plan.id)
    tell_import((task for row in plan.rows for task in row.tasks), by, today)


def tell_import(tasks: Iterable[Task], by: Actor, today: date) -> None:
    """The first line of each task's history."""
    for task in tasks:
        record(task.organisation, by, "import", today, after={"milestones": len(task.milestones)}, task=task)
