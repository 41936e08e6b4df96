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
    return address if address and _is_ours(address) else url_for("kanban.show")


def _is_ours(address: str) -> bool:
    if not address.startswith("/") or address.startswith("//") or "\\" in address or not address.isprintable():
        return False
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets where none belong
        return False
    return not parts.scheme and not parts.netloc
