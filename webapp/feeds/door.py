"""Before the application: answers calendar programs that ask for what is kept and right.

They ask every few minutes, all day, for every subscriber, and nearly always have the bytes already. For that nobody
needs a session, a language or a form's protection: one query, and no more. Whatever is not that plain goes on to
`webapp.feeds.fetch`: an unknown address, stale bytes, a fetch that has to be noted.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask
from sqlalchemy import Engine
from werkzeug.wrappers import Request, Response

import feeds
from planner import clock
from webapp.extensions import db
from webapp.feeds.answer import answer_with

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ADDRESS = re.compile(r"/calendar/([\w-]{43})\.ics", re.ASCII)


class Door:
    """A WSGI application before another."""

    def __init__(self, inner: "WSGIApplication", engine: Engine) -> None:
        self.inner, self.engine = inner, engine

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        asked = ADDRESS.fullmatch(environ.get("PATH_INFO", ""))
        answer = self._answer(environ, asked[1]) if asked and environ["REQUEST_METHOD"] in ("GET", "HEAD") else None
        return (answer or self.inner)(environ, start_response)

    def _answer(self, environ: "WSGIEnvironment", secret: str) -> Response | None:
        try:
            return self._kept(environ, secret)
        except Exception:  # whatever it is: the application says it in words, and logs it without the address
            return None

    def _kept(self, environ: "WSGIEnvironment", secret: str) -> Response | None:
        with self.engine.connect() as connection:
            feed = feeds.find(connection, secret, clock.today())
            if feed is None or feed.published is None or feed.is_to_be_noted(clock.now()):
                return None
            known = feed.published
            return answer_with(Request(environ), known, lambda packed: feeds.load(connection, known, packed))


def init_app(app: Flask) -> None:
    """Sets the door before the application; opens no connection."""
    with app.app_context():
        inner: Any = Door(app.wsgi_app, db.engine)
    app.wsgi_app = inner  # type: ignore[method-assign]
