"""The kanban: the tasks of a year in the columns of their states."""

from flask import Blueprint

from webapp.access import access
from webapp.answers import render

section = Blueprint("kanban", __name__)


@section.get("/")
@access.anyone
def show() -> str:
    return render("kanban.html")
