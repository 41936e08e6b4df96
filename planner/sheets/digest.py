"""The status report of a month, quarter, half-year or year: the official counts, each list after its count."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from planner.ageing import ages
from planner.as_of import TaskAsOf
from planner.counts import count, count_by_board
from planner.errors import Refusal
from planner.language import N_
from planner.models import Board, Organisation
from planner.reporting import ReportPeriod, period_for
from planner.reporting.period import neighbour
from planner.sheets import comparing, cooperating, happenings, targets
from planner.sheets.history import YearOfTasks, held_by
from planner.sheets.letterhead import REPORT, code, letterhead
from planner.sheets.lines import iso, task_line
from planner.sheets.plans import plans_of
from planner.sheets.titles import period_text, title_of
from planner.sheets.upcoming import due_in

IN_TERM = ("in_term", "due_soon")
NOT_BEGUN = N_("Kỳ báo cáo %(period)s chưa bắt đầu, chưa có số liệu để báo cáo.")


def digest_sheet(
    session: Session, organisation: Organisation, *, period: ReportPeriod, board: Board | None = None,
    number: int = 1, issued_on: date, remarks: str = "",
) -> dict[str, Any]:  # fmt: skip
    """The data of a period's report, for the whole organisation or for one board. Plain JSON, dates as ISO strings.

    Kind `digest` for a month, `report` for longer ones. Counts are of the period's year, as of the end of its last day,
    or of `issued_on` when it still runs (both Asia/Ho_Chi_Minh). Refuses a period that has not begun. `cooperating` is
    what others lead and the board co-operates on; it is in no count. `remarks` are paragraphs that somebody wrote.
    """
    if issued_on < period.first:
        raise Refusal(NOT_BEGUN, period=period_text(_told(period)))
    day, following = min(period.last, issued_on), _following(organisation, period)
    year = YearOfTasks(session, organisation, period.year, day, board)
    everything = year.on(day)
    tasks = held_by(board, everything)
    counts = count(tasks)
    lines = happenings.load(session, organisation, period.first, day)
    helped = cooperating.helped_by(board, everything, lines)
    data = {
        "kind": "digest" if period.kind == "month" else "report",
        "letterhead": letterhead(organisation, of_board=board is not None), "code": code(number, REPORT, organisation),
        "issued_on": iso(issued_on), "period": _told(period), "next_period": _told(following), "as_of": iso(day),
        "board": board.name if board else None,
        "plans": plans_of(task.task.plan for task in [*tasks, *helped]),
        "counts": counts.as_json(), "ages": _ages(tasks),
        **comparing.rates(session, organisation, period, year, counts, day),
        "months": comparing.by_month(organisation, period, tasks, day),
        "boards": _by_board(tasks),
        "done": happenings.done(tasks, lines),
        "in_hand": _lines(tasks, IN_TERM),
        "overdue": sorted(_lines(tasks, ("overdue",)), key=lambda line: -line["days"]),
        "postponed": happenings.postponed(tasks, lines),
        "moved": happenings.moved(tasks, lines, everything, board),
        "due_next": _due_next(session, organisation, board, tasks, following, day),
        "targets": [] if board else targets.falling_due(session, organisation, period.first, following.last),
        "cooperating": cooperating.lines_of(helped),
        "remarks": remarks,
    }  # fmt: skip
    return {**data, "title": title_of(data)}


def _told(period: ReportPeriod) -> dict[str, Any]:
    """A span as the data keep it; `key` names it in file names and subjects."""
    days = {"first": iso(period.first), "last": iso(period.last)}
    return {"kind": period.kind, "year": period.year, "nth": period.nth, "key": period.key, **days}


def _following(organisation: Organisation, period: ReportPeriod) -> ReportPeriod:
    return period_for(organisation, period.kind, *neighbour(period.kind, period.year, period.nth, 1))


def _ages(tasks: Iterable[TaskAsOf]) -> list[int]:
    """How many are overdue in each band of age."""
    late = [task.standing for task in tasks if task.standing and task.standing.kind == "overdue"]
    return ages(standing.days or 0 for standing in late)


def _by_board(tasks: Sequence[TaskAsOf]) -> list[dict[str, Any]]:
    """Each board's counts and the ages of what it is late with."""
    return [
        {"name": name, **counts.as_json(), "ages": _ages(task for task in tasks if task.board_name == name)}
        for name, counts in count_by_board(tasks).items()
    ]


def _lines(tasks: Iterable[TaskAsOf], kinds: tuple[str, ...]) -> list[dict[str, Any]]:
    found = [task_line(task) for task in tasks if task.standing and task.standing.kind in kinds]
    return sorted(found, key=lambda line: line["deadline"] or "9999")


def _due_next(
    session: Session, organisation: Organisation, board: Board | None, tasks: list[TaskAsOf], following: ReportPeriod,
    day: date,
) -> list[dict[str, Any]]:  # fmt: skip
    """What falls due in the period after; in the next year that is the next year's work."""
    if following.last.year != day.year:
        tasks = held_by(board, YearOfTasks(session, organisation, following.year, day, board).on(day))
    return due_in(tasks, following.first, following.last)
