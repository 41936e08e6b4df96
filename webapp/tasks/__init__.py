"""What is done to a task: each action a resource of its own under /tasks/<id>/."""

from flask import Blueprint

section = Blueprint("tasks", __name__, url_prefix="/tasks/<int:id>")

from webapp.tasks import cooperation, moves, notes, periods, responsibility  # noqa: E402 - they hang themselves on

__all__ = ["cooperation", "moves", "notes", "periods", "responsibility", "section"]
