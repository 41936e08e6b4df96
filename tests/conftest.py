"""Fixtures that every room's tests share."""

import os
import shutil
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from planner.database import make_engine
from planner.migrations import upgrade

# With --import-mode=importlib the tests folder is not on the path; `from office import …` must work all the same.
sys.path.insert(0, str(Path(__file__).parent))

from chromium import launch_options
from databases import at, make_movable
from office import Office, make_office
from postgres import administrator, postgres_server, url


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The few files that take longest come first, so that no worker is left alone with one of them at the end."""
    items.sort(key=lambda item: item.get_closest_marker("system") is None)


@pytest.fixture(autouse=True)
def no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may depend on, or reach, an installation whose settings happen to be in the environment."""
    for name in [n for n in os.environ if n.startswith("BANGVIEC_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file without rows; each test copies it."""
    path = tmp_path_factory.mktemp("empty") / "bangviec.db"
    engine = make_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture
def database_file(tmp_path: Path, empty_database: Path) -> Path:
    """This test's own SQLite file."""
    return Path(shutil.copy(empty_database, tmp_path / "bangviec.db"))


@pytest.fixture(scope="session")
def warm_engine() -> Engine:
    """The engine of all tests that have a file of their own."""
    engine = make_engine("sqlite:///of-a-test.db")
    make_movable(engine)
    return engine


@pytest.fixture
def engine(database_file: Path, warm_engine: Engine) -> Iterator[Engine]:
    """An engine on this test's own migrated SQLite file."""
    with at(warm_engine, database_file) as engine:
        yield engine


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session on `engine`; it commits only when the test does."""
    with Session(engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def office(session: Session) -> Office:
    """The fictional office of office.py, committed."""
    office = make_office(session)
    session.commit()
    return office


@pytest.fixture(scope="session")
def postgres_folder() -> Iterator[str]:
    """A running PostgreSQL server: the folder of its socket."""
    with postgres_server() as folder:
        yield folder


@pytest.fixture(scope="session")
def migrated_postgres(postgres_folder: str) -> str:
    """The name of a migrated database without rows; each test copies it."""
    name = "migrated"
    with administrator(postgres_folder) as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine = make_engine(url(postgres_folder, name))
    upgrade(engine)
    engine.dispose()
    return name


@pytest.fixture
def new_postgres_from(postgres_folder: str) -> Iterator[Callable[[str], Engine]]:
    """Makes PostgreSQL databases of this test's own, each a copy of another."""
    made: dict[str, Engine] = {}

    def new(template: str) -> Engine:
        name = f"test_{uuid.uuid4().hex}"
        with administrator(postgres_folder) as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        made[name] = make_engine(url(postgres_folder, name))
        return made[name]

    yield new
    for name, engine in made.items():
        engine.dispose()
        with administrator(postgres_folder) as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def new_postgres(new_postgres_from: Callable[[str], Engine], migrated_postgres: str) -> Callable[[], Engine]:
    """Makes migrated PostgreSQL databases of this test's own."""
    return lambda: new_postgres_from(migrated_postgres)


@pytest.fixture
def postgres(new_postgres: Callable[[], Engine]) -> Engine:
    """An engine on a migrated PostgreSQL database of this test's own."""
    return new_postgres()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """How pytest-playwright starts its browser."""
    return launch_options()
