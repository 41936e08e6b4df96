"""A spreadsheet cell's value as a person sees it: dates day first, whole numbers whole."""

import re
from datetime import date

# What a number format says beside its places: [colours and languages], "words" and \signs
_BESIDE = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.|_.|\*.")
_WHOLE = re.compile(r'(?:"([^"]*)"|\\(.))*\s*(0+|#|General)\s*(?:"([^"]*)"|\\(.))*(?:;.*)?', re.IGNORECASE)
_PERCENT = re.compile(r"[0#]+(\.[0#]+)?%")


def number_text(value: float, number_format: str = "") -> str:
    """A figure with a decimal comma where it has decimals, and with what its format puts around it."""
    if _PERCENT.fullmatch(number_format):
        return f"{_figure(value * 100)}%"
    around = _WHOLE.fullmatch(number_format) if float(value).is_integer() else None
    if around is None or value < 0:
        return _figure(value)
    before, places, after = around[1] or around[2] or "", around[3], around[4] or around[5] or ""
    return f"{before}{int(value):0{len(places) if places.startswith('0') else 1}d}{after}"


def _figure(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:.10g}".replace(".", ",")


def day_text(value: date, number_format: str) -> str:
    """A date day first; shown by a format without a day it is a month, without a month a year."""
    shown = _BESIDE.sub("", number_format.lower())
    if "d" not in shown and "y" in shown and "m" not in shown:
        return f"Năm {value.year}"
    if "d" not in shown:
        return f"Tháng {value.month}/{value.year}"
    return f"{value.day:02d}/{value.month:02d}/{value.year}"
