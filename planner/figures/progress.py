"""How far the boards are: the parts of a board's bar, on paper and on the page alike."""

from collections.abc import Mapping

from planner.language import N_

PARTS = {
    "done": N_("Hoàn thành"),
    "in_term": N_("Trong hạn"),
    "overdue": N_("Quá hạn"),
    "rest": N_("Chưa đến hạn, khác"),
}


def parts_of(counts: Mapping[str, int]) -> dict[str, int]:
    """The official counts (planner.counts, as JSON has them) in the parts of a bar; what rests is in the last."""
    in_term = counts["in_term"] + counts["due_soon"]
    rest = counts["total"] - counts["done"] - in_term - counts["overdue"]
    return {"done": counts["done"], "in_term": in_term, "overdue": counts["overdue"], "rest": rest}
