"""The month view: boards by the twelve months of the open year, a chip for each milestone."""

from flask import Blueprint

section = Blueprint("months", __name__)

from webapp.months import views  # noqa: E402 - the views hang themselves onto the section

__all__ = ["section", "views"]
