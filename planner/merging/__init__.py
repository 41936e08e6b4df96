"""Two boards that are one: an office found one board twice in its plans, under two names."""

from planner.merging.figures import Figures, figures_of
from planner.merging.former import former_boards
from planner.merging.merging import merge_boards

__all__ = ["Figures", "figures_of", "former_boards", "merge_boards"]
