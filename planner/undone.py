"""What was undone, for whoever lists single lines of history; in what counts as of a day both lines cancel out."""

from collections.abc import Iterable
from typing import TypeVar

from planner.models import Change

C = TypeVar("C", bound=Change)


def still_standing(lines: Iterable[C]) -> list[C]:
    """The lines without those that were taken back, and without their taking back."""
    found = list(lines)
    undone = {line.after["undone"] for line in found if "undone" in line.after}
    return [line for line in found if "undone" not in line.after and line.id not in undone]
