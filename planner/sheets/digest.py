"""The monthly status digest (báo cáo tháng): the official counts as of the month's end, each list after its count."""

import calendar as months
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from planner.as_of import TaskAsOf
from planner.counts import Counts, count, count_by_board, tasks_as_of
from planner.errors import Refusal
from planner.language import N_
from planner.models import Board, Organisation
from planner.sheets import cooperating, happenings
from planner.sheets.letterhead import REPORT, code, letterhead
from planner.sheets.lines import iso, task_line
from planner.sheets.plans import plans_of
from planner.sheets.titles import title_of
from planner.sheets.upcoming import due_in

IN_TERM = ("in_term", "due_soon")


def digest_sheet(
    session: Session, organisation: Organisation, *, month: tuple[int, int], board: Board | None = None,
    number: int = 1, issued_on: date,
) -> dict[str, Any]:  # fmt: skip
    """The data of a month's digest, for the whole organisation or for one board. Plain JSON, dates as ISO strings.

    `month` is (year, month). Counts are as of the end of its last day, or of `issued_on` when the month still runs
    (both Asia/Ho_Chi_Minh). The rate is compared with the month before over the same year's tasks. Refuses a month
    that has not begun. `cooperating` is what others lead and the board co-operates on; it is in no count.
    """
    first, last = _span(*month)
    day = min(last, issued_on)
    if issued_on < first:
        raise Refusal(N_("Tháng %(month)s chưa bắt đầu, chưa có số liệu để báo cáo."), month=f"{first:%-m/%Y}")
    everything = tasks_as_of(session, organisation, first.year, day)
    tasks = _held_by(board, everything)
    before = _held_by(board, tasks_as_of(session, organisation, first.year, first - timedelta(days=1)))
    lines = happenings.load(session, organisation, first, day)
    helped = cooperating.helped_by(board, everything, lines)
    data = {
        "kind": "digest", "letterhead": letterhead(organisation), "code": code(number, REPORT, organisation),
        "issued_on": iso(issued_on), "month": f"{first:%Y-%m}", "as_of": iso(day),
        "board": board.name if board else None,
        "plans": plans_of(task.task.plan for task in [*tasks, *helped]),
        **_figures(tasks, before),
        "boards": [{"name": name, **counts.as_json()} for name, counts in count_by_board(tasks).items()],
        "done": happenings.done(tasks, lines),
        "in_hand": _lines(tasks, IN_TERM),
        "overdue": sorted(_lines(tasks, ("overdue",)), key=lambda line: -line["days"]),
        "postponed": happenings.postponed(tasks, lines),
        "moved": happenings.moved(tasks, lines),
        "next_month": f"{last + timedelta(days=1):%Y-%m}",
        "due_next": _due_next(session, organisation, board, tasks, last, day),
        "cooperating": cooperating.lines_of(helped),
    }  # fmt: skip
    return {**data, "title": title_of(data)}


def _figures(tasks: Sequence[TaskAsOf], before: Sequence[TaskAsOf]) -> dict[str, Any]:
    now = count(tasks)
    return {"counts": now.as_json(), "rate": rate(now), "rate_before": rate(count(before))}


def rate(counts: Counts) -> float | None:
    """How many per cent of the tasks are done, to one decimal; cancelled ones are left out. None without tasks."""
    due = counts.total - counts["cancelled"]
    return round(100 * counts.done / due, 1) if due else None


def _span(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, months.monthrange(year, month)[1])


def _held_by(board: Board | None, tasks: Iterable[TaskAsOf]) -> list[TaskAsOf]:
    return [task for task in tasks if board is None or task.board_id == board.id]


def _lines(tasks: Iterable[TaskAsOf], kinds: tuple[str, ...]) -> list[dict[str, Any]]:
    found = [task_line(task) for task in tasks if task.standing and task.standing.kind in kinds]
    return sorted(found, key=lambda line: line["deadline"] or "9999")


def _due_next(
    session: Session, organisation: Organisation, board: Board | None, tasks: list[TaskAsOf], last: date, day: date
) -> list[dict[str, Any]]:
    """What falls due in the month after; in December that is the next year's work."""
    first = last + timedelta(days=1)
    if first.year != last.year:
        tasks = _held_by(board, tasks_as_of(session, organisation, first.year, day))
    return due_in(tasks, *_span(first.year, first.month))
