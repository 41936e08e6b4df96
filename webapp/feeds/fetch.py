"""GET /calendar/<secret>.ics: a feed for calendar programs. Whoever holds the address may read it; nobody signs in."""

from flask import Blueprint, request
from sqlalchemy import select, update
from werkzeug.wrappers import Response

import feeds
from feeds import Order, Subscription
from planner import clock
from planner.database import begin_write
from planner.models import Feed, Organisation
from planner.text import line
from webapp.access import access
from webapp.answers import SENTENCES
from webapp.extensions import db, limiter
from webapp.feeds.answer import answer_with
from webapp.language import say

section = Blueprint("calendar", __name__)


@section.get("/calendar/<secret>.ics")
@access.public
def show(secret: str) -> Response:
    """The bytes, made anew when stale; 304 to who has them; 404 for an address that is unknown, revoked or ended."""
    with db.engine.connect() as connection:
        feed = feeds.find(connection, secret, clock.today())
    if feed is None:
        return _unknown()
    answer = _answer(feed)
    _note_fetch(feed)
    return answer


@limiter.limit("20 per 15 minutes")
def _unknown() -> Response:
    """Guessing is slowed; a right address is not in the way of who guesses from the same place."""
    return _nothing()


def _nothing() -> Response:
    """A sentence for programs: a page would repeat the address in it."""
    return Response(say(SENTENCES[404]), 404, mimetype="text/plain")


def _answer(feed: Subscription) -> Response:
    """Made while only reading, kept in a short writing transaction."""
    session, order = db.session(), _order(feed)
    try:
        found = feeds.kept(session, order)
    except feeds.NoSuchScope:
        return _nothing()
    load = session.connection
    answer = answer_with(request, found, lambda packed: feeds.load(load(), found, packed)) if found else None
    if answer is None:
        made = feeds.make(session, order)
        session.commit()
        begin_write(session)
        row = feeds.keep(session, made)
        answer = answer_with(request, feeds.known_of(row), lambda packed: row.gzip_content if packed else row.content)
    session.commit()
    assert answer is not None  # noqa: S101 - the row in hand has its bytes
    return answer


def _order(feed: Subscription) -> Order:
    organisation = db.session.scalars(select(Organisation).where(Organisation.id == feed.organisation_id)).one()
    return Order(organisation, feed.scope, feed.choices, feed.language, clock.today())


def _note_fetch(feed: Subscription) -> None:
    """When and by which program it was fetched, at most once an hour."""
    now = clock.now()
    if feed.is_to_be_noted(now):
        session = db.session()
        begin_write(session)
        fetched = {"fetched_at": now, "fetched_by": line(request.user_agent.string)[:200]}
        session.execute(update(Feed).where(Feed.id == feed.feed_id).values(**fetched))
        session.commit()
