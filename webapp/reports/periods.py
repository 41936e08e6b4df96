"""The periods that a form offers, and the one that a request names."""

from datetime import date

from flask import Request

from planner.errors import Refusal
from planner.language import C_, N_
from planner.models import Organisation
from planner.reporting import KINDS, ReportPeriod, period_for
from planner.reporting.period import count_of
from planner.sheets.titles import ROMAN
from planner.text import line
from webapp.dates import month_name
from webapp.forms import YEARS
from webapp.language import say

LABELS = {
    "month": C_("heading", "Báo cáo tháng"),
    "quarter": N_("Báo cáo quý"),
    "half": N_("Báo cáo 6 tháng"),
    "year": C_("heading", "Báo cáo năm"),
}
WORDS: dict[object, str] = {
    "quarter": N_("Quý %(nth)s"), "year": N_("Cả năm"),
    ("half", 1): N_("6 tháng đầu năm"), ("half", 2): N_("6 tháng cuối năm"),
}  # fmt: skip
CHOICES = [(kind, nth) for kind in KINDS for nth in range(1, count_of(kind) + 1)]
NO_SUCH = N_("Kỳ báo cáo “%(value)s” không hợp lệ.")


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each kind with its spans of a year, as groups of options: (label, [(value, words)])."""
    return [
        (LABELS[kind], [(f"{kind}-{nth}", _words(kind, nth)) for of, nth in CHOICES if of == kind]) for kind in KINDS
    ]


def _words(kind: str, nth: int) -> str:
    """A span without its year."""
    if kind == "month":
        return month_name(nth)
    return say(WORDS.get((kind, nth)) or WORDS[kind], nth=ROMAN[nth - 1] if kind == "quarter" else nth)


def asked_for(request: Request, organisation: Organisation) -> ReportPeriod:
    """The period that a request names by `period` (quarter-2) and `year`. Refuses what is none."""
    value, year = line(request.values.get("period")), line(request.values.get("year"))
    kind, _, nth = value.partition("-")
    if not (nth.isascii() and nth.isdigit() and year.isascii() and year.isdigit()) or int(year[:5]) not in YEARS:
        raise Refusal(NO_SUCH, value=f"{value} {year}".strip()[:40])
    if (kind, int(nth[:3])) not in CHOICES:
        raise Refusal(NO_SUCH, value=f"{value} {year}"[:40])
    return period_for(organisation, kind, int(year), int(nth))


def last_month(day: date) -> tuple[str, int]:
    """The month before a day, as the form names it, and its year."""
    return ("month-12", day.year - 1) if day.month == 1 else (f"month-{day.month - 1}", day.year)
