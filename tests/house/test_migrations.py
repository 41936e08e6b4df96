"""The revisions, one after the other, give the tables that the models describe; on both databases."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from office import Office, make_office
from sqlalchemy import Engine, create_engine, inspect, text
from sqlalchemy.orm import Session

import planner.models  # noqa: F401
from planner.base import Base
from planner.database import make_engine
from planner.errors import Refusal
from planner.migrations import upgrade


@pytest.fixture(params=["sqlite", "postgres"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of either kind."""
    if request.param == "postgres":
        yield request.getfixturevalue("postgres")
    else:
        engine = make_engine(f"sqlite:///{tmp_path / 'fresh.db'}")
        yield engine
        engine.dispose()


def schema(engine: Engine) -> dict[str, Any]:
    """Every table with its columns, keys and indexes, by name."""
    look = inspect(engine)
    return {
        table: {
            "columns": sorted((c["name"], str(c["type"]), c["nullable"]) for c in look.get_columns(table)),
            "primary": look.get_pk_constraint(table),
            "unique": sorted(repr(sorted(u.items(), key=str)) for u in look.get_unique_constraints(table)),
            "foreign": sorted(repr(sorted(f.items(), key=str)) for f in look.get_foreign_keys(table)),
            "indexes": sorted(repr((i["name"], i["column_names"], i["unique"])) for i in look.get_indexes(table)),
        }
        for table in look.get_table_names()
        if table != "alembic_version"
    }


def test_the_revisions_give_the_models_tables(fresh: Engine) -> None:
    assert upgrade(fresh)
    with fresh.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    by_revisions = schema(fresh)
    with fresh.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
        Base.metadata.drop_all(connection)
        Base.metadata.create_all(connection)
    assert by_revisions == schema(fresh)


def test_a_second_upgrade_does_nothing_and_keeps_everything(fresh: Engine) -> None:
    upgrade(fresh)
    with Session(fresh) as session:
        make_office(session)
        session.commit()
    assert not upgrade(fresh)
    with fresh.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM milestone")) == 16


def test_two_starters_at_once_do_not_collide(fresh: Engine) -> None:
    results: list[bool | BaseException] = []

    def start() -> None:
        try:
            results.append(upgrade(make_engine(fresh.url.render_as_string(hide_password=False))))
        except Exception as error:
            results.append(error)

    starters = [threading.Thread(target=start) for _ in range(4)]
    for starter in starters:
        starter.start()
    for starter in starters:
        starter.join()
    assert all(isinstance(result, bool) for result in results), results
    assert inspect(fresh).has_table("mail")


def test_a_database_of_a_newer_version_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Refusal, match="phiên bản mới hơn"):
        upgrade(engine)


def test_foreign_keys_are_enforced_again_after_an_upgrade(office: Office, database_file: Path) -> None:
    engine = make_engine(f"sqlite:///{database_file}")
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


def test_the_domain_runs_on_postgresql(postgres: Engine) -> None:
    upgrade(postgres)
    with Session(postgres) as session:
        office = make_office(session)
        office.task("1").begin_drafting(office.actor("head_pt"), office.plan.imported_on)
        session.commit()
    with create_engine(postgres.url).connect() as connection:
        assert connection.scalar(text("SELECT state FROM task WHERE number = '1'")) == "drafting"
