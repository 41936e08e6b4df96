"""Verbs on the office's calendar of reports: the end of its months, and the reports that it has switched on."""

from datetime import date

from sqlalchemy.orm import object_session

from planner.actor import Actor
from planner.errors import NotAllowed, Refusal
from planner.language import N_
from planner.models import Organisation, ReportDate
from planner.models.change import record
from planner.reporting.period import count_of
from planner.reporting.spans import YearDay, period_of

MAY_SET = ("secretariat", "admin")
REPORTS = tuple((kind, nth) for kind in ("quarter", "half", "year") for nth in range(1, count_of(kind) + 1))
NEAR = 40  # days: the cut-off days of one kind can then not pass each other
SOON = 60  # days: what is wanted later than that was meant for another report
A_YEAR = 2026  # any year will do; a leap day is clipped
LAST_OF_ALL = 31
FAR = N_("Ngày chốt số liệu %(until)s cách ngày cuối kỳ (%(last)s) quá %(days)s ngày.")
NOT_SOON = N_("Hạn nộp “trước ngày %(before)s” phải sau ngày chốt số liệu (%(until)s) và không quá %(days)s ngày.")
NOT_YOURS = N_("Chỉ Văn phòng hoặc quản trị viên được đặt kỳ báo cáo.")


def set_month_end(organisation: Organisation, day: int, by: Actor, today: date) -> None:
    """The day on which the office's month ends; 0 for the calendar's month."""
    _require(by, organisation)
    if not 0 <= day <= LAST_OF_ALL:
        raise Refusal(N_("Tháng phải kết thúc vào một ngày từ 1 đến 31."))
    day = 0 if day == LAST_OF_ALL else day
    if (before := organisation.month_ends_on) != day:
        organisation.month_ends_on = day
        facts = {"month_ends_on": before}, {"month_ends_on": day}
        record(organisation, by, "set_month_end", today, before=facts[0], after=facts[1])


def set_report(
    organisation: Organisation, kind: str, nth: int, until: YearDay | None, before: YearDay | None,
    by: Actor, today: date,
) -> ReportDate:  # fmt: skip
    """Switches a report on, or changes its days: counted until a day (included), wanted before another.

    Refuses what is no report of the year, a cut-off day far from the period's end, and a day that does not exist.
    """
    _require(by, organisation)
    if (kind, nth) not in REPORTS:
        raise Refusal(N_("Không có kỳ báo cáo này."))
    _check(organisation, kind, nth, until, before)
    made = setting_of(organisation, kind, nth)
    old = _facts(made) if made else {}
    if made is None:
        made = ReportDate(kind=kind, nth=nth, since=today)
        organisation.report_dates.append(made)
    made.until_month, made.until_day = until or (None, None)
    made.due_month, made.due_day = before or (None, None)
    if old != _facts(made):
        record(organisation, by, "set_report", today, before=old, after=_facts(made))
    return made


def drop_report(organisation: Organisation, kind: str, nth: int, by: Actor, today: date) -> None:
    """Switches a report off; what was issued stays."""
    _require(by, organisation)
    if made := setting_of(organisation, kind, nth):
        organisation.report_dates.remove(made)
        record(organisation, by, "drop_report", today, before=_facts(made))
        _flush(organisation)


def _flush(organisation: Organisation) -> None:
    """A report that is switched on again in the same transaction must find its place free."""
    if session := object_session(organisation):
        session.flush()


def _require(by: Actor, organisation: Organisation) -> None:
    if not any(by.has(role, organisation.id) for role in MAY_SET):
        raise NotAllowed(NOT_YOURS)


def _check(organisation: Organisation, kind: str, nth: int, until: YearDay | None, before: YearDay | None) -> None:
    """Slips of the pen: days that no year has, that lie far from the period's end, or before the counts end."""
    if not all(day.exists for day in (until, before) if day):
        raise Refusal(N_("Không có ngày này trong năm."))
    last = period_of(organisation.month_ends_on, kind, A_YEAR, nth).last
    counted = until.nearest(last) if until else last
    if abs(counted - last).days > NEAR:
        raise Refusal(FAR, until=f"{counted:%d/%m}", last=f"{last:%d/%m}", days=NEAR)
    if before and (before.first_after(counted) - counted).days > SOON:
        raise Refusal(NOT_SOON, before=f"{before.day:02}/{before.month:02}", until=f"{counted:%d/%m}", days=SOON)


def setting_of(organisation: Organisation, kind: str, nth: int) -> ReportDate | None:
    """The days of a report that is switched on, or None."""
    return next((one for one in organisation.report_dates if (one.kind, one.nth) == (kind, nth)), None)


def _facts(made: ReportDate) -> dict[str, object]:
    until, before = (made.until_day, made.until_month), (made.due_day, made.due_month)
    return {
        "kind": made.kind, "nth": made.nth,
        "until": f"{until[0]}/{until[1]}" if all(until) else None,
        "before": f"{before[0]}/{before[1]}" if all(before) else None,
    }  # fmt: skip
