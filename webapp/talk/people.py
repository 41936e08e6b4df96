"""Who can be called in a comment: the people of the task's office, for the list that opens at an “@”."""

from flask import jsonify
from werkzeug.wrappers import Response

from planner.mentions import people_of
from planner.models import Task
from planner.text import fold
from webapp.access import access, load
from webapp.extensions import db
from webapp.talk import section
from webapp.talk.comments import TALKING


@section.get("/tasks/<int:id>/people")
@access(*TALKING)
def names(id: int) -> Response:
    """Id, name, and the name as it is searched: without accents."""
    people = people_of(db.session(), load(Task, id).organisation_id)
    return jsonify([[one, name, fold(name)] for one, name in people.items()])
