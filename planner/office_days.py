"""Verbs of the administrator on the days that the office marks: its own days, and the years of its term."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.administration import require_admin
from planner.errors import Refusal
from planner.language import N_
from planner.models import OfficeDay, Organisation
from planner.models.change import record
from planner.occasions import lunar_day
from planner.text import line

LONGEST_TERM = 10
A_LEAP_YEAR = 2028


def add_office_day(
    session: Session, organisation: Organisation, by: Actor, today: date, now: datetime, *,
    name: str, day: int, month: int, year: int | None = None, is_lunar: bool = False, since: int | None = None,
) -> OfficeDay:  # fmt: skip
    """A day of the office's own: every year, or in one year; solar or lunar. Refuses a day that no year has."""
    require_admin(by, organisation)
    if not (name := line(name)):
        raise Refusal(N_("Vui lòng nhập tên ngày."))
    if not _exists(day, month, year, is_lunar):
        raise Refusal(N_("Không có ngày %(day)s/%(month)s."), day=day, month=month)
    made = OfficeDay(
        organisation_id=organisation.id, name=name, day=day, month=month, year=year, is_lunar=is_lunar, since=since,
        created_at=now,
    )  # fmt: skip
    session.add(made)
    record(organisation, by, "add_office_day", today, after=_facts(made))
    return made


def remove_office_day(organisation: Organisation, made: OfficeDay, by: Actor, today: date, now: datetime) -> None:
    """Takes a day out of the calendar, which tells subscribers that it is gone; said again it changes nothing."""
    require_admin(by, organisation)
    if made.removed_at is not None:
        return
    made.removed_at = now
    record(organisation, by, "remove_office_day", today, before=_facts(made))


def set_term(organisation: Organisation, first: int | None, last: int | None, by: Actor, today: date) -> None:
    """The years of the office's term, both included; None for both is the Front's own term."""
    require_admin(by, organisation)
    if (first is None) != (last is None):
        raise Refusal(N_("Vui lòng nhập cả năm đầu và năm cuối của nhiệm kỳ, hoặc để trống cả hai."))
    if first is not None and last is not None and not first <= last < first + LONGEST_TERM:
        raise Refusal(N_("Nhiệm kỳ phải từ năm đầu đến năm cuối và không quá %(years)s năm."), years=LONGEST_TERM)
    before = {"first": organisation.term_first, "last": organisation.term_last}
    after = {"first": first, "last": last}
    if before != after:
        organisation.term_first, organisation.term_last = first, last
        record(organisation, by, "set_term", today, before=before, after=after)


def _exists(day: int, month: int, year: int | None, is_lunar: bool) -> bool:
    if is_lunar:
        return 1 <= day <= 30 and 1 <= month <= 12 and (year is None or lunar_day(day, month, year) is not None)
    try:
        date(year or A_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def _facts(made: OfficeDay) -> dict[str, object]:
    day = f"{made.day}/{made.month}" + (f"/{made.year}" if made.year else "")
    return {"name": made.name, "day": day, "is_lunar": made.is_lunar, "since": made.since}
