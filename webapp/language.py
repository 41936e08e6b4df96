"""The language of an answer, and sentences of the domain said in it."""

from flask import Flask, g, has_request_context, request, session

from planner.errors import Refusal
from planner.language import LANGUAGES, translate
from planner.language.templates import say_in_templates
from planner.models import Person
from webapp.people import current_person

OPEN_PAGE = "BV-Language"  # the language of the page that asks, for one whose session ended
NAMES = {"vi": "Tiếng Việt", "en": "English"}


def current_language() -> str:
    """The choice of this browser, else the one kept with the person, else Vietnamese."""
    try:
        return str(g.language)  # one look: the cards of a page ask a thousand times
    except (AttributeError, RuntimeError):
        if not has_request_context():
            return LANGUAGES[0]
    g.language = _chosen()
    return g.language


def _chosen() -> str:
    chosen = session.get("language")
    if chosen not in LANGUAGES:
        person = current_person()
        chosen = person.language if person else request.headers.get(OPEN_PAGE) or session.get("spoken")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def choose_language(chosen: str | None) -> None:
    """This browser speaks it from now on, whoever signs in or out here; closing the window does not end that."""
    if chosen in LANGUAGES:
        session["language"] = chosen
        session.permanent = True


def speak_with(person: Person) -> None:
    """A public page that is for somebody speaks their language, unless this browser chose one."""
    if session.get("language") not in LANGUAGES:
        g.language = person.language


def last_words() -> None:
    """Settles the language while it can be found out: after a fault nothing more is asked of the database."""
    try:
        current_language()
    except Exception:  # whatever broke may break this too
        g.language = LANGUAGES[0]


def say(sentence: str, /, **values: object) -> str:
    """A marked sentence of the domain in the current language, with its places filled."""
    return translate(sentence, current_language(), **values)


def say_refusal(error: Refusal) -> str:
    return say(error.message, **error.values)


def init_app(app: Flask) -> None:
    """Templates read the same catalogues as mail, sheets and the command line."""
    say_in_templates(app.jinja_env, current_language)
    app.jinja_env.globals["say"] = say
