"""A spreadsheet cell's value as a person sees it: dates day first, whole numbers whole."""

from datetime import date


def number_text(value: float) -> str:
    """A figure with a decimal comma where it has decimals."""
    return str(int(value)) if float(value).is_integer() else f"{value:.10g}".replace(".", ",")


def day_text(value: date, number_format: str) -> str:
    """A date day first; shown by a format without a day it is a month."""
    if "d" not in number_format.lower().replace("[$-409]", ""):
        return f"Tháng {value.month}/{value.year}"
    return f"{value.day:02d}/{value.month:02d}/{value.year}"
