"""Feeds made ahead: what people subscribe to, and everything and each board's in the usual form.

Making only reads and keeping only writes, so that no writing transaction is open while a calendar is put together.
"""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from feeds.assembly import Loaded
from feeds.keeping import forget, kept
from feeds.looking_up import NoSuchScope
from feeds.making import Made, load, make
from feeds.order import Order
from planner.models import Feed, Membership, Organisation, Person
from planner.models.feed import scope_key

ALONE = ("tree", "days")  # made of more, or of other things, than the tasks of one organisation


def make_stale(session: Session, organisation: Organisation, today: date) -> Iterator[Made]:
    """Every stale feed, made. Reads only, the tasks once for all that hold none of other organisations."""
    loaded: Loaded | None = None
    for order in wanted(session, organisation, today):
        try:
            if kept(session, order) is None:
                if not order.scope.startswith(ALONE):
                    loaded = loaded or load(session, [organisation.id])
                yield make(session, order, None if order.scope.startswith(ALONE) else loaded)
        except NoSuchScope:
            continue  # its person has left the organisation meanwhile; a fetch finds nothing either


def forget_others(session: Session, organisation: Organisation, today: date) -> int:
    """Deletes the kept bytes that nobody subscribes to any more."""
    keys = {(order.key, order.language) for order in wanted(session, organisation, today)}
    return forget(session, organisation.id, keys)


def wanted(session: Session, organisation: Organisation, today: date) -> list[Order]:
    """The feeds to make ahead, each once: everything and each board's as usual, and what open subscriptions chose."""
    usual = ["all", *(f"board:{board.id}" for board in organisation.boards)]
    orders = [Order(organisation, key, today=today) for key in usual]
    orders += [
        Order(organisation, scope_key(feed.scope, feed.board_id, feed.person_id), feed.choices, language, today)
        for feed, language in session.execute(_subscriptions(organisation))
    ]
    return list({(order.key, order.language): order for order in orders}.values())


def _subscriptions(organisation: Organisation):  # type: ignore[no-untyped-def]
    """Open ones as far as the person still belongs to the organisation; a fetch looks closer."""
    belongs = select(Membership.id).where(
        Membership.person_id == Feed.person_id, Membership.organisation_id == organisation.id
    )
    return (
        select(Feed, Person.language)
        .join(Person, Person.id == Feed.person_id)
        .where(Feed.organisation_id == organisation.id, Feed.revoked_at.is_(None), Person.disabled_at.is_(None))
        .where(belongs.exists())
        .order_by(Feed.id)
    )
