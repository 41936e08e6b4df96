"""What is done to several cards at once, or to the order of cards: each action a resource under /selection."""

from flask import Blueprint

section = Blueprint("selection", __name__, url_prefix="/selection")

from webapp.selection import assignment, moves, placing, undo  # noqa: E402 - they hang themselves on

__all__ = ["assignment", "moves", "placing", "section", "undo"]
