"""Loads the sample and lives it up to today: the same reader, importer, roll-over and verbs as real work."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from bangviec.sample import programme
from bangviec.sample.habits import HABITS, Cast
from bangviec.sample.people import Credential, sign_ins
from bangviec.sample.talk import talk
from planner import clock
from planner.actor import COMMAND
from planner.importing import import_plan
from planner.models import File, Organisation, Person, Plan, Task, work_calendar
from planner.period import Years
from planner.reading import read_document
from planner.rolling import open_due

FILE_NAME = "chuong-trinh-mau.txt"


def load(session: Session, today: date, password: str) -> list[Credential]:
    """Makes the sample office with its plan as it stands today, and a sign-in for each role. Never commits."""
    organisation = Organisation(
        name=programme.OFFICE, superior="ỦY BAN TRUNG ƯƠNG MTTQ VIỆT NAM", place="Mẫu", symbol="MTTQ-BTT",
    )  # fmt: skip
    session.add(organisation)
    plan = _import(session, organisation, today)
    credentials = sign_ins(session, organisation, password)
    session.flush()
    _live(session, organisation, plan, today)
    return credentials


def _import(session: Session, organisation: Organisation, today: date) -> Plan:
    """The plan comes in on the day after it was issued."""
    years = Years(today.year, today.year)
    content = programme.text(today).encode()
    draft = read_document(content, FILE_NAME, years)
    day = date(today.year - 1, 12, 6)
    with clock.on_day(day):
        session.flush()
        file = File(
            organisation_id=organisation.id, name=FILE_NAME, media_type="text/plain; charset=utf-8",
            sha256=draft.sha256, content=content, created_at=clock.now(),
        )  # fmt: skip
        plan, _new = import_plan(session, organisation, draft, COMMAND, day, file)
    return plan


def _live(session: Session, organisation: Organisation, plan: Plan, today: date) -> None:
    """Every day from the import to today: the roll-over first, then what the boards do by habit."""
    cast, habit_of = _cast(session, organisation), programme.habits()
    tasks = [task for row in plan.rows for task in row.tasks]
    _assign(tasks, session, cast, plan.imported_on)
    day = plan.imported_on
    while day <= today:
        with clock.on_day(day):
            open_due(session, organisation, day)
            for task in tasks:
                HABITS[habit_of[task.number]](task, day, cast)
            session.flush()
        day += timedelta(days=1)
    talk(session, tasks, cast, today)


def _cast(session: Session, organisation: Organisation) -> Cast:
    people = session.query(Person).all()
    one = {m.role: p.actor() for p in people for m in p.memberships}
    heads = {m.board_id: p.actor() for p in people for m in p.memberships if m.role == "head" and m.board_id}
    return Cast(heads, one["secretariat"], one["leader"], work_calendar(session))


def _assign(tasks: list[Task], session: Session, cast: Cast, day: date) -> None:
    """Every third task of the member's board is in the member's hands."""
    member = next(p for p in session.query(Person) if any(m.role == "member" for m in p.memberships))
    board_id = next(m.board_id for m in member.memberships if m.role == "member")
    with clock.on_day(day):
        for task in [t for t in tasks if t.board_id == board_id][::3]:
            task.assign(member, cast.heads[task.board_id], day)
