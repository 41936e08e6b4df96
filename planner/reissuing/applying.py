"""Taking over a new document: what was accepted, row by row, by the tasks' verbs, in the caller's transaction."""

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import NotAllowed, Refusal, Stale
from planner.importing.plans import lock_imports, refuse_copy, set_outline, set_targets, tell_import
from planner.importing.rows import add_row, board_for, tell_boards
from planner.language import N_
from planner.models import EarlierIssue, File, Plan, PlanRow, Task, work_calendar
from planner.models.change import record
from planner.reading import PlanDraft
from planner.reissuing.comparing import Comparison, Difference, compare
from planner.reissuing.replacing import Issue, drop, replace
from planner.text import line


@dataclass(frozen=True)
class Accepted:
    """What a person accepted: the keys of differences, and of those the ones that are other work than the old row.

    `token` is that of the comparison that the person saw.
    """

    token: str
    keys: Set[str]
    apart: Set[str] = field(default_factory=frozenset)


def reissue(
    session: Session, plan: Plan, draft: PlanDraft, accepted: Accepted, by: Actor, today: date, file: File | None
) -> dict[str, int]:
    """Gives the plan its new document and applies what was accepted; says how many rows are new, changed and gone.

    Refuses who is not of the secretariat, a comparison that is no longer what the person saw, and a document that says
    nothing new. Rows that were not accepted stay as they are. Never commits.
    """
    if not by.has("secretariat", plan.organisation_id):
        raise NotAllowed(N_("Chỉ Văn phòng được áp dụng bản ban hành lại của kế hoạch."))
    lock_imports(session, plan.organisation)
    refuse_copy(session, plan.organisation, draft, plan)
    comparison = compare(plan, draft)
    if comparison.token != accepted.token:
        raise Stale(N_("Kế hoạch hoặc bản xem trước vừa có thay đổi; đề nghị xem lại bảng so sánh rồi áp dụng."))
    if comparison.is_empty and not heading_changes(plan, draft):
        raise Refusal(N_("Văn bản này không khác kế hoạch đã nhập, nên không có gì để áp dụng."))
    before = {"plan": plan.title, "number": plan.number}
    _take_heading(session, plan, draft, today, file)
    boards = list(plan.organisation.boards)
    _make_boards(session, comparison, accepted)
    tell_boards(plan.organisation, boards, by, today)
    issue = Issue(plan, by, today, _reason(plan), work_calendar(session))
    with session.no_autoflush:  # one flush in the end, not one a row
        counts = _apply(comparison, accepted, issue)
    record(
        plan.organisation, by, "reissue", today, before=before,
        after={"plan": plan.title, "number": plan.number, "issue": plan.issue, **counts}, plan_id=plan.id,
    )  # fmt: skip
    return counts


def heading_changes(plan: Plan, draft: PlanDraft) -> dict[str, tuple[str, str]]:
    """What the document says otherwise of itself: title, number, date (dd/mm/yyyy) and years, old and new."""
    old, new = plan.issued_on, draft.date
    pairs = {
        "title": (plan.title, _title(plan, draft)),
        "number": (plan.number, _number(plan, draft)),
        "date": (old.strftime("%d/%m/%Y") if old else "", new.strftime("%d/%m/%Y") if new else ""),
        "years": (_years(plan.first_year, plan.last_year), _years(draft.years.first, draft.years.last)),
    }
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _years(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}–{last}"


def _title(plan: Plan, draft: PlanDraft) -> str:
    return line(draft.title) or plan.title


def _number(plan: Plan, draft: PlanDraft) -> str:
    """A document without a number (a draft, a table alone) does not take the plan's away."""
    return line(draft.number or "") or plan.number


def _take_heading(session: Session, plan: Plan, draft: PlanDraft, today: date, file: File | None) -> None:
    """The old document joins the earlier ones; the plan is called, dated and fingerprinted as the new one."""
    plan.earlier_issues.append(EarlierIssue.of(plan, today))
    plan.issue += 1
    plan.title, plan.number, plan.issued_on = _title(plan, draft), _number(plan, draft), draft.date or plan.issued_on
    plan.first_year, plan.last_year = draft.years.first, draft.years.last
    plan.sha256, plan.fingerprint, plan.file, plan.imported_on = draft.sha256, draft.fingerprint, file, today
    if draft.outline:
        set_outline(plan, draft)
    if draft.targets:
        for target in list(plan.targets):
            plan.targets.remove(target)
            session.delete(target)
        set_targets(plan, draft)


def _make_boards(session: Session, comparison: Comparison, accepted: Accepted) -> None:
    """Boards that only the new document names have their ids before work is handed over to them."""
    for one in comparison.differences:
        if one.new and one.key in accepted.keys:
            board_for(comparison.plan.organisation, one.new.board)
    session.flush()


def _reason(plan: Plan) -> str:
    """The words that every line of history gives as its reason."""
    named = f"số {plan.number}" if plan.number else f"“{plan.title}”"
    day = f" ngày {plan.issued_on:%d/%m/%Y}" if plan.issued_on else f" nhập ngày {plan.imported_on:%d/%m/%Y}"
    return f"Theo văn bản ban hành lại {named}{day}"


def _apply(comparison: Comparison, accepted: Accepted, issue: Issue) -> dict[str, int]:
    counts = {"new": 0, "changed": 0, "gone": 0}
    order: list[PlanRow] = []
    made: list[Task] = []
    for one in comparison.differences:
        if one.kind != "same" and one.key not in accepted.keys:
            order += [one.old] if one.old else []
            continue
        if one.may_be_apart and one.key in accepted.apart:
            counts["gone"] += 1
            drop(one, issue)
            one = Difference(one.key, "new", None, one.new, one.place)
        if one.kind != "same":
            counts[one.kind] += 1
        order += _take(one, issue, made)
    for position, row in enumerate(order, 1):
        _place(row, position)
    for task in made:
        task.name_cooperators(task.row.cooperating)
    tell_import(made, issue.by, issue.today)
    return counts


def _take(one: Difference, issue: Issue, made: list[Task]) -> list[PlanRow]:
    """Applies one difference; gives the row that is in force for it now, if any, and notes the tasks that it made."""
    if one.kind == "gone":
        drop(one, issue)
        return []
    if one.new is None or (one.old and not one.facets):
        return [one.old] if one.old else []
    if one.old is None:
        row = add_row(issue.plan, one.new, 0, issue.calendar)
        made += row.tasks
        return [row]
    row, new_tasks = replace(one, issue)
    made += new_tasks
    return [row]


def _place(row: PlanRow, position: int) -> None:
    """The row's place among those in force; the cards keep the order of the rows."""
    row.position = position
    for task in row.tasks:
        task.position = position
