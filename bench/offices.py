"""Very many offices in one installation: 34 provinces and 3,321 communes, each with a year's plan."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Engine, Table, insert
from sqlalchemy.orm import Session

from planner import clock
from planner.models import Board, Change, Membership, Milestone, Organisation, Person, Plan, PlanRow, Task
from planner.moves import COLUMNS

PROVINCES, COMMUNES = 34, 3321
BOARDS = ("Ban Tổ chức - Tuyên giáo", "Ban Phong trào", "Ban Dân chủ - Pháp luật")
IMPORTED = date(2026, 1, 6)
TITLE = "Kế hoạch tổ chức hội nghị lấy ý kiến nhân dân và giám sát việc thực hiện quy chế dân chủ lần thứ {nth}"
AT_ONCE = 50  # offices in one insert

Rows = dict[type[Any], list[dict[str, Any]]]


def fill(engine: Engine, count: int, tasks: int) -> None:
    """Writes `count` offices, the provinces first, the communes below them, with `tasks` tasks and one clerk each."""
    with Session(engine) as session:
        for first in range(0, count, AT_ONCE):
            rows: Rows = {}
            for nth in range(first, min(first + AT_ONCE, count)):
                for model, row in _office(nth, tasks):
                    rows.setdefault(model, []).append(row)
            for model, found in rows.items():
                table: Table = model.__table__
                session.execute(insert(table), found)
        session.commit()


def _office(nth: int, tasks: int) -> Iterator[tuple[type[Any], dict[str, Any]]]:
    number = nth + 1
    kind = "tỉnh" if nth < PROVINCES else "xã"
    yield (
        Organisation,
        dict(
            id=number,
            parent_id=None if nth < PROVINCES else nth % PROVINCES + 1,
            name=f"Ủy ban MTTQ Việt Nam {kind} Đo {number}",
            superior="",
            body="BAN THƯỜNG TRỰC",
            symbol="MTTQ-BTT",
            place="Đo",
            signer="CHỦ TỊCH",
            revision=0,
            key=f"{number:032x}",
        ),
    )
    yield Person, dict(id=number, email=f"vanphong{number}@do.invalid", name="Văn phòng", password_hash="")
    yield Membership, dict(person_id=number, organisation_id=number, role="secretariat")
    for position, name in enumerate(BOARDS):
        board = dict(
            id=nth * len(BOARDS) + position + 1, organisation_id=number, name=name, aliases=[], position=position
        )
        yield Board, board
    yield (
        Plan,
        dict(
            id=number,
            organisation_id=number,
            title="Chương trình công tác năm 2026",
            number="01/CTr-MTTQ",
            first_year=2026,
            last_year=2026,
            issued_on=date(2026, 1, 5),
            imported_on=IMPORTED,
            sha256=f"{number:064x}",
            fingerprint=f"{number}",
        ),
    )
    for one in range(tasks):
        yield from _task(number, nth * tasks + one + 1, one)


def _task(office: int, number: int, nth: int) -> Iterator[tuple[type[Any], dict[str, Any]]]:
    title, state = TITLE.format(nth=nth + 1), COLUMNS[nth % len(COLUMNS)]
    board = (office - 1) * len(BOARDS) + nth % len(BOARDS) + 1
    yield (
        PlanRow,
        dict(
            id=number,
            plan_id=office,
            position=nth + 1,
            number=str(nth + 1),
            title=title,
            board_text=BOARDS[nth % len(BOARDS)],
            cooperating=[],
            section="",
            submit_text="",
            execute_text="",
            source="",
            questions=[],
        ),
    )
    yield (
        Task,
        dict(
            id=number,
            organisation_id=office,
            plan_id=office,
            row_id=number,
            board_id=board,
            occurrence=1,
            occurrences=1,
            position=nth + 1,
            number=str(nth + 1),
            title=title,
            state=state,
            paper_number="",
            result="",
            version=1,
        ),
    )
    for kind, months in (("submit", 0), ("execute", 30)):
        start = date(2026, 1, 1) + timedelta(days=nth * 7 % 300 + months)
        finish = start + timedelta(days=29)
        is_done = state == "done" or (kind == "submit" and state not in ("planned", "drafting"))
        yield (
            Milestone,
            dict(
                task_id=number,
                kind=kind,
                text=f"Tháng {start.month}",
                first_text=f"Tháng {start.month}",
                start=start,
                finish=finish,
                deadline=finish,
                rule="window",
                first_start=start,
                first_finish=finish,
                first_deadline=finish,
                done_on=finish if is_done else None,
            ),
        )
    yield (
        Change,
        dict(
            organisation_id=office,
            task_id=number,
            verb="import",
            on=IMPORTED,
            actor_kind="command",
            actor_name="bangviec",
            before={},
            after={"state": state},
            reason="",
            at=clock.now(),
        ),
    )
