"""The plans that a sheet speaks of, as a letter names them."""

from collections.abc import Iterable
from typing import Any

from planner.models import Plan
from planner.sheets.lines import iso


def plans_of(plans: Iterable[Plan]) -> list[dict[str, Any]]:
    """Each plan once, in the order of their import: title, number and day of issue."""
    found = {plan.id: plan for plan in plans}
    return [
        {"title": plan.title, "number": plan.number, "issued_on": iso(plan.issued_on)}
        for _id, plan in sorted(found.items())
    ]
