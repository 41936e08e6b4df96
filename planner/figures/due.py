"""What falls due in each of a year's months."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from planner.models.milestone import KINDS
from planner.reporting import ReportPeriod
from planner.sheets.comparing import Dated
from planner.standing import HELD


@dataclass(slots=True)
class Due:
    """The milestones whose deadline lies in a month, by kind: how many, and how many of them are done."""

    month: ReportPeriod
    due: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    done: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))


def due_by_month(months: Sequence[ReportPeriod], tasks: Iterable[Dated]) -> list[Due]:
    """For each of the months, which follow each other; what is put off or cancelled is due at no time."""
    found, ends = [Due(month) for month in months], [month.last for month in months]
    for task in tasks:
        for kind, one in zip(KINDS, (task.dates.submit, task.dates.execute), strict=True):
            if one is None or one.deadline is None or task.state in HELD or one.deadline < months[0].first:
                continue
            if (at := bisect_left(ends, one.deadline)) < len(found):
                found[at].due[kind] += 1
                found[at].done[kind] += one.done_on is not None
    return found
