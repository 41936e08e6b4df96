"""A run does what its day owes and no more: at once with another, again and again, late, after an outage, by a clock
that is wrong. What is compared is what must exist once: documents, mails, notices, opened work."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

import pytest
from office import Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner import clock
from planner.models import Document, Mail, Milestone, Notice, Task
from planner.reporting import YearDay, set_report

DAILY = ("roll_over", "monthly_digest", "periodic_reports", "send_reminders")
FIRST = date(2026, 6, 1)  # a Monday
ELEVENTH = date(2026, 6, 11)  # the day after the six-month report's last day
AT_ONCE = """
import sys, datetime
import flows.issuing_reports, flows.send_reminders
flows.issuing_reports.print_waiting = flows.send_reminders.print_waiting = list  # papers are printed elsewhere
from flows.by_hand import run
print("ready", flush=True)
sys.stdin.readline()
for name in sys.argv[2:]:
    print(run(name, datetime.date.fromisoformat(sys.argv[1])), flush=True)
"""


@pytest.fixture(autouse=True)
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The papers stay unprinted: that one is printed once is held elsewhere, and it takes most of the time."""
    import flows.issuing_reports
    import flows.send_reminders

    monkeypatch.setattr(flows.issuing_reports, "print_waiting", list)
    monkeypatch.setattr(flows.send_reminders, "print_waiting", list)


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """The office on either database, with its six-month report switched on, set for the flows."""
    engine: Engine = request.getfixturevalue("engine" if request.param == "sqlite" else "postgres")
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    with Session(engine, expire_on_commit=False) as session:
        office = make_office(session)
        admin = office.actor("admin")
        set_report(office.organisation, "half", 1, YearDay(6, 10), YearDay(6, 15), admin, date(2026, 1, 6))
        session.commit()
        yield office


only_sqlite = pytest.mark.parametrize("place", ["sqlite"], indirect=True)


def live(*days: date) -> list[str]:
    """Runs what a day's schedule runs, day by day; what the runs said."""
    from flows.by_hand import run

    return [run(name, day) for day in days for name in DAILY]


def what_is_there(session: Session) -> dict[str, Any]:
    """What may exist once only, and where the work stands."""
    session.rollback()
    mails = session.scalars(select(Mail.key)).all()
    documents = session.scalars(select(Document.key)).all()
    numbers = session.scalars(select(Document.number).where(Document.organisation_id == 1)).all()
    assert len(set(mails)) == len(mails)
    assert len(set(documents)) == len(documents)
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    return {
        "documents": sorted(documents),
        "mails": sorted(mails),
        "notices": sorted(session.scalars(select(Notice.key))),
        "states": session.execute(select(Task.id, Task.state).order_by(Task.id)).all(),
        "opened": session.execute(select(Milestone.id, Milestone.opened_on).order_by(Milestone.id)).all(),
    }


def digests(session: Session) -> list[str]:
    return [key for key in what_is_there(session)["documents"] if key.startswith("digest:")]


def days_from(first: date, count: int) -> list[date]:
    return [first + timedelta(days=step) for step in range(count)]


