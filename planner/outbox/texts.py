"""The words of mails: Jinja templates in templates/mail, in the recipient's language; a text and its HTML twin."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from planner.language.templates import say_in_templates

FOLDER = Path(__file__).parents[2] / "templates" / "mail"


class Words(NamedTuple):
    """What a mail says, as plain text and as HTML; `html` may be empty."""

    text: str
    html: str = ""


@cache
def _environment(language: str, is_html: bool) -> Environment:
    # In plain text nothing is escaped: a "&" in a title stays a "&".
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=is_html, undefined=StrictUndefined,  # noqa: S701
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    say_in_templates(environment, lambda: language)
    environment.filters["day"] = _day
    environment.globals["language"] = language
    return environment


def _day(value: date | None) -> str:
    return value.strftime("%d/%m/%Y") if value else ""


def mail_text(name: str, language: str, /, **values: object) -> str:
    """The text of a mail from its template, such as `reminder`."""
    return _environment(language, False).get_template(f"{name}.txt").render(**values)


def mail_words(name: str, language: str, /, **values: object) -> Words:
    """The text of a mail and its HTML, from the two templates of that name; they take the same values."""
    html = _environment(language, True).get_template(f"{name}.html").render(**values)
    return Words(mail_text(name, language, **values), html)
