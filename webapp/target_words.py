"""A promised figure in words: ít nhất 85%, trên 2 tỷ đồng, 831 nhà."""

from collections.abc import Mapping
from typing import Any

from planner.language import N_
from planner.reading import Measure
from webapp.language import say

COMPARATORS = {
    ">=": N_("ít nhất %(figure)s"),
    ">": N_("trên %(figure)s"),
    "=": N_("%(figure)s"),
    "<=": N_("không quá %(figure)s"),
    "<": N_("dưới %(figure)s"),
}


def measure_words(measure: Measure | Mapping[str, Any]) -> str:
    """What is promised, with its unit; a measure as it was read or as a plan keeps it."""
    said = vars(measure) if isinstance(measure, Measure) else measure
    unit = said["unit"]
    figure = figure_words(float(said["value"]))
    return say(COMPARATORS[said["comparator"]], figure=f"{figure}%" if unit == "%" else f"{figure} {unit}".strip())


def figure_words(value: float) -> str:
    """Thousands by dots, decimals behind a comma: 1.250 and 2,5."""
    whole, _, decimals = f"{value:,.4f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")
