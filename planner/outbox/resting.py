"""When mail to people goes out: in the office's hours, on working days. What need not come otherwise waits for them."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

from planner.clock import ZONE
from planner.errors import Refusal
from planner.language import N_
from planner.models import work_calendar
from planner.settings import mailbox_folder
from planner.workdays import WorkCalendar

WRONG_HOURS = N_("BANGVIEC_MAIL_HOURS phải là hai giờ trong ngày, như 07-19 hoặc 07:30-17:30; hiện là “%(value)s”.")
USUAL = "07-19"
_HOURS = re.compile(r"(\d{1,2})(?::(\d\d))?\s*[-–]\s*(\d{1,2})(?::(\d\d))?")
HOUR, DAY = 60, 24 * 60


class Hours(NamedTuple):
    """From which minute of the day on mail goes out (Asia/Ho_Chi_Minh), and from which on it does no more."""

    opens: int
    closes: int

    @property
    def opening(self) -> time:
        return time(*divmod(self.opens, HOUR))

    @property
    def cron(self) -> str:
        """The hours of the day that they touch, as cron writes them."""
        return f"{self.opens // HOUR}-{(self.closes - 1) // HOUR}"

    def __str__(self) -> str:
        opens, closes = (f"{at // HOUR:02}:{at % HOUR:02}" for at in self)
        return f"{opens}–{closes}"


def mail_hours() -> Hours:
    """The installation's hours of mail. Refuses a setting that names none."""
    value = os.environ.get("BANGVIEC_MAIL_HOURS", "").strip() or USUAL
    if found := _HOURS.fullmatch(value):
        hour, minute, last, last_minute = (int(part or 0) for part in found.groups())
        hours = Hours(hour * HOUR + minute, last * HOUR + last_minute)
        if max(minute, last_minute) < HOUR and hours.opens < hours.closes <= DAY:
            return hours
    raise Refusal(WRONG_HOURS, value=value)


@dataclass(frozen=True)
class MailTime:
    """The hours of mail and the days on which they hold; a trial that keeps its mail to itself knows no rest."""

    hours: Hours
    calendar: WorkCalendar
    is_trial: bool = False

    def is_open(self, at: datetime) -> bool:
        """Whether mail to people goes out at an instant."""
        local = at.astimezone(ZONE)
        return self.is_trial or (self._holds(local) and self.calendar.is_working(local.date()))

    def opens_at(self, at: datetime) -> datetime:
        """The instant from which mail that arises now goes out: this one, or the next opening of a working day."""
        local = at.astimezone(ZONE)
        if self.is_open(at):
            return local
        is_over = local.hour * HOUR + local.minute >= self.hours.opens and self.calendar.is_working(local.date())
        day = self.calendar.next_working_day(local.date() + timedelta(days=int(is_over)))
        return datetime.combine(day, self.hours.opening, ZONE)

    def on(self, day: date) -> Callable[[datetime], bool]:
        """`is_open` for who works for a day: the time of the instants counts, on that day."""
        return lambda at: self.is_open(_on(day, at))

    def opens_on(self, day: date, at: datetime) -> datetime | None:
        """Until when mail waits for who works for a day, by the time of an instant; None while it goes out."""
        local = _on(day, at)
        return None if self.is_open(local) else self.opens_at(local)

    def _holds(self, local: datetime) -> bool:
        return self.hours.opens <= local.hour * HOUR + local.minute < self.hours.closes


def mail_time(session: Session) -> MailTime:
    """When mail goes out here."""
    return MailTime(mail_hours(), work_calendar(session), bool(mailbox_folder()))


def _on(day: date, at: datetime) -> datetime:
    return at.astimezone(ZONE).replace(year=day.year, month=day.month, day=day.day)
