"""GET /calendar/<secret>.ics: a feed for calendar programs. Whoever holds the address may read it; nobody signs in."""

from datetime import timedelta

from flask import Blueprint, abort, make_response, request
from werkzeug.wrappers import Response

import feeds
from planner import clock
from planner.database import begin_write
from planner.models import Feed, PublishedFeed, feed_by_secret
from planner.text import line
from webapp.access import access
from webapp.extensions import db, limiter

section = Blueprint("calendar", __name__)

NOTED_EVERY = timedelta(hours=1)


def _is_missing(answer: Response) -> bool:
    return answer.status_code == 404


@section.get("/calendar/<secret>.ics")
@limiter.limit("20 per 15 minutes", deduct_when=_is_missing)
@limiter.limit("300 per minute")
@access.public
def show(secret: str) -> Response:
    """The kept bytes, made anew when stale; 304 to who has them; 404 for an address that is unknown or revoked."""
    feed = feed_by_secret(db.session(), secret) or abort(404)
    published = _published(feed)
    _note_fetch(feed)
    answer = make_response(published.content)
    answer.headers["Content-Type"] = "text/calendar; charset=utf-8"
    answer.headers["Content-Disposition"] = 'inline; filename="bang-viec.ics"'
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.set_etag(published.etag)
    answer.last_modified = published.modified_at
    return answer.make_conditional(request)


def _published(feed: Feed) -> PublishedFeed:
    """Made while only reading, kept in a short writing transaction."""
    session, language = db.session(), feed.person.language
    kept = feeds.kept(session, feed.organisation, feed.scope_key, language)
    if kept is None:
        made = feeds.make(session, feed.organisation, feed.scope_key, language)
        session.commit()
        begin_write(session)
        kept = feeds.keep(session, made)
    session.commit()
    return kept


def _note_fetch(feed: Feed) -> None:
    """When and by which program it was fetched, at most once an hour."""
    now = clock.now()
    if feed.fetched_at is not None and now - feed.fetched_at < NOTED_EVERY:
        return
    begin_write(db.session())
    feed.fetched_at, feed.fetched_by = now, line(request.user_agent.string)[:200]
    db.session.commit()
