"""The kept bytes of every content: found while they are right, written when they were made anew. Makes nothing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, undefer

from feeds import assembly
from feeds.looking_up import scope_of
from feeds.making import Made, organisations, revision_of
from feeds.order import Order
from planner.models import PublishedFeed

INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of kept bytes without loading them. `etag` is without quotes."""

    id: int
    etag: str
    modified_at: datetime
    size: int
    gzip_size: int


def known_of(row: PublishedFeed) -> Published:
    return Published(row.id, row.etag, row.modified_at, row.size, row.gzip_size)


def kept(session: Session, order: Order) -> Published | None:
    """What is kept of an order if it is still right, else None. Reads only; refuses a scope that does not exist.

    Right is what was made of this revision, and begins as a feed made now would: same name, address and boards.
    """
    scope = scope_of(session, order)
    found = _stored(session, order.organisation.id, order.key, order.language)
    if found is None or found.revision != revision_of(session, organisations(order, scope)):
        return None
    return known_of(found) if found.head == assembly.head_digest(scope, order.key, order.language) else None


def load(connection: Connection, published: Published, packed: bool = False) -> bytes | None:
    """The bytes themselves; None when they were replaced or forgotten meanwhile."""
    bytes_ = PublishedFeed.gzip_content if packed else PublishedFeed.content
    query = select(bytes_).where(PublishedFeed.id == published.id, PublishedFeed.etag == published.etag)
    return connection.execute(query).scalar()


def keep(session: Session, made: Made) -> PublishedFeed:
    """Keeps a made feed, unless a newer one is kept; gives what is kept, with its bytes. The same bytes keep their day.

    The caller commits; the session has to be a writing one.
    """
    known = _stored(session, made.organisation_id, made.key, made.language)
    if known and known.etag == made.etag:
        session.execute(
            update(PublishedFeed)
            .where(PublishedFeed.id == known.id, _gives_way(made))
            .values(revision=made.revision, head=made.head)
        )
    else:
        _write(session, made, known)
    found = _stored(session, made.organisation_id, made.key, made.language, with_bytes=True)
    assert found is not None  # noqa: S101 - it was written a line ago
    return found


def _write(session: Session, made: Made, known: PublishedFeed | None) -> None:
    where = {"organisation_id": made.organisation_id, "key": made.key, "language": made.language}
    # Other bytes have another day, to the second in which Last-Modified counts.
    modified_at = max(made.modified_at, known.modified_at + SECOND) if known else made.modified_at
    values = {
        "revision": made.revision, "head": made.head, "etag": made.etag, "modified_at": modified_at,
        "size": len(made.content), "gzip_size": len(made.packed), "content": made.content, "gzip_content": made.packed,
    }  # fmt: skip
    insert = INSERTS[session.get_bind().dialect.name](PublishedFeed).values(**where, **values)
    session.execute(
        insert.on_conflict_do_update(index_elements=list(where), set_=values, where=_gives_way(made))
    )  # fmt: skip


def _gives_way(made: Made) -> ColumnElement[bool]:
    """What is kept goes if it is older or begins otherwise.

    Who sees fewer organisations than before has a lower sum of revisions.
    """
    return or_(PublishedFeed.revision <= made.revision, PublishedFeed.head != made.head)


def forget(session: Session, organisation_id: int, wanted: Collection[tuple[str, str]]) -> int:
    """Deletes what nobody asks for any more; `wanted` are keys with languages. How many there were."""
    kept = select(PublishedFeed.id, PublishedFeed.key, PublishedFeed.language)
    rows = session.execute(kept.where(PublishedFeed.organisation_id == organisation_id)).all()
    ids = [row.id for row in rows if (row.key, row.language) not in wanted]
    if ids:
        session.execute(delete(PublishedFeed).where(PublishedFeed.id.in_(ids)))
    return len(ids)


def _stored(
    session: Session, organisation_id: int, key: str, language: str, *, with_bytes: bool = False
) -> PublishedFeed | None:
    query = select(PublishedFeed).where(
        PublishedFeed.organisation_id == organisation_id, PublishedFeed.key == key, PublishedFeed.language == language
    )  # fmt: skip
    if with_bytes:
        query = query.options(undefer(PublishedFeed.content), undefer(PublishedFeed.gzip_content))
    return session.scalars(query.execution_options(populate_existing=True)).first()
