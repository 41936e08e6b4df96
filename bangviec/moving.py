"""Moving an office to another database, such as from the SQLite of one machine to a PostgreSQL server.

Rows are copied as they are: numbers, histories, kept documents and the hashes of secrets, so that every link, calendar
address and sign-in goes on. Source and target are compared before the target's one transaction is committed.
"""

import hashlib
from collections.abc import Callable, Iterator

from sqlalchemy import Column, Connection, Engine, Row, Table, bindparam, func, insert, select, text, update
from sqlalchemy.engine.interfaces import IsolationLevel

import planner.models  # noqa: F401 - fills the metadata
from planner.base import Base
from planner.database import WRITE
from planner.errors import Refusal
from planner.language import N_

AT_ONCE = 200  # rows in memory; a row of `file` may have 20 MB
FEW_AT_ONCE = 4
NOT_EMPTY = N_("Cơ sở dữ liệu đích đã có dữ liệu (bảng %(table)s); chỉ chuyển được vào cơ sở dữ liệu trống.")
DIFFERS = N_("Bảng %(table)s ở hai nơi không giống nhau sau khi chép; đã hủy việc chuyển, nơi đích vẫn trống.")
UNSEEN: IsolationLevel = "REPEATABLE READ"


def move(source: Engine, target: Engine, done: Callable[[str, int], None]) -> int:
    """Copies every row of `source` into the migrated, empty `target`; gives how many.

    All or nothing: one transaction on the target, and on the source one that sees a single moment (on SQLite nobody
    writes meanwhile). `done` hears of each table with its number of rows. Refuses a target that has rows.
    """
    with (
        source.connect() as here, target.connect() as there,
        _one_moment(here).begin(), there.execution_options(**WRITE).begin(),
    ):  # fmt: skip
        _refuse_rows(there)
        for table in Base.metadata.sorted_tables:
            done(table.name, _copy(here, there, table))
        _compare(here, there)
        _go_on_counting(there)
        return sum(_count(there, table) for table in Base.metadata.sorted_tables)


def _one_moment(connection: Connection) -> Connection:
    if connection.dialect.name == "postgresql":
        return connection.execution_options(isolation_level=UNSEEN)
    return connection.execution_options(**WRITE)


def _refuse_rows(connection: Connection) -> None:
    for table in Base.metadata.sorted_tables:
        if connection.execute(select(table).limit(1)).first():
            raise Refusal(NOT_EMPTY, table=table.name)


def _copy(here: Connection, there: Connection, table: Table) -> int:
    """Rows first without what points into their own table, which may point forward; then that."""
    within = [c for c in table.columns if any(key.column.table is table for key in c.foreign_keys)]
    number = 0
    for rows in _rows(here, table):
        there.execute(insert(table), [dict(row._mapping) | {c.name: None for c in within} for row in rows])
        number += len(rows)
    for column in within:
        _point(here, there, table, column)
    return number


def _point(here: Connection, there: Connection, table: Table, column: Column[int]) -> None:
    pointing = here.execute(select(table.c.id, column).where(column.is_not(None))).all()
    if pointing:
        statement = update(table).where(table.c.id == bindparam("row")).values({column.name: bindparam("points_to")})
        there.execute(statement, [{"row": row, "points_to": to} for row, to in pointing])


def _rows(connection: Connection, table: Table) -> Iterator[list[Row[tuple[object, ...]]]]:
    large = any("BLOB" in str(column.type) or "BYTEA" in str(column.type) for column in table.columns)
    size = FEW_AT_ONCE if large else AT_ONCE
    query = select(table).order_by(*table.primary_key).execution_options(yield_per=size)
    for rows in connection.execute(query).partitions():
        yield list(rows)


def _compare(here: Connection, there: Connection) -> None:
    for table in Base.metadata.sorted_tables:
        if _fingerprint(here, table) != _fingerprint(there, table):
            raise Refusal(DIFFERS, table=table.name)


def _fingerprint(connection: Connection, table: Table) -> str:
    """The same for the same rows in either kind of database: of the values, not of how they are stored."""
    seen = hashlib.sha256()
    for rows in _rows(connection, table):
        for row in rows:
            seen.update(repr([_plain(value) for value in row]).encode())
    return seen.hexdigest()


def _plain(value: object) -> object:
    """PostgreSQL's JSON keeps the order of keys, but a number may come back as another type of the same value."""
    if isinstance(value, dict):
        return sorted((key, _plain(one)) for key, one in value.items())
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return bytes(value) if isinstance(value, memoryview) else value


def _go_on_counting(connection: Connection) -> None:
    """The next row of a table gets the number after the last one; SQLite looks for itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in (one for one in Base.metadata.sorted_tables if "id" in one.c):
        last = connection.scalar(select(func.max(table.c.id)))
        if last:
            found = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)")
            connection.execute(found, {"name": f'"{table.name}"', "last": last})


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
