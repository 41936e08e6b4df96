"""The cumulative flow: the year's tasks by state at the end of each week."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from planner.figures.flow import cumulative_flow, week_ends
from planner.language import N_
from planner.moves import COLUMNS, HELD, STATE_LABELS
from webapp.dates import day_text, last_day
from webapp.language import say
from webapp.pictures.figures import Picture, Table
from webapp.pictures.shapes import Week, layers
from webapp.pictures.work import Work

TITLE = N_("Số nhiệm vụ theo trạng thái qua các tuần")
STACK = (*reversed(COLUMNS), *HELD)  # from below: what is done stays at the ground


def flow(work: Work) -> Picture:
    """Where the year's work was, week by week, as the history has it; the page's table has the ends of months."""
    year = work.wanted.year
    weeks, months = week_ends(year, work.day), _month_ends(work)
    days = sorted({*weeks, *months})
    counts = dict(zip(days, cumulative_flow(work.histories, days, work.wanted.board), strict=True)) if days else {}
    looks = {state: say(STATE_LABELS[state]) for state in STACK}
    heads = [say(N_("Đến hết ngày")), *looks.values(), say(N_("Cộng"))]
    whole, shown = (Table(heads, [_line(day, counts[day]) for day in some]) for some in (days, months))
    if not any(counts.values()):
        said = say(N_("Chưa có diễn biến nào trong năm %(year)s."), year=year)
        return Picture("flow", say(TITLE), said, whole)
    slots = len(week_ends(year, date(year, 12, 31)))
    drawing = layers("flow", _weeks(weeks, counts), looks, slots)
    return Picture("flow", say(TITLE), _said(days[-1], counts[days[-1]]), whole, drawing, looks, "", shown)


def _said(day: date, counts: Counter[str]) -> str:
    done, total = counts["done"], counts.total()
    return say(
        N_("Đến hết ngày %(day)s: %(done)s trên %(total)s nhiệm vụ hoàn thành, %(open)s đang ở các bước trước."),
        day=day_text(day), done=done, total=total, open=total - done - sum(counts[one] for one in HELD),
    )  # fmt: skip


def _month_ends(work: Work) -> list[date]:
    """The ends of the calendar's months that have passed, and the day itself."""
    year = work.wanted.year
    ends = [last_day(year, month) for month in range(1, 13)]
    passed = [end for end in ends if end <= work.day]
    return [*passed, work.day] if work.day.year == year and work.day not in passed else passed


def _line(day: date, counts: Counter[str]) -> list[str | int]:
    return [day_text(day), *(counts[state] for state in STACK), counts.total()]


def _weeks(days: Sequence[date], counts: Mapping[date, Counter[str]]) -> list[Week]:
    """Each week, and the number of the month with its first one."""
    begins = [at == 0 or days[at - 1].month != day.month for at, day in enumerate(days)]
    return [
        Week(counts[day], day_text(day), str(day.month) if begun else "")
        for day, begun in zip(days, begins, strict=True)
    ]
