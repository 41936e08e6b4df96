"""Making a feed: what it depends on, and its bytes as of now. Only reads."""

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from feeds import assembly, days, loading
from feeds.assembly import Loaded
from feeds.days import DaysScope
from feeds.identity import EPOCH, sha256
from feeds.looking_up import scope_of
from feeds.order import Order
from feeds.scopes import Scope
from planner.feed_choices import USUAL, Choices
from planner.models import Change, Organisation

PACKING = 6  # zlib's own middle: a tenth of the size; more takes twice the time for a hundredth


@dataclass(frozen=True)
class Made:
    """A feed's bytes, made for a revision of its organisations; `modified_at` is the last change that they know of."""

    organisation_id: int
    key: str
    language: str
    revision: int
    head: str
    content: bytes
    modified_at: datetime

    @cached_property
    def etag(self) -> str:
        return sha256(self.content)

    @cached_property
    def packed(self) -> bytes:
        """The same bytes, packed: the same for ever, since no time of packing is written into them."""
        return gzip.compress(self.content, PACKING, mtime=0)


def build(
    session: Session, organisation: Organisation, scope: str, language: str = "vi", choices: Choices = USUAL,
    today: date | None = None,
) -> bytes:  # fmt: skip
    """The iCalendar of a scope (`all`, `board:7` …), made now. A constant number of queries."""
    order = Order(organisation, scope, choices, language, today)
    return _written(session, order, scope_of(session, order), None)[1]


def make(session: Session, order: Order, loaded: Loaded | None = None) -> Made:
    """The same with what tells later whether it is still right; `loaded` are tasks that hold the scope's."""
    scope = scope_of(session, order)
    revision, content = _written(session, order, scope, loaded)
    return Made(
        order.organisation.id, order.key, order.language, revision,
        assembly.head_digest(scope, order.key, order.language), content,
        _last_change(session, organisations(order, scope)),
    )  # fmt: skip


def load(session: Session, ids: Sequence[int], scope: Scope | None = None) -> Loaded:
    """The tasks of some organisations, or of a scope. The revision is asked first: what changes meanwhile is stale."""
    revision = revision_of(session, ids)
    return Loaded(loading.load(session, ids, scope), revision)


def _written(session: Session, order: Order, scope: Scope, loaded: Loaded | None) -> tuple[int, bytes]:
    """The bytes, and the revision of which they surely are."""
    if isinstance(scope, DaysScope):
        revision = revision_of(session, organisations(order, scope))
        parts = [days.components(session, order.organisation, scope, order.language)]
        return revision, assembly.assemble(scope, order, parts)
    loaded = loaded or load(session, organisations(order, scope), scope)
    return loaded.revision, assembly.assemble(scope, order, assembly.of_tasks(scope, order, loaded))


def organisations(order: Order, scope: Scope) -> Sequence[int]:
    """Those on whose revision a feed depends."""
    return scope.organisations or (order.organisation.id,)


def revision_of(database: Session | Connection, ids: Iterable[int]) -> int:
    """The sum of the organisations' revisions, asked of the database: objects in hand may be older."""
    revisions = select(func.sum(Organisation.revision)).where(Organisation.id.in_(ids))
    return database.execute(revisions).scalar() or 0


def _last_change(session: Session, ids: Iterable[int]) -> datetime:
    last = select(func.max(Change.at)).where(Change.organisation_id.in_(ids))
    return session.scalars(last).one() or EPOCH
