"""A sheet's data as HTML and its style sheet: templates/sheets/ with what they may call."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from planner.language import translations
from planner.moves import STATE_LABELS
from planner.sheets.titles import month_text, title_of
from printing import formats

FOLDER = Path(__file__).parents[1] / "templates" / "sheets"


def html(kind: str, data: dict[str, Any], language: str) -> str:
    """The whole letter as one HTML document."""
    template = _environment(language).get_template(f"{kind}.html")
    return template.render(sheet=data, title=title_of(data, language), language=language)


@cache
def styles(kind: str) -> str:
    """The style sheet of a kind of letter, the common part first."""
    return "\n".join((FOLDER / name).read_text("utf-8") for name in ("letter.css", f"{kind}.css"))


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(day=formats.day, two=formats.two, month=month_text)
    environment.filters["percent"] = lambda value: formats.percent(value, language)
    environment.globals.update(states=STATE_LABELS, written_day=formats.written_day, point=formats.point)
    return environment
