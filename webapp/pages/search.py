"""Search over all years of the organisation: the page, and what is offered while one types in the header."""

from flask import Blueprint, render_template, request

from planner.clock import today
from planner.text import line
from webapp.access import access
from webapp.answers import render
from webapp.extensions import db
from webapp.people import current_organisation
from webapp.search import LONGEST, find, marked

section = Blueprint("search", __name__)

ON_A_PAGE = 60
OFFERED = 8


@section.get("/search")
@access.anyone
def show() -> str:
    asked = _asked()
    found = find(current_organisation().id, asked, ON_A_PAGE)
    standings = {task.id: task.standing(today()) for task in found.tasks}
    return render("search/show.html", asked=asked, found=found, standings=standings, marked=marked)


@section.get("/search/offers")
@access.anyone
def offers() -> str:
    """The first tasks that answer, as options of a list."""
    asked = _asked()
    found = find(current_organisation().id, asked, OFFERED, with_rows=False)
    db.session.commit()
    return render_template("search/offers.html", asked=asked, found=found, marked=marked)


def _asked() -> str:
    return line(request.args.get("q"))[:LONGEST]
