"""When nobody is there yet: how the first administrator is made. Only a sentence, so that no stranger can be first."""

from flask import Blueprint, abort
from sqlalchemy import select

from planner.models import Person
from webapp.access import access
from webapp.answers import render
from webapp.extensions import db

section = Blueprint("first_run", __name__)


def nobody_yet() -> bool:
    return db.session.scalars(select(Person.id).limit(1)).first() is None


@section.get("/first-run")
@access.public
def show() -> str:
    if not nobody_yet():
        abort(404)
    return render("first_run.html")
