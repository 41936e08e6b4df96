"""POST /language: the language of the pages, kept in the session, so that it can be chosen before signing in."""

from urllib.parse import urlencode, urlsplit

from flask import Blueprint, current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from webapp.access import access
from webapp.language import choose_language

section = Blueprint("speech", __name__)


@section.post("/language")
@access.public
def update() -> Response:
    choose_language(request.form.get("language"))
    return redirect(local_address(request.form.get("next")), 303)


def this_page(onward: str = "") -> str:
    """Where the page that is shown can be asked for again; of a form that was refused, the page that it stands on.

    `onward` is where that page's form leads. It is not looked up here: what was sent may be what was refused.
    """
    if request.blueprint == "calendar":
        return ""  # a secret address, which no page shows
    if request.method in ("GET", "HEAD"):
        return request.full_path.rstrip("?")
    routes = current_app.create_url_adapter(request)
    if not routes or not routes.test(method="GET"):
        return ""
    return f"{request.path}?{urlencode({'next': onward})}" if onward else request.path


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
