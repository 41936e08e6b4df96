"""An office with as many tasks as wanted, written in bulk: the same rows for the application and for the bare page."""

from datetime import date, timedelta

from sqlalchemy import Engine, insert
from sqlalchemy.orm import Session

from planner import clock, passwords
from planner.models import Board, Change, Comment, Cooperation, Milestone, Organisation, Person, Plan, PlanRow, Task
from planner.moves import COLUMNS

TODAY = date(2026, 5, 11)
EMAIL, PASSWORD = "vanphong@do.invalid", "thước dây và đồng hồ"
BOARDS = 8
HELPER = "Ban phối hợp"  # as the document names the board
TITLE = "Kế hoạch tổ chức hội nghị tập huấn nghiệp vụ công tác Mặt trận và giám sát, phản biện xã hội lần thứ {nth}"


def fill(engine: Engine, count: int, board_count: int = BOARDS) -> None:
    """Writes an organisation of some boards with `count` tasks of two milestones each, in all columns alike.

    On every other task a board and a body outside co-operate; on every fourth something was said.
    """
    with Session(engine) as session:
        organisation = Organisation(name="Ủy ban MTTQ Việt Nam tỉnh Đo", place="Đo")
        session.add(organisation)
        boards = [organisation.add_board(f"Ban Chuyên môn {n}") for n in range(1, board_count + 1)]
        person = _add_person(session, organisation)
        plan = Plan(
            organisation=organisation, title="Chương trình công tác năm 2026", number="01/CTr", first_year=2026,
            last_year=2026, issued_on=date(2026, 1, 5), imported_on=date(2026, 1, 6), sha256="a", fingerprint="b",
        )  # fmt: skip
        session.add(plan)
        session.flush()
        _add_tasks(session, organisation, boards, plan, count)
        _add_talk(session, organisation, person, count)
        session.commit()


def _add_person(session: Session, organisation: Organisation) -> Person:
    person = Person(email=EMAIL, name="Văn phòng", password_hash=passwords.make(PASSWORD))
    person.give_role("secretariat", organisation)
    session.add(person)
    return person


def _add_talk(session: Session, organisation: Organisation, person: Person, count: int) -> None:
    session.execute(insert(Comment), [
        dict(organisation_id=organisation.id, task_id=n, person_id=person.id, text="Đã có dự thảo", mentions=[],
             created_at=clock.now())
        for n in range(4, count + 1, 4)
    ])  # fmt: skip


def _add_tasks(session: Session, organisation: Organisation, boards: list[Board], plan: Plan, count: int) -> None:
    numbers = range(1, count + 1)
    session.execute(insert(PlanRow), [
        dict(id=n, plan_id=plan.id, position=n, number=str(n), title=TITLE.format(nth=n), board_text="Ban",
             cooperating=[], section="", submit_text="Tháng 5", execute_text="Tháng 6",
             source=f"dòng {n}", questions=[])
        for n in numbers
    ])  # fmt: skip
    session.execute(insert(Task), [
        dict(id=n, organisation_id=organisation.id, plan_id=plan.id, row_id=n, board_id=boards[n % len(boards)].id,
             occurrence=1, occurrences=1, position=n, number=str(n), title=TITLE.format(nth=n),
             state=COLUMNS[n % len(COLUMNS)], paper_number="", result="", version=1)
        for n in numbers
    ])  # fmt: skip
    session.execute(insert(Milestone), [_milestone(n, kind) for n in numbers for kind in ("submit", "execute")])
    session.execute(insert(Cooperation), [
        dict(task_id=n, name=name, board_id=board_id)
        for n in numbers if n % 2
        for name, board_id in ((HELPER, boards[(n + 1) % len(boards)].id), ("Sở Nội vụ", None))
    ])  # fmt: skip
    session.execute(insert(Change), [
        dict(organisation_id=organisation.id, task_id=n, verb="import", on=date(2026, 1, 6), actor_kind="command",
             actor_name="bangviec", before={}, after={}, reason="", at=clock.now() + timedelta(seconds=n))
        for n in numbers
    ])  # fmt: skip


def _milestone(task_id: int, kind: str) -> dict[str, object]:
    start = date(2026, 1, 1) + timedelta(days=task_id % 300 + (30 if kind == "execute" else 0))
    finish = start + timedelta(days=29)
    past_submit = COLUMNS[task_id % len(COLUMNS)] not in ("planned", "drafting")
    done = finish if (kind == "submit" and past_submit) or COLUMNS[task_id % len(COLUMNS)] == "done" else None
    text = f"Tháng {start.month}"
    return dict(
        task_id=task_id, kind=kind, text=text, first_text=text, start=start, finish=finish, deadline=finish,
        rule="window", first_start=start, first_finish=finish, first_deadline=finish, done_on=done, opened_on=None,
    )  # fmt: skip
