"""The second calendar: public holidays, traditional days and the office's own, for a whole term of years."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Event
from sqlalchemy import select
from sqlalchemy.orm import Session

from feeds.scopes import Scope
from feeds.text import Text, categories
from planner.language import N_, translate
from planner.models import Change, DayOff, OfficeDay, Organisation
from planner.occasions import LABELS, Marked, Term, marked_days, term_of

TABLE_OF = datetime(2026, 11, 21, tzinfo=UTC)  # to be raised with every edit of planner/occasions/table.py

NONE = Term(0, 0)


@dataclass(frozen=True, slots=True)
class DaysScope(Scope):
    """The marked days of an office in the years of a term."""

    term: Term = NONE


@dataclass(frozen=True, slots=True)
class Edited:
    """How often a day was edited, and when last (UTC)."""

    times: int
    at: datetime


def scope(organisation: str, own: Term | None, language: str, today: date) -> DaysScope:
    """The days of an office's own term, or else of the Front's term that today falls in; the office by its name."""
    term = own or term_of(today)
    name = translate(N_("Ngày nghỉ, ngày truyền thống – %(name)s"), language, name=organisation)
    return DaysScope("days", name, mark=f"days {term.first}-{term.last} {TABLE_OF:%Y%m%d}", term=term)


def components(session: Session, organisation: Organisation, scope: DaysScope, language: str) -> bytes:
    """A VEVENT for each day, in the order of the days. Three queries."""
    of_office = select(OfficeDay).where(OfficeDay.organisation_id == organisation.id).order_by(OfficeDay.id)
    own = session.scalars(of_office).all()
    corrections = session.scalars(select(DayOff).order_by(DayOff.day)).all()
    edited = _corrected(session) | {f"office-{day.id}": Edited(0, day.created_at) for day in own}
    days = marked_days(scope.term, corrections, [day.occasion for day in own], language)
    return b"".join(_event(organisation, one, edited, language).to_ical(sorted=False) for one in days)


def _corrected(session: Session) -> dict[str, Edited]:
    """The corrections by day (20260831). They are common to all offices, whoever's history they stand in."""
    found: dict[str, Edited] = {}
    for change in session.scalars(select(Change).where(Change.verb == "correct_day").order_by(Change.id)):
        key = change.after["day"].replace("-", "")
        found[key] = Edited(found[key].times + 1 if key in found else 1, change.at)
    return found


def _event(organisation: Organisation, one: Marked, edited: dict[str, Edited], language: str) -> Event:
    """An all-day event that occupies nobody; a day that was corrected has a SEQUENCE that grew (RFC 5545, 3.8.7.4)."""
    last = edited.get(one.key.rpartition("-")[0]) or edited.get(f"{one.day:%Y%m%d}")
    event = Event()
    event.add("uid", f"{one.key}@{organisation.key}")
    event.add("dtstamp", last.at if last else TABLE_OF)
    event.add("last-modified", last.at if last else TABLE_OF)
    event.add("sequence", last.times if last else 0)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", Text(summary(one, language)))
    if one.source:
        event.add("description", Text(translate(N_("Căn cứ: %(source)s"), language, source=one.source)))
    event.add("categories", categories(translate(LABELS[one.kind], language)))
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def summary(one: Marked, language: str) -> str:
    """The day's name, with its years; counts that end in 0 (năm tròn) and 5 are those that get celebrated."""
    if not one.years:
        return one.name
    sentence = N_("%(name)s (%(years)s năm)") if one.years % 5 else N_("%(name)s (kỷ niệm %(years)s năm)")
    return translate(sentence, language, name=one.name, years=one.years)
