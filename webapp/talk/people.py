"""Who can be called in a comment: the people of the open office, for the list that opens at an “@”."""

from flask import jsonify
from werkzeug.wrappers import Response

from planner.mentions import people_of
from planner.text import fold
from webapp.access import access
from webapp.extensions import db
from webapp.people import current_organisation
from webapp.talk import section
from webapp.talk.comments import TALKING


@section.get("/people/names")
@access(*TALKING)
def names() -> Response:
    """Id, name, and the name as it is searched: without accents."""
    people = people_of(db.session(), current_organisation().id)
    return jsonify([[one, name, fold(name)] for one, name in people.items()])
