"""Pictures of a year's months: what falls due, and how punctual the months were."""

from typing import NamedTuple

from flask import url_for

from planner.figures.due import Due, due_by_month
from planner.language import N_
from planner.models.milestone import KINDS
from planner.models.milestone import LABELS as KIND_LABELS
from planner.sheets.comparing import by_month
from webapp.dates import month_name
from webapp.language import say
from webapp.pictures.figures import Cell, Picture, Table, rate_text, share
from webapp.pictures.shapes import Month, Part, columns
from webapp.pictures.work import Work

DUE = N_("Mốc đến hạn theo tháng")
ON_TIME = N_("Tỷ lệ đúng hạn so với cùng tháng năm trước")
MONTHS = range(1, 13)
DONE = N_("%(kind)s: đã xong")
OF_YEAR = N_("Tháng %(month)s/%(year)s")


def due(work: Work) -> Picture:
    """Milestones to submit and to execute by the month of their deadline."""
    months = due_by_month(work.months(work.wanted.year), work.tasks)
    kinds = {kind: say(KIND_LABELS[kind]) for kind in KINDS}
    values = [_due_values(one) for one in months]
    submit, submit_done, execute, execute_done = totals = [sum(column) for column in zip(*values, strict=True)]
    heads = [say(N_("Tháng")), *(head for name in kinds.values() for head in (name, say(DONE, kind=name)))]
    lines: list[list[Cell]] = [[month_name(one.month.nth), *held] for one, held in zip(months, values, strict=True)]
    targets = [url_for("months.show", **work.wanted.keep(month=one.month.nth)) for one in months]
    table = Table(heads, lines, [say(N_("Cộng")), *totals], targets)
    if not submit + execute:
        said = say(N_("Không có mốc nào có hạn trong năm %(year)s."), year=work.wanted.year)
        return Picture("due", say(DUE), said, table)
    said = say(
        N_("Cả năm có %(submit)s mốc trình và %(execute)s mốc thực hiện đến hạn; đã xong %(done)s mốc."),
        submit=submit, execute=execute, done=submit_done + execute_done,
    )  # fmt: skip
    drawing = columns("due", [_columns(one, kinds, work) for one in months])
    return Picture("due", say(DUE), said, table, drawing, kinds, _note(work))


def _due_values(one: Due) -> list[int]:
    return [value for kind in KINDS for value in (one.due[kind], one.done[kind])]


def _columns(one: Due, kinds: dict[str, str], work: Work) -> Month:
    parts = [Part(kind, one.due[kind], f"{month_name(one.month.nth)}: {kinds[kind]} {one.due[kind]}") for kind in KINDS]
    return Month(str(one.month.nth), parts, one.month.first <= work.day <= one.month.last)


class Punctual(NamedTuple):
    """Of the milestones that fell due in a time, how many were done by then."""

    due: int = 0
    on_time: int = 0

    @property
    def rate(self) -> float | None:
        return share(self.on_time, self.due)

    @property
    def cells(self) -> list[Cell]:
        return [self.due, self.on_time, rate_text(self.rate)] if self.due else ["–", "–", "–"]


def on_time(work: Work) -> Picture:
    """How punctual each month was, this year and the year before, as the reports have it."""
    years = (work.wanted.year, work.wanted.year - 1)
    found = {year: _punctual(work, year) for year in years}
    totals = {year: Punctual(*map(sum, zip(*months.values(), strict=True))) for year, months in found.items()}
    words = (N_("Đến hạn %(year)s"), N_("Đúng hạn %(year)s"), N_("Tỷ lệ %(year)s"))
    heads = [say(N_("Tháng")), *(say(word, year=year) for year in years for word in words)]
    lines = [[month_name(nth), *(cell for year in years for cell in found[year][nth].cells)] for nth in MONTHS]
    table = Table(heads, lines, [say(N_("Cộng")), *(cell for year in years for cell in totals[year].cells)])
    if not any(total.due for total in totals.values()):
        return Picture("on-time", say(ON_TIME), say(N_("Chưa có mốc nào đến hạn.")), table)
    said = _compared_words(totals[years[0]], totals[years[1]], years)
    drawing = columns("on-time", [_compared(nth, found, work) for nth in MONTHS], "%", highest=100)
    legend = {look: say(N_("Năm %(year)s"), year=year) for look, year in zip(("on_time", "mark"), years, strict=True)}
    return Picture("on-time", say(ON_TIME), said, table, drawing, legend, _note(work))


def _compared_words(now: Punctual, then: Punctual, years: tuple[int, int]) -> str:
    year, before = years
    if not then.due:
        words = N_("%(rate)s số mốc đã đến hạn năm %(year)s xong đúng hạn; năm %(before)s chưa có số liệu.")
        return say(words, rate=rate_text(now.rate), year=year, before=before)
    words = N_("%(rate)s số mốc đã đến hạn năm %(year)s xong đúng hạn; năm %(before)s: %(rate_before)s.")
    return say(words, rate=rate_text(now.rate), year=year, before=before, rate_before=rate_text(then.rate))


def _punctual(work: Work, year: int) -> dict[int, Punctual]:
    """Each month until today; nothing of those to come."""
    tasks = work.tasks if year == work.wanted.year else work.last_years
    found = by_month(work.organisation, work.months(year)[-1], tasks, work.day)
    known = {nth: Punctual(one["due"], one["on_time"]) for nth, one in enumerate(found, 1)}
    return {nth: known.get(nth, Punctual()) for nth in MONTHS}


def _compared(nth: int, found: dict[int, dict[int, Punctual]], work: Work) -> Month:
    parts = [
        Part(look, round(rate), f"{say(OF_YEAR, month=nth, year=year)}: {rate_text(rate)}")
        if (rate := months[nth].rate) is not None
        else None
        for look, (year, months) in zip(("on_time", "mark"), found.items(), strict=True)
    ]
    month = work.months(work.wanted.year)[nth - 1]
    is_now = month.first <= work.day <= month.last
    return Month(str(nth), [parts[0]] if parts[0] else [], is_now, parts[1], says_zero=True)


def _note(work: Work) -> str:
    """What a month is where the office's does not end with the calendar's."""
    end = work.organisation.month_ends_on
    return say(N_("Tháng của cơ quan kết thúc vào ngày %(day)s."), day=end) if end else ""