def test_two_processes_at_the_same_moment_make_everything_once(place: Office, tmp_path: Path) -> None:
    command = [sys.executable, "-c", AT_ONCE, ELEVENTH.isoformat(), *DAILY]
    pipe = subprocess.PIPE
    root = Path(__file__).parents[2]
    both = [
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=os.environ, cwd=root)
        for _ in range(2)
    ]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    answers = [process.communicate("go\n", timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], answers
    there = what_is_there(place.session)
    keys = [key for key in there["documents"] if key.startswith("digest:1:")]
    boards = ["all", *(str(board.id) for board in place.boards.values())]
    assert sorted(keys) == sorted(f"digest:1:{period}:{board}" for period in ("2026-05", "2026-H1") for board in boards)
    alone = what_is_there(place.session)
    live(ELEVENTH)  # a third run finds nothing left to do
    assert what_is_there(place.session) == alone


def test_five_runs_in_a_row_are_as_one(place: Office) -> None:
    said = live(FIRST)
    there = what_is_there(place.session)
    assert said[1] == "Ngày 01/06/2026: đã lập 4 báo cáo tháng."
    for _ in range(4):
        again = live(FIRST)
        assert [" đã mở 0 " in again[0], *(" đã lập 0 " in one for one in again[1:])] == [True] * 4
        assert what_is_there(place.session) == there


@only_sqlite
@pytest.mark.parametrize("late", range(1, 11))
def test_a_run_that_comes_days_late_issues_the_same_reports(place: Office, late: int) -> None:
    day = FIRST + timedelta(days=late)
    live(day)
    scopes = ["all", *(str(board.id) for board in place.boards.values())]
    owed = [] if day.weekday() > 4 else ["2026-05", "2026-H1"] if day >= ELEVENTH else ["2026-05"]
    assert digests(place.session) == sorted(f"digest:1:{period}:{board}" for period in owed for board in scopes)
    if not owed:  # a day off: the next working day heals it
        live(FIRST + timedelta(days=7))
        assert len(digests(place.session)) == 4


DROPPED = (1, 2, 3, 5, 8, 9, 11, 12, 15, 16)  # of June: ten ticks, those on which reports fall due among them


@only_sqlite
def test_after_ten_dropped_ticks_nothing_is_missing(
    place: Office, tmp_path_factory: pytest.TempPathFactory, empty_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    month = days_from(date(2026, 5, 25), 25)
    assert month[-1] == date(2026, 6, 18)
    live(*(day for day in month if day not in {date(2026, 6, nth) for nth in DROPPED}))
    dropped = what_is_there(place.session)
    with_all = another_office(tmp_path_factory, empty_database, monkeypatch)
    live(*month)
    whole = what_is_there(with_all.session)
    assert reports_of(dropped) == reports_of(whole)
    assert dropped["states"] == whole["states"]
    assert still_owed(place, month[-1]) == still_owed(with_all, month[-1]) == []
    weekly = [key for key in whole["notices"] if key.endswith("W25")]
    assert weekly
    assert [key for key in dropped["notices"] if key.endswith("W25")] == weekly


def reports_of(there: dict[str, Any]) -> list[str]:
    return [key for key in there["documents"] if key.startswith("digest:")]


def still_owed(office: Office, day: date) -> list[Any]:
    from planner.reminding import boards_owed

    office.session.rollback()
    return boards_owed(office.session, office.organisation, day)


def another_office(
    tmp_path_factory: pytest.TempPathFactory, empty_database: Path, monkeypatch: pytest.MonkeyPatch
) -> Office:
    """The same office once more, in a database of its own, set for the flows."""
    import shutil

    from planner.database import make_engine

    path = shutil.copy(empty_database, tmp_path_factory.mktemp("another") / "bangviec.db")
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", f"sqlite:///{path}")
    session = Session(make_engine(f"sqlite:///{path}"), expire_on_commit=False)
    office = make_office(session)
    admin = office.actor("admin")
    set_report(office.organisation, "half", 1, YearDay(6, 10), YearDay(6, 15), admin, date(2026, 1, 6))
    session.commit()
    return office


def test_after_a_week_without_a_run_there_is_one_digest_and_one_letter_a_board(place: Office) -> None:
    live(*days_from(date(2026, 5, 18), 12))  # until Friday, 29 May
    before = what_is_there(place.session)
    live(date(2026, 6, 8))  # the next Monday but one: seven working mornings and an overdue Monday were missed
    session = place.session
    session.rollback()
    new = session.scalars(select(Document).where(Document.key.not_in(before["documents"]))).all()
    assert {document.issued_on for document in new} == {date(2026, 6, 8)}
    letters = [document.board_id for document in new if document.kind == "reminder"]
    assert len(set(letters)) == len(letters) > 0
    assert sum(document.kind == "digest" for document in new) == 4
    mails = session.scalars(select(Mail.recipient).where(Mail.key.not_in(before["mails"]))).all()
    assert mails.count("truongban.pt@mau.invalid") == 2  # the digest and the letter
    live(date(2026, 6, 9))
    session.rollback()
    assert session.scalars(select(Document).where(Document.issued_on == date(2026, 6, 9))).all() == []


def at(monkeypatch: pytest.MonkeyPatch, instant: datetime) -> None:
    """Stops the machine's clock at an instant."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Stopped":
            return cls.fromtimestamp(instant.timestamp(), tz)

    monkeypatch.setattr(clock, "datetime", Stopped)


@only_sqlite
@pytest.mark.parametrize("off", [-1, 1])
def test_a_clock_that_is_an_hour_off_is_made_up_for(
    place: Office, monkeypatch: pytest.MonkeyPatch, off: int, tmp_path_factory: pytest.TempPathFactory,
    empty_database: Path,
) -> None:  # fmt: skip
    """Every run of three days by a wrong clock, then one by the right one: as if it had been right all the time."""
    from flows.by_hand import run

    hours = dict(
        zip(DAILY, (timedelta(hours=h, minutes=m) for h, m in ((0, 5), (7, 0), (7, 10), (7, 30))), strict=True)
    )
    midnight = datetime(2026, 5, 30, 17, tzinfo=UTC)  # of 31 May in Việt Nam
    for day in range(3):
        for name in DAILY:
            at(monkeypatch, midnight + timedelta(days=day, hours=off) + hours[name])
            run(name)
    at(monkeypatch, midnight + timedelta(days=2, hours=9))
    for name in DAILY:
        run(name)
    wrong = what_is_there(place.session)
    right_one = another_office(tmp_path_factory, empty_database, monkeypatch)
    live(date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 2))
    right = what_is_there(right_one.session)
    assert wrong["states"] == right["states"]
    assert wrong["documents"] == right["documents"]
    assert wrong["notices"] == right["notices"]
    assert wrong["mails"] == right["mails"]
