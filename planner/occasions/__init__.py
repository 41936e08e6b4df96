"""Days that are marked every year: public holidays, the nation's and the Front's traditional days, the office's own."""

from planner.occasions.gone import gone_days
from planner.occasions.occasion import LABELS, Marked, Occasion, lunar_day
from planner.occasions.table import OCCASIONS
from planner.occasions.term import Term, marked_days, term_of

__all__ = ["LABELS", "OCCASIONS", "Marked", "Occasion", "Term", "gone_days", "lunar_day", "marked_days", "term_of"]
