"""How a letter writes days and figures."""

from datetime import date

from babel.numbers import format_decimal
from markupsafe import Markup

from planner.ageing import BANDS
from planner.language import N_, translate


def day(iso: str | None) -> str:
    """2026-05-31 as 31/05/2026; nothing for no day."""
    return f"{date.fromisoformat(iso):%d/%m/%Y}" if iso else ""


def written_day(iso: str) -> dict[str, str]:
    """The parts of the line of place and date: two digits for days under 10 and for months 1 and 2 (Decree 30/2020)."""
    found = date.fromisoformat(iso)
    month = f"{found.month:02d}" if found.month < 3 else str(found.month)
    return {"day": f"{found.day:02d}", "month": month, "year": str(found.year)}


def two(number: int) -> str:
    """A count in running text: two digits at least, so that nobody writes one in front."""
    return f"{number:02d}" if number else "0"


def point(number: float, language: str) -> str:
    """A figure with one decimal, with the language's own decimal sign."""
    return str(format_decimal(number, "0.0", locale=language))


def percent(number: float | None, language: str) -> str:
    """33.3 as 33,3%; a dash when there is nothing to divide by."""
    return "–" if number is None else point(number, language) + "%"


def ages(counts: list[int], language: str) -> Markup:
    """How many are late in each band of age, the empty ones left out: 1–7 ngày: 02; 31–120 ngày: 01."""
    held = [(translate(band.label, language), count) for band, count in zip(BANDS, counts, strict=True) if count]
    said = (translate(N_("%(age)s: %(count)s"), language, age=age, count=two(count)) for age, count in held)
    return Markup("; ").join(Markup('<span class="together">{}</span>').format(one) for one in said)
