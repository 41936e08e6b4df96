"""Fixtures that every room's tests share."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from planner.base import Base
from planner.database import make_engine

# With --import-mode=importlib the tests folder is not on the path; `from office import …` must work all the same.
_spec = importlib.util.spec_from_file_location("office", Path(__file__).with_name("office.py"))
assert _spec and _spec.loader
office_module = sys.modules.setdefault("office", importlib.util.module_from_spec(_spec))
if not hasattr(office_module, "make_office"):
    _spec.loader.exec_module(office_module)


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
    Base.metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.fixture
def database_file(tmp_path: Path, empty_database: Path) -> Path:
    """This test's own SQLite file."""
    return Path(shutil.copy(empty_database, tmp_path / "bangviec.db"))


@pytest.fixture
def engine(database_file: Path) -> Iterator[Engine]:
    """An engine on this test's own migrated SQLite file."""
    engine = make_engine(f"sqlite:///{database_file}")
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session on `engine`; it commits only when the test does."""
    with Session(engine, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def office(session: Session) -> "office_module.Office":  # type: ignore[name-defined]
    """The fictional office of office.py, committed."""
    office = office_module.make_office(session)
    session.commit()
    return office
