"""Reading what a form sends: cleaned text, days, numbers; what makes no sense is refused in words."""

from datetime import date

from flask import request

from planner.errors import Refusal
from planner.language import N_
from planner.text import clean, line

LONGEST = 2000
YEARS = range(1990, 2100)  # a day outside is a slip: 11/5/26, or 2062 with a figure too many


def text(name: str) -> str:
    """A field's text of one or more lines, cleaned; empty when it is not there."""
    value = clean(request.form.get(name))
    if len(value) > LONGEST:
        raise Refusal(N_("Nội dung dài quá %(count)d ký tự."), count=LONGEST)
    return value


def number(name: str) -> int | None:
    """A whole number, or None for an empty field."""
    value = line(request.form.get(name))
    if not value:
        return None
    if not value.isascii() or not value.removeprefix("-").isdigit() or len(value) > 9:
        raise Refusal(N_("“%(value)s” không phải là số hợp lệ."), value=value[:40])
    return int(value)


def row_id(value: str) -> int:
    """The id of a row as an address or a form names it; 0, which no row has, for what is none."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def day(name: str) -> date | None:
    """A day as date fields send it (2026-05-11) or as people write it (11/5/2026); None for an empty field."""
    value = line(request.form.get(name))
    if not value:
        return None
    found = _day(value)
    if found is None or found.year not in YEARS:
        raise Refusal(N_("Ngày “%(value)s” không hợp lệ."), value=value[:40])
    return found


def _day(value: str) -> date | None:
    try:
        if "/" in value:
            day, month, year = (int(part) for part in value.split("/"))
            return date(year, month, day)
        return date.fromisoformat(value)
    except (ValueError, OverflowError):
        return None


def needed_day(name: str) -> date:
    """A day that must be there."""
    found = day(name)
    if found is None:
        raise Refusal(N_("Vui lòng nhập ngày."))
    return found
