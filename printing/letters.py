"""A sheet's data as HTML and its style sheet: templates/sheets/ with what they may call."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from planner.ageing import BANDS
from planner.figures.progress import PARTS
from planner.language.templates import say_in_templates
from planner.moves import STATE_LABELS
from planner.sheets.earlier import completed
from planner.sheets.titles import WITHIN, period_text, span_text, title_of
from planner.standing import LABELS
from printing import formats
from printing.charts import bars, columns
from printing.decisions import LABELS as LABELS_OF_DECISIONS
from printing.decisions import decided_text
from printing.recipients import recipients

LYING = ("annex",)  # on its side, with margins of its own
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
FOLDER = Path(__file__).parents[1] / "templates" / "sheets"
TEMPLATES = {"report": "digest"}  # a longer period's report is a digest of more days


def html(kind: str, data: dict[str, Any], language: str) -> str:
    """The whole letter as one HTML document."""
    template = _environment(language).get_template(f"{TEMPLATES.get(kind, kind)}.html")
    return template.render(sheet=completed(data), title=title_of(data, language), language=language)


def styles(kind: str, data: dict[str, Any]) -> str:
    """The style sheet of a kind of letter: the common part, its own, and the measures that the organisation chose."""
    form = completed(data)["letterhead"]
    if kind in LYING:
        return _files(kind)
    margins = " ".join(f"{millimetres}mm" for millimetres in form["margins"])
    chosen = f"@page {{ margin: {margins} }}\nbody {{ font-size: {form['size']}pt }}\n"
    return f"{_files(TEMPLATES.get(kind, kind))}\n{chosen}"


def page(kind: str, data: dict[str, Any], language: str) -> str:
    """A page's table under its heading; what the page's own template gave has been escaped there."""
    return _environment(language).get_template(f"{kind}.html").render(page=data, language=language)


def page_styles(kind: str) -> str:
    return _files(kind)


@cache
def _files(name: str) -> str:
    return "\n".join((FOLDER / file).read_text("utf-8") for file in ("letter.css", f"{name}.css"))


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    say_in_templates(environment, lambda: language)
    environment.filters.update(day=formats.day, two=formats.two)
    environment.filters["percent"] = lambda value: formats.percent(value, language)
    environment.filters["period"] = lambda period: period_text(period, language)
    environment.globals.update(
        states=STATE_LABELS, standings=LABELS, bands=BANDS, written_day=formats.written_day, point=formats.point,
        within_period=WITHIN, roman=ROMAN, bars=bars, columns=columns, parts=PARTS,
        recipients=lambda sheet: recipients(sheet, language), span_told=lambda period: span_text(period, language),
        decisions=LABELS_OF_DECISIONS, decided_text=lambda one: decided_text(one, language),
        ages_told=lambda ages: formats.ages(ages, language),
    )  # fmt: skip
    return environment
