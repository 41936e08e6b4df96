"""GET /calendar/<secret>.ics: a feed for calendar programs. Whoever holds the address may read it; nobody signs in."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from flask import Blueprint, abort, request
from sqlalchemy import select, update
from werkzeug.http import http_date, is_resource_modified, parse_etags
from werkzeug.wrappers import Response

import feeds
from feeds import Order, Published, Subscription
from planner import clock
from planner.database import begin_write
from planner.models import Feed, Organisation
from planner.text import line
from webapp.access import access
from webapp.encodings import wants_gzip
from webapp.extensions import db, limiter

section = Blueprint("calendar", __name__)

NOTED_EVERY = timedelta(hours=1)
Load = Callable[[bool], bytes | None]


@section.get("/calendar/<secret>.ics")
@access.public
def show(secret: str) -> Response:
    """The kept bytes, made anew when stale; 304 to who has them; 404 for an address that is unknown or revoked."""
    with db.engine.connect() as connection:
        feed = feeds.find(connection, secret)
        known = feed and feed.published
        answer = _answer(known, lambda packed: feeds.load(connection, known, packed)) if known else None
    if feed is None:
        return _unknown()
    answer = answer or _renewed(feed)
    _note_fetch(feed)
    return answer


@limiter.limit("20 per 15 minutes")
def _unknown() -> Response:
    """Guessing is slowed; a right address is not in the way of who guesses from the same place."""
    abort(404)


def _answer(published: Published, load: Load) -> Response | None:
    """None when the bytes were replaced in this instant. They are loaded only to be sent."""
    packed = wants_gzip()
    headers = _headers(published, packed)
    if not is_resource_modified(request.environ, headers["ETag"], last_modified=published.modified_at):
        return Response(status=412 if parse_etags(request.headers.get("If-Match")) else 304, headers=headers)
    content = b"" if request.method == "HEAD" else load(packed)
    if content is None:
        return None
    headers["Content-Type"] = "text/calendar; charset=utf-8"
    headers["Content-Disposition"] = 'inline; filename="bang-viec.ics"'
    headers["Content-Length"] = str(published.gzip_size if packed else published.size)
    if packed:
        headers["Content-Encoding"] = "gzip"
    return Response([content], headers=headers)


def _headers(published: Published, packed: bool) -> dict[str, str]:
    """What a 304 carries too. Packed bytes have a strong tag of their own (RFC 9110, section 8.8.3)."""
    modified = min(published.modified_at, datetime.now(UTC))  # never later than the answer's own Date
    return {
        "ETag": f'"{published.etag}-gzip"' if packed else f'"{published.etag}"',
        "Last-Modified": http_date(modified),
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Encoding",
    }


def _renewed(feed: Subscription) -> Response:
    """Made while only reading, kept in a short writing transaction."""
    session = db.session()
    order = _order(feed)
    try:
        found = feeds.kept(session, order)
    except feeds.NoSuchScope:
        abort(404)
    answer = _answer(found, lambda packed: feeds.load(session.connection(), found, packed)) if found else None
    if answer is None:
        made = feeds.make(session, order)
        session.commit()
        begin_write(session)
        row = feeds.keep(session, made)
        session.commit()
        answer = _answer(feeds.known_of(row), lambda packed: row.gzip_content if packed else row.content)
    session.commit()
    assert answer is not None  # noqa: S101 - the row in hand has its bytes
    return answer


def _order(feed: Subscription) -> Order:
    organisation = db.session.scalars(select(Organisation).where(Organisation.id == feed.organisation_id)).one()
    return Order(organisation, feed.scope, feed.choices, feed.language, clock.today())


def _note_fetch(feed: Subscription) -> None:
    """When and by which program it was fetched, at most once an hour."""
    now = clock.now()
    if feed.fetched_at is not None and now - feed.fetched_at < NOTED_EVERY:
        return
    session = db.session()
    begin_write(session)
    fetched = {"fetched_at": now, "fetched_by": line(request.user_agent.string)[:200]}
    session.execute(update(Feed).where(Feed.id == feed.feed_id).values(**fetched))
    session.commit()
