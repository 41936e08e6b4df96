"""Time in Vietnamese plans: one pure grammar. `cases.tsv` beside this file shows what it reads."""

from planner.period.model import KINDS, Day, Period, Span, Years
from planner.period.pairing import pair
from planner.period.reader import read_period

__all__ = ["KINDS", "Day", "Period", "Span", "Years", "pair", "read_period"]
