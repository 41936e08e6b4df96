"""Data of papers that were issued before a sheet said as much as now: they still print, and say no more than then."""

from typing import Any

from planner.sheets.forms import DEFAULT, FORMS, RECIPIENTS, group_of
from planner.sheets.titles import period_in

# What reports say today and did not in earlier days.
_ABSENT: dict[str, Any] = {
    "ages": [], "months": [], "targets": [], "cooperating": [], "remarks": "", "rate_last_year": None,
    "on_time_rate": None,
}  # fmt: skip
# What only the minutes of a session say; of a day without one it is left to be written by hand.
_WITHOUT_SESSION = {"chair": "", "clerk": "", "place": "", "present": [], "began": "", "ended": "", "ended_on": ""}


def completed(data: dict[str, Any]) -> dict[str, Any]:
    """A sheet's data with every place that the templates look at."""
    data = {**data, "letterhead": {**_form(data), **data["letterhead"]}}
    if data["kind"] in ("digest", "report"):
        spans = {key: period_in(data, key) for key in ("period", "next_period")}
        data = {**_ABSENT, **data, **spans}
    if data["kind"] == "minutes":
        data = {**_WITHOUT_SESSION, **data}
    return {"remarks": "", "replaces": None, **data}


def _form(data: dict[str, Any]) -> dict[str, Any]:
    form, group = FORMS[DEFAULT], group_of(data["kind"])
    lines = RECIPIENTS["report_of_board" if group == "report" and data.get("board") else group]
    return {
        "head": form.head, "said_number": form.said_number, "on_behalf": form.on_behalf, "ends": list(form.ends),
        "size": form.size, "margins": list(form.margins), "archive": False, "signature": [], "signatory": "",
        "recipients": [{"text": text, "own": False} for text in (*lines, form.kept)],
    }  # fmt: skip
