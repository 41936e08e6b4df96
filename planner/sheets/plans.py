"""The plans that a sheet speaks of, as a letter names them."""

import re
from collections.abc import Iterable
from typing import Any

from planner.language import N_
from planner.models import Plan
from planner.sheets.lines import iso

# What the symbol in a document's number says that it is (Decree 30/2020/NĐ-CP, appendix III).
TYPES = {
    "CTr": N_("Chương trình"), "KH": N_("Kế hoạch"), "NQ": N_("Nghị quyết"), "QĐ": N_("Quyết định"),
    "HD": N_("Hướng dẫn"), "ĐA": N_("Đề án"), "TB": N_("Thông báo"), "": N_("Văn bản"),
}  # fmt: skip


def plans_of(plans: Iterable[Plan]) -> list[dict[str, Any]]:
    """Each plan once, in the order of their import: title, number and day of issue.

    `type` is given when the title stands all in capitals: in a sentence the plan is then called by its number.
    """
    found = {plan.id: plan for plan in plans}
    return [_named(plan) for _id, plan in sorted(found.items())]


def _named(plan: Plan) -> dict[str, Any]:
    by_number = plan.title.isupper() and plan.number
    said = {"title": plan.title, "number": plan.number, "issued_on": iso(plan.issued_on)}
    return {**said, "type": type_of(plan.number) if by_number else None}


def type_of(number: str) -> str:
    """10/CTr-MTTQ or 402-CTr/TU is a Chương trình."""
    return next((TYPES[part] for part in re.split(r"[/\-\s]+", number) if part and part in TYPES), TYPES[""])
