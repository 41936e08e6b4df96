"""Papers of the office: the list, one paper and what is done to it, its files, and what waits before it goes out."""

from flask import Blueprint

section = Blueprint("reports", __name__, url_prefix="/reports")

from webapp.reports import document, files, index, issuing, making, releasing  # noqa: E402 - they hang themselves on

__all__ = ["document", "files", "index", "issuing", "making", "releasing", "section"]
