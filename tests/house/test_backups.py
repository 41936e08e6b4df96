"""A backup is whole although somebody writes meanwhile, and comes back as it was."""

import json
import sqlite3
import threading
import zipfile
from pathlib import Path

import pytest
from office import make_office
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from bangviec.backups import backup, restore
from planner.database import make_engine
from planner.errors import Refusal
from planner.migrations import upgrade


def titles(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.scalars(text("SELECT title FROM task ORDER BY id")))


@pytest.fixture(params=["sqlite", "postgres"])
def filled(request: pytest.FixtureRequest) -> Engine:
    """An office in either kind of database."""
    engine = request.getfixturevalue("engine" if request.param == "sqlite" else "postgres")
    upgrade(engine)
    with Session(engine) as session:
        make_office(session)
        session.commit()
    return engine


def test_what_was_backed_up_comes_back(filled: Engine, tmp_path: Path) -> None:
    before = titles(filled)
    backup(filled, str(tmp_path / "copy.zip"))
    with filled.begin() as connection:
        connection.execute(text("UPDATE task SET title = 'spoilt'"))
    restore(filled, str(tmp_path / "copy.zip"))
    assert titles(filled) == before
    with Session(filled) as session:
        session.execute(text("INSERT INTO day_off (day, is_off, name) VALUES ('2026-05-12', TRUE, '')"))
        session.commit()


def test_a_backup_under_way_is_whole_while_others_write(engine: Engine, tmp_path: Path) -> None:
    """Two tables always hold the same number of rows in a transaction; a torn copy would show it."""
    with engine.begin() as connection:
        for table in ("left_side", "right_side"):
            connection.execute(text(f"CREATE TABLE {table} (n INTEGER, filler TEXT)"))
    over = threading.Event()
    writer = threading.Thread(target=_write_pairs, args=(engine, over))
    writer.start()
    try:
        counts = [_backed_up_counts(engine, tmp_path / f"{n}.zip", tmp_path) for n in range(8)]
    finally:
        over.set()
        writer.join()
    assert all(left == right for left, right in counts)
    assert len(set(counts)) > 1, "nobody wrote meanwhile"


def _write_pairs(engine: Engine, over: threading.Event) -> None:
    while not over.is_set():
        with engine.begin() as connection:
            for table in ("left_side", "right_side"):
                connection.execute(text(f"INSERT INTO {table} VALUES (1, '{'x' * 3000}')"))


def _backed_up_counts(engine: Engine, file: Path, folder: Path) -> tuple[int, int]:
    backup(engine, str(file))
    with zipfile.ZipFile(file) as archive:
        copy = archive.extract("bangviec.db", folder / file.stem)
    with sqlite3.connect(copy) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        left, right = (database.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("left_side", "right_side"))
    return left, right


def test_what_was_there_before_a_restore_is_kept_beside_it(engine: Engine, tmp_path: Path) -> None:
    backup(engine, str(tmp_path / "empty.zip"))
    with Session(engine) as session:
        make_office(session)
        session.commit()
    restore(engine, str(tmp_path / "empty.zip"))
    assert titles(engine) == []
    kept = make_engine(f"sqlite:///{tmp_path / 'bangviec.before-restore-1.db'}")
    assert len(titles(kept)) == 10
    kept.dispose()


@pytest.mark.parametrize("broken", ["no zip", "no manifest", "no database", "torn database", "other kind"])
def test_what_is_no_backup_changes_nothing(engine: Engine, tmp_path: Path, broken: str) -> None:
    with Session(engine) as session:
        make_office(session)
        session.commit()
    with pytest.raises(Refusal):
        restore(engine, str(_broken(engine, tmp_path / "broken.zip", broken)))
    assert len(titles(engine)) == 10


def _broken(engine: Engine, file: Path, how: str) -> Path:
    if how == "no zip":
        file.write_bytes(b"PK\3\4 nothing")
        return file
    backup(engine, str(file))
    with zipfile.ZipFile(file) as archive:
        manifest, database = json.loads(archive.read("manifest.json")), archive.read("bangviec.db")
    parts = {"manifest.json": json.dumps(manifest), "bangviec.db": database}
    if how == "no manifest":
        del parts["manifest.json"]
    elif how == "no database":
        del parts["bangviec.db"]
    elif how == "torn database":
        parts["bangviec.db"] = database[: len(database) // 2]
    else:
        parts["manifest.json"] = json.dumps(manifest | {"database": "postgresql"})
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file
