"""The kept bytes of every scope: a fetch finds them made, and makes them anew when they are stale.

Making only reads and keeping only writes, so that no writing transaction is open while a calendar is put together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from feeds import assembly, identity, tasks
from feeds.scopes import Scope, of_person, scope_of
from planner.models import Change, Feed, Organisation, Person, PublishedFeed

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True, slots=True)
class Made:
    """A feed's bytes, made for a revision of its organisation; `modified_at` is the last change that they know of."""

    organisation_id: int
    key: str
    revision: int
    content: bytes
    modified_at: datetime


def feed_bytes(session: Session, organisation: Organisation, scope_key: str, language: str = "vi") -> PublishedFeed:
    """The kept feed of a scope, made and kept anew when stale. The caller commits; the session has to be a writing one.

    Who holds a reading session asks `kept`, else `make`, and hands the result to `keep` in a writing one.
    """
    found = kept(session, organisation, scope_key, language)
    return found or keep(session, make(session, organisation, scope_key, language))


def kept(session: Session, organisation: Organisation, scope_key: str, language: str = "vi") -> PublishedFeed | None:
    """The kept feed of a scope if it is still right, else None. Reads only; refuses a scope that does not exist."""
    scope = scope_of(session, organisation, scope_key, language)
    return _fresh(session, organisation, scope, language, _revision(session, organisation))


def make(session: Session, organisation: Organisation, scope_key: str, language: str = "vi") -> Made:
    """A scope's feed as of now. Reads only."""
    scope = scope_of(session, organisation, scope_key, language)
    revision = _revision(session, organisation)
    return _made(session, organisation, scope, language, revision, tasks.load(session, organisation, scope))


def keep(session: Session, made: Made) -> PublishedFeed:
    """Keeps a made feed, unless a newer one is kept; gives what is kept. Bytes that did not change keep their day."""
    values = {
        "revision": made.revision, "etag": identity.etag(made.content), "content": made.content,
        "modified_at": made.modified_at,
    }  # fmt: skip
    known = _stored(session, made.organisation_id, made.key)
    if known and known.etag == values["etag"]:
        values["modified_at"] = known.modified_at
    insert = INSERTS[session.get_bind().dialect.name](PublishedFeed)
    where = {"organisation_id": made.organisation_id, "scope_key": made.key}
    session.execute(
        insert.values(**where, **values).on_conflict_do_update(
            index_elements=list(where), set_=values, where=PublishedFeed.revision <= made.revision
        )
    )
    found = _stored(session, made.organisation_id, made.key)
    assert found is not None  # noqa: S101 - it was written a line ago
    return found


def publish(session: Session, organisation: Organisation) -> int:
    """Makes and keeps every stale feed in one session; how many there were."""
    return len([keep(session, made) for made in list(make_stale(session, organisation))])


def make_stale(session: Session, organisation: Organisation) -> Iterator[Made]:
    """Every stale feed, made: everything, each board's, each subscriber's own. Reads only, the tasks once for all."""
    revision = _revision(session, organisation)
    loaded: tasks.Loaded | None = None
    for scope, language in _wanted(session, organisation):
        if _fresh(session, organisation, scope, language, revision) is None:
            loaded = loaded or tasks.load(session, organisation)
            yield _made(session, organisation, scope, language, revision, loaded)


def _made(
    session: Session, organisation: Organisation, scope: Scope, language: str, revision: int, loaded: tasks.Loaded
) -> Made:
    content = assembly.assemble(scope, loaded, language)
    return Made(organisation.id, _key(scope, language), revision, content, _last_change(session, organisation))


def _wanted(session: Session, organisation: Organisation) -> Iterable[tuple[Scope, str]]:
    """The scopes to make ahead: in Vietnamese for all, and what somebody with another language subscribes to."""
    for key in ("all", *(f"board:{board.id}" for board in organisation.boards)):
        yield scope_of(session, organisation, key), "vi"
    subscribers = select(Person).join(Feed, Feed.person_id == Person.id).where(
        Feed.organisation_id == organisation.id, Feed.scope == "person", Feed.revoked_at.is_(None),
        Person.disabled_at.is_(None),
    )  # fmt: skip
    for person in session.scalars(subscribers.distinct()):
        yield of_person(session, organisation, person, person.language), person.language


def _fresh(
    session: Session, organisation: Organisation, scope: Scope, language: str, revision: int
) -> PublishedFeed | None:
    """What is kept, if it is of this revision and begins as a feed made now would: same name, address and boards."""
    found = _stored(session, organisation.id, _key(scope, language))
    if found is None or found.revision != revision:
        return None
    return found if found.content.startswith(assembly.head(scope, language)) else None


def _stored(session: Session, organisation_id: int, key: str) -> PublishedFeed | None:
    query = select(PublishedFeed).where(
        PublishedFeed.organisation_id == organisation_id, PublishedFeed.scope_key == key
    )  # fmt: skip
    return session.scalars(query.execution_options(populate_existing=True)).first()


def _revision(session: Session, organisation: Organisation) -> int:
    """Asked of the database: the object in hand may be older."""
    return session.scalars(select(Organisation.revision).where(Organisation.id == organisation.id)).one()


def _last_change(session: Session, organisation: Organisation) -> datetime:
    last = select(func.max(Change.at)).where(Change.organisation_id == organisation.id)
    return session.scalars(last).one() or EPOCH


def _key(scope: Scope, language: str) -> str:
    return scope.key if language == "vi" else f"{scope.key}/{language}"
