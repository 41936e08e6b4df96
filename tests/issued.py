"""Drafts of a plan that is issued again, from bare texts: (number, title, board, submit, execute)."""

import hashlib
from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from planner.actor import COMMAND
from planner.importing import import_plan
from planner.models import Organisation, Plan, PlanRow, Task
from planner.period import Years
from planner.reading import PlanDraft, row_from_texts
from planner.reissuing.applying import Accepted, reissue
from planner.reissuing.comparing import Comparison, compare

Texts = tuple[str, str, str, str, str]
YEARS = Years(2026, 2026)
FIRST_DAY, SECOND_DAY = date(2026, 1, 6), date(2026, 5, 11)
ROWS: tuple[Texts, ...] = (
    ("1", "Kế hoạch tổ chức Ngày hội Đại đoàn kết", "Ban Phong trào", "Tháng 02", "Tháng 4"),
    ("2", "Hội nghị tiếp xúc cử tri trước kỳ họp giữa năm", "Ban Dân chủ", "", "Tháng 5"),
    ("3", "Hội nghị Ủy ban hai kỳ trong năm", "Ban Phong trào", "Tháng 5,11", "Tháng 6,12"),
    ("4", "Giám sát chính sách người có công", "Ban Dân chủ", "Tháng 3", "Theo kế hoạch"),
    ("5", "Báo cáo sơ kết sáu tháng đầu năm", "Ban Tuyên giáo", "Tháng 6", ""),
)


def draft(rows: Iterable[Texts] = ROWS, number: str = "10/CTr-MTTQ", name: str = "ban-dau.docx") -> PlanDraft:
    """A draft as the reader gives it; each file name is another file."""
    read = [row_from_texts(*row, YEARS, source=f"dòng {n}") for n, row in enumerate(rows, 1)]
    plan = PlanDraft("Chương trình công tác năm 2026", number, FIRST_DAY, None, YEARS, read)
    plan.file_name, plan.sha256 = name, hashlib.sha256(name.encode()).hexdigest()
    return plan


def issue_first(session: Session, rows: Iterable[Texts] = ROWS) -> Plan:
    """The plan as it was first imported, by an office of its own."""
    organisation = Organisation(name="Ủy ban MTTQ xã Thử")
    session.add(organisation)
    session.flush()
    return import_plan(session, organisation, draft(rows), COMMAND, FIRST_DAY)[0]


def again(rows: Iterable[Texts], **heading: str) -> PlanDraft:
    """The same plan issued again with other rows."""
    return draft(rows, **{"name": "sua-doi.docx"} | heading)


def accept_all(comparison: Comparison, *, apart: Iterable[str] = ()) -> Accepted:
    """Everything ticked, also what would end work that was begun."""
    return Accepted(comparison.token, frozenset(one.key for one in comparison.differences), frozenset(apart))


def accept_proposed(comparison: Comparison) -> Accepted:
    """What is ticked when the page opens."""
    return Accepted(comparison.token, frozenset(one.key for one in comparison.differences if one.is_proposed))


def issue_again(session: Session, plan: Plan, rows: Iterable[Texts], everything: bool = False) -> dict[str, int]:
    """Issues the plan again on SECOND_DAY with what is proposed, or with everything."""
    new = again(rows)
    comparison = compare(plan, new)
    accepted = accept_all(comparison) if everything else accept_proposed(comparison)
    counts = reissue(session, plan, new, accepted, COMMAND, SECOND_DAY, None)
    session.flush()
    session.expire_all()
    return counts


def row_named(plan: Plan, title: str) -> PlanRow:
    """The row in force whose title begins so."""
    return next(row for row in plan.rows_in_force if row.title.startswith(title))


def task_named(plan: Plan, title: str, occurrence: int = 1) -> Task:
    """The task of a row in force whose title begins so."""
    return next(task for task in row_named(plan, title).tasks if task.occurrence == occurrence)


def replaced(rows: Iterable[Texts], number: str, **texts: str) -> list[Texts]:
    """The rows with some texts of one of them replaced: title, board, submit, execute."""
    names = ("number", "title", "board", "submit", "execute")
    changed = [dict(zip(names, row, strict=True)) for row in rows]
    for row in changed:
        row |= texts if row["number"] == number else {}
    return [tuple(row[name] for name in names) for row in changed]  # type: ignore[misc]


def renumbered(rows: Iterable[Texts]) -> list[Texts]:
    return [(str(n), *row[1:]) for n, row in enumerate(rows, 1)]
