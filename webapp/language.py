"""The language of an answer, and sentences of the domain said in it."""

from flask import Flask, has_request_context, session
from flask_babel import Babel

from planner.errors import Refusal
from planner.language import DOMAIN, FOLDER, LANGUAGES, translations
from webapp.people import current_person

NAMES = {"vi": "Tiếng Việt", "en": "English"}


def current_language() -> str:
    """The person's own choice of this session, else the one kept with them, else Vietnamese."""
    if not has_request_context():
        return LANGUAGES[0]
    chosen = session.get("language")
    if chosen not in LANGUAGES:
        person = current_person()
        chosen = person.language if person else None
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def say(sentence: str, **values: object) -> str:
    """A marked sentence of the domain in the current language; values that are catalogue entries are said too."""
    gettext = translations(current_language()).gettext
    said = gettext(sentence) if sentence else ""
    if not values:
        return said
    return said % {key: gettext(value) if isinstance(value, str) and value else value for key, value in values.items()}


def say_refusal(error: Refusal) -> str:
    return say(error.message, **error.values)


def init_app(app: Flask) -> None:
    Babel(
        app,
        default_locale=LANGUAGES[0],
        default_domain=DOMAIN,
        default_translation_directories=str(FOLDER),
        default_timezone="Asia/Ho_Chi_Minh",
        locale_selector=current_language,
    )
    app.jinja_env.globals["say"] = say
