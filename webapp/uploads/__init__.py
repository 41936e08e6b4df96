"""A plan document from upload to import: read, shown row by row with its doubts, corrected, imported or dropped."""

from flask import Blueprint

section = Blueprint("uploads", __name__, url_prefix="/uploads")
IMPORTERS = ("secretariat", "admin")

from webapp.uploads import preview, rows, sending  # noqa: E402 - the views hang themselves onto the section

__all__ = ["preview", "rows", "section", "sending"]
