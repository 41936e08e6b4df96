"""The pages: Flask over planner's verbs. One section a resource; each view says who may use it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask

from webapp import access, answers, context, dates, language, people, sections, security, sessions, standings, writing
from webapp.extensions import csrf, db, htmx, limiter, login
from webapp.feeds import door
from webapp.settings import config
from webapp.time_requests import shown

TEMPLATES = Path(__file__).parent.parent / "templates"


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """The WSGI application. Settings come from BANGVIEC_*; what is passed wins. Touches no database."""
    app = Flask(__name__, template_folder=str(TEMPLATES))
    app.config.from_mapping(config() | dict(settings or {}))
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    db.init_app(app)
    writing.prepare_engine(app)
    for extension in (csrf, htmx, limiter):
        extension.init_app(app)
    login.init_app(app, add_context_processor=False)  # a page says itself whom it needs; a fault's needs nobody
    for part in (security, language, sessions, people, access, dates, standings, context, answers, sections, shown):
        part.init_app(app)
    door.init_app(app)
    return app
