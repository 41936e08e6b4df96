"""The subscription behind a secret address, and the kept bytes that answer it: one query, none of the bytes in it.

Only organisations below ask for a query or two more: which they are, and what their revisions sum up to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from feeds import assembly, days
from feeds.keeping import Published
from feeds.looking_up import Place, below, places
from feeds.making import revision_of
from feeds.scopes import About, Scope, scope_about
from planner.feed_choices import Choices, alarms_of
from planner.models import Board, Feed, Membership, Organisation, Person, PublishedFeed
from planner.models.feed import scope_key, sees
from planner.models.person import digest
from planner.occasions import Term

NOTED_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Subscription:
    """An open feed. `published` is None when nothing is kept, or what is kept may be stale."""

    feed_id: int
    organisation_id: int
    scope: str
    choices: Choices
    language: str
    fetched_at: datetime | None
    published: Published | None

    def is_to_be_noted(self, now: datetime) -> bool:
        """Whether this fetch counts as news: it is the first, or an hour after the last that was noted."""
        return self.fetched_at is None or now - self.fetched_at >= NOTED_EVERY


def find(connection: Connection, secret: str, today: date) -> Subscription | None:
    """The open subscription with this secret; None where it is unknown or revoked, or its person may not see it.

    `today` decides on the years of a feed of days.
    """
    rows = connection.execute(_QUERY, {"digest": digest(secret)}).all()
    if not rows or not _is_open(rows):
        return None
    feed, known = rows[0], _fresh(connection, rows, today)
    return Subscription(
        feed.id, feed.organisation_id, scope_key(feed.scope, feed.board_id, feed.person_id),
        Choices(feed.milestones, feed.form, alarms_of(feed.alarms), feed.with_done), feed.language, feed.fetched_at,
        Published(feed.published_id, feed.etag, feed.modified_at, feed.size, feed.gzip_size) if known else None,
    )  # fmt: skip


def _is_open(rows: Sequence[Row[Any]]) -> bool:
    """Not revoked, and its person may still see it."""
    feed = rows[0]
    if feed.revoked_at is not None or feed.disabled_at is not None:
        return False
    here = {row.role_board_id for row in rows if row.role_organisation_id == feed.organisation_id}
    return sees(here, feed.board_id if feed.by_board_role else None)


def _fresh(connection: Connection, rows: Sequence[Row[Any]], today: date) -> bool:
    """Whether what is kept was made of this revision, and begins as a feed made now would."""
    feed = rows[0]
    if feed.published_id is None:
        return False
    scope = _scope(connection, rows, today)
    several = len(scope.organisations) > 1
    revision = revision_of(connection, scope.organisations) if several else feed.revision
    head = assembly.head_digest(scope, feed.key, feed.language)
    return bool(revision == feed.published_revision and head == feed.head)


def _scope(connection: Connection, rows: Sequence[Row[Any]], today: date) -> Scope:
    feed = rows[0]
    if feed.scope == "days":
        own = Term(feed.term_first, feed.term_last) if feed.term_first and feed.term_last else None
        return days.scope(feed.organisation, own, feed.language, today)
    roles = [Place(row.role, row.role_organisation_id, row.role_board_id) for row in rows]
    about = About(
        feed.organisation_id, feed.organisation, feed.board_id, feed.board, feed.person_id, feed.person,
        *places(roles, feed.organisation_id),
    )  # fmt: skip
    under = below(connection, feed.organisation_id) if feed.scope == "tree" else ()
    return scope_about(feed.scope, about, feed.language, under)


def _query() -> Any:
    """A row for each role of the feed's person, or one without any."""
    feed, person, organisation = Feed.__table__.c, Person.__table__.c, Organisation.__table__.c
    board, role, kept = Board.__table__.c, Membership.__table__.c, PublishedFeed.__table__.c
    its_bytes = (
        (kept.organisation_id == feed.organisation_id) & (kept.key == feed.key) & (kept.language == person.language)
    )
    return (
        select(
            feed.id, feed.organisation_id, feed.person_id, feed.board_id, feed.scope, feed.milestones, feed.form,
            feed.alarms, feed.with_done, feed.by_board_role, feed.key, feed.revoked_at, feed.fetched_at,
            person.name.label("person"), person.language, person.disabled_at,
            organisation.name.label("organisation"), organisation.revision, organisation.term_first,
            organisation.term_last, board.name.label("board"),
            role.role, role.organisation_id.label("role_organisation_id"), role.board_id.label("role_board_id"),
            kept.id.label("published_id"), kept.revision.label("published_revision"), kept.head, kept.etag,
            kept.modified_at, kept.size, kept.gzip_size,
        )
        .select_from(Feed.__table__)
        .join(Person.__table__, person.id == feed.person_id)
        .join(Organisation.__table__, organisation.id == feed.organisation_id)
        .outerjoin(Board.__table__, board.id == feed.board_id)
        .outerjoin(Membership.__table__, role.person_id == feed.person_id)
        .outerjoin(PublishedFeed.__table__, its_bytes)
        .where(feed.secret_sha256 == bindparam("digest"))
    )  # fmt: skip


_QUERY = _query()
