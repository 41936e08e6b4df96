"""GET /health: whether this process answers; it asks nothing of the database."""

from flask import Blueprint

from webapp.access import access

section = Blueprint("health", __name__)


@section.get("/health")
@access.public
def show() -> dict[str, str]:
    return {"status": "ok"}
