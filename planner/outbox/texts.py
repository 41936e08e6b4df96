"""The words of mails: Jinja templates in templates/mail, in the recipient's language."""

from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from planner.language import translations

FOLDER = Path(__file__).parents[2] / "templates" / "mail"


@cache
def _environment(language: str) -> Environment:
    # Plain text, so nothing is escaped: a "&" in a title stays a "&".
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=False, undefined=StrictUndefined,  # noqa: S701
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    environment.filters["day"] = _day
    return environment


def _day(value: date | None) -> str:
    return value.strftime("%d/%m/%Y") if value else ""


def mail_text(name: str, language: str, /, **values: object) -> str:
    """The text of a mail from its template, such as `reminder`."""
    return _environment(language).get_template(f"{name}.txt").render(**values)
