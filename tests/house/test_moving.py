"""An office moves from one kind of database to the other and back, and nothing is lost."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from office import make_office
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from bangviec import sample
from bangviec.moving import move
from flows.by_hand import run
from planner import clock
from planner.base import Base
from planner.database import make_engine
from planner.errors import Refusal
from planner.migrations import upgrade
from planner.models import Board, File, Organisation, Plan, Task

Contents = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def year(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The sample office with its year and its letters, an organisation whose superior came later, every byte."""
    with Session(engine) as session:
        sample.load(session, date(2026, 5, 11), "mật khẩu chỉ để thử")
        below = Organisation(name="Ủy ban MTTQ Việt Nam xã Mẫu")
        session.add(below)
        session.flush()
        above = Organisation(name="Ủy ban MTTQ Việt Nam miền Mẫu")
        session.add(above)
        session.flush()
        below.parent_id = above.id
        content = bytes(range(256)) * 4000
        session.add(File(
            organisation_id=above.id, name="mẫu.pdf", media_type="application/pdf", content=content, sha256="0" * 64,
            created_at=clock.now(),
        ))  # fmt: skip
        session.commit()
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", str(engine.url))
    run("send_reminders", date(2026, 5, 11))
    return engine


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Callable[[str], Engine]]:
    made: list[Engine] = []

    def new(name: str) -> Engine:
        made.append(make_engine(f"sqlite:///{tmp_path / name}"))
        upgrade(made[-1])
        return made[-1]

    yield new
    for one in made:
        one.dispose()


def contents(engine: Engine) -> Contents:
    with engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
        }


def silent(_table: str, _count: int) -> None:
    """Nobody watches."""


def test_everything_is_there_after_the_move_and_after_the_way_back(
    year: Engine, postgres: Engine, elsewhere: Callable[[str], Engine]
) -> None:
    upgrade(postgres)
    before = contents(year)
    assert before["document"] and before["mail"] and before["notice"]
    heard: dict[str, int] = {}
    moved = move(year, postgres, heard.__setitem__)
    assert contents(postgres) == before
    assert heard == {name: len(rows) for name, rows in before.items()}
    assert moved == sum(heard.values()) > 300
    home = elsewhere("home.db")
    assert move(postgres, home, silent) == moved
    assert contents(home) == before


def test_work_goes_on_with_the_next_numbers(year: Engine, postgres: Engine) -> None:
    upgrade(postgres)
    move(year, postgres, silent)
    with Session(postgres) as session:
        organisation = session.scalars(select(Organisation).order_by(Organisation.id)).first()
        assert organisation is not None
        last = max(session.scalars(select(Board.id)))
        board = organisation.add_board("Ban Mẫu")
        session.commit()
        assert board.id == last + 1


def test_a_target_with_rows_is_refused_and_stays_as_it_was(year: Engine, elsewhere: Callable[[str], Engine]) -> None:
    target = elsewhere("taken.db")
    with Session(target) as session:
        make_office(session)
        session.commit()
    before = contents(target)
    with pytest.raises(Refusal, match="đã có dữ liệu"):
        move(year, target, silent)
    assert contents(target) == before


def test_a_move_that_breaks_off_leaves_the_target_empty(year: Engine, postgres: Engine) -> None:
    upgrade(postgres)

    def break_off(table: str, _count: int) -> None:
        if table == "task":
            raise ConnectionError("the cable was pulled")

    with pytest.raises(ConnectionError):
        move(year, postgres, break_off)
    assert not any(contents(postgres).values())
    assert move(year, postgres, silent) > 300


def test_nobody_writes_into_a_sqlite_file_while_it_moves(year: Engine, elsewhere: Callable[[str], Engine]) -> None:
    file = year.url.database

    def write(table: str, _count: int) -> None:
        if table == "plan":
            other = make_engine(f"sqlite:///{file}", pool_size=1)
            with other.connect() as connection:
                connection.exec_driver_sql("PRAGMA busy_timeout=50")
                with pytest.raises(Exception, match="locked"):
                    connection.execution_options(bangviec_write=True).execute(text("UPDATE task SET title = 'late'"))
            other.dispose()
            tried.append(table)

    tried: list[str] = []
    move(year, elsewhere("target.db"), write)
    assert tried == ["plan"]


def test_the_command_moves_and_says_what_to_do_next(bangviec, document: Path, tmp_path: Path) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    answer = bangviec("move-to", f"sqlite:///{tmp_path / 'moved.db'}")
    assert (answer.code, answer.err) == (0, "") and "BANGVIEC_DATABASE_URL" in answer.out
    engine = make_engine(f"sqlite:///{tmp_path / 'moved.db'}")
    with Session(engine) as session:
        assert session.scalars(select(Plan)).one().rows and session.scalars(select(Task)).first()
    engine.dispose()
    again = bangviec("move-to", f"sqlite:///{tmp_path / 'moved.db'}")
    assert (again.code, again.out) == (1, "") and "đã có dữ liệu" in again.err and again.err.count("\n") == 1


@pytest.mark.parametrize(
    "url", ["mysql://x/y", "rubbish", "postgresql://127.0.0.1:1/none", "sqlite:////no/such/folder/x.db"]
)
def test_an_address_of_nothing_is_refused_in_one_sentence(bangviec, document: Path, url: str) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    answer = bangviec("move-to", url)
    assert answer.code == 1 and answer.out == "" and answer.err.count("\n") == 1 and "Traceback" not in answer.err


def test_onto_itself_is_refused(bangviec, document: Path, data: Path) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    answer = bangviec("move-to", f"sqlite:///{data / 'bangviec.db'}")
    assert answer.code == 1 and "đang dùng" in answer.err
