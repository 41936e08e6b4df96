"""When a page is what the browser already has: nothing that it shows can have changed."""

import hashlib
from functools import cache
from pathlib import Path

from flask import current_app, make_response, request, session
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from planner.clock import today
from webapp.language import current_language
from webapp.people import current_actor, current_organisation

ROOT = Path(__file__).parent.parent


@cache
def _code_version() -> float:
    """The newest of what pages are made of; the same in every process."""
    folders = (ROOT / "webapp", ROOT / "templates", ROOT / "planner")
    return max(f.stat().st_mtime for folder in folders for f in folder.rglob("*") if f.suffix in PAGE_PARTS)


PAGE_PARTS = {".py", ".html", ".css", ".js", ".mo"}


def page_etag() -> str | None:
    """A tag for all that a page depends on: the organisation's revision, the day, the language, who looks and at what.

    None while a word on the last action waits to be shown.
    """
    if session.get("_flashes"):
        return None
    generate_csrf()  # the page carries the session's token; without one yet, each answer would make its own
    actor, organisation = current_actor(), current_organisation()
    parts = (
        organisation.id, organisation.revision, organisation.arrangement, today(), current_language(),
        actor.person_id, actor.name, actor.roles, request.full_path, session.get("csrf_token"),
        request.headers.get("HX-Request"), _code_version(),
    )  # fmt: skip
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def unchanged(etag: str | None) -> Response | None:
    """The short answer to a browser that has this page, or None."""
    if etag is None or current_app.debug or not request.if_none_match.contains_weak(etag):
        return None
    answer = make_response("", 304)
    answer.set_etag(etag)
    return answer
