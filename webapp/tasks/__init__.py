"""What is done to a task: each action a resource of its own under /tasks/<id>/."""

from flask import Blueprint

section = Blueprint("tasks", __name__, url_prefix="/tasks/<int:id>")

from webapp.tasks import cooperation, moves, periods, responsibility  # noqa: E402 - the views hang themselves onto the section

__all__ = ["cooperation", "moves", "periods", "responsibility", "section"]
