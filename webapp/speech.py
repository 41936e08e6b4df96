"""POST /language: the language of the pages, kept in the session."""

from urllib.parse import urlsplit

from flask import Blueprint, redirect, request, session, url_for
from werkzeug.wrappers import Response

from planner.language import LANGUAGES
from webapp.access import access

section = Blueprint("speech", __name__)


@section.post("/language")
@access.public
def update() -> Response:
    if request.form.get("language") in LANGUAGES:
        session["language"] = request.form["language"]
    return redirect(local_address(request.form.get("next")), 303)


def local_address(address: str | None) -> str:
    """An address within these pages; anything that leads elsewhere becomes the kanban."""
    address = address or ""
    parts = urlsplit(address)
    ours = address.startswith("/") and not address.startswith("//") and not parts.scheme and not parts.netloc
    return address if ours and address.isprintable() and "\\" not in address else url_for("kanban.show")
