"""A plan document from upload to import: read, shown row by row with its doubts, corrected, imported or dropped."""

from flask import Blueprint

section = Blueprint("uploads", __name__, url_prefix="/uploads")
IMPORTERS = ("secretariat", "admin")

from webapp.uploads import (  # noqa: E402 - the views hang themselves onto the section
    bodies,
    columns,
    document,
    preview,
    proposals,
    rows,
    sending,
    waiting,
)

__all__ = ["bodies", "columns", "document", "preview", "proposals", "rows", "section", "sending", "waiting"]
