"""How a form answers: where it stands when it is refused, on the next page when it is done.

    @section.post("/plans")
    @access("secretariat")
    @writes
    @answers_form
    def create(): ...
        return done("Đã nhập kế hoạch.", url_for("plans.show", id=plan.id))

In the page the form says `hx-post`, `hx-target="find .said"`; without a script the sentence comes as a page of its own.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import make_response, redirect, render_template
from werkzeug.wrappers import Response

from planner.errors import Refusal
from webapp.answers import refused, status_of, tell, wants_fragment


def answers_form(view: Callable[..., Any]) -> Callable[..., Any]:
    """Declares that what a view refuses is said beside the form that asked. Stands under @writes."""

    @wraps(view)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return view(*args, **kwargs)
        except Refusal as error:
            if not wants_fragment():
                raise
            return refusal_beside(error)

    return wrapped


def refusal_beside(error: Refusal) -> Response:
    """The sentence of a refusal, for the place that the form keeps for it."""
    sentence = refused(error)
    return make_response(render_template("fragments/refusal.html", sentence=sentence), status_of(error))


def done(sentence: str, address: str, /, **values: object) -> Response:
    """Goes to a page that says what was done: at its top, and to the page on which one is only without an anchor."""
    tell(sentence, **values)
    if wants_fragment():
        return Response(status=204, headers={"HX-Redirect": address})
    return redirect(address, 303)
