"""The second calendar: public holidays, traditional days and the office's own, for a whole term of years."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Event
from sqlalchemy import select
from sqlalchemy.orm import Session

from feeds.scopes import Scope
from feeds.text import Text, categories
from feeds.wording import MARKS
from planner.language import N_, translate
from planner.models import Change, DayOff, OfficeDay, Organisation
from planner.occasions import LABELS, Marked, Term, gone_days, marked_days, term_of

TABLE_OF = datetime(2026, 11, 21, tzinfo=UTC)  # to be raised with every edit of planner/occasions/table.py

WRITTEN = 2  # raised when the same days are written otherwise: what is kept is then stale

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


@dataclass(slots=True)
class Corrected:
    """One correction of the table of holidays, as the history has it."""

    day: date
    is_off: bool
    name: str
    at: datetime


def scope(organisation: str, own: Term | None, language: str, today: date) -> DaysScope:
    """The days of an office's own term, or else of the Front's term that today falls in; the office by its name."""
    term = own or term_of(today)
    name = translate(N_("Ngày nghỉ, ngày truyền thống – %(name)s"), language, name=organisation)
    return DaysScope("days", name, mark=f"days {term.first}-{term.last} {TABLE_OF:%Y%m%d}.{WRITTEN}", term=term)


def components(session: Session, organisation: Organisation, scope: DaysScope, language: str) -> bytes:
    """A VEVENT for each day, in the order of the days. Three queries.

    What was taken out stays as CANCELLED: programs that merge what they fetch (METHOD:PUBLISH; RFC 5546, section
    3.2.1) do not learn from its absence that an event is gone.
    """
    of_office = select(OfficeDay).where(OfficeDay.organisation_id == organisation.id).order_by(OfficeDay.id)
    own = session.scalars(of_office).all()
    corrections = session.scalars(select(DayOff).order_by(DayOff.day)).all()
    history = _history(session)
    edited = _times(history) | {f"office-{day.id}": _of_office(day) for day in own}
    here = marked_days(scope.term, corrections, [day.occasion for day in own if not day.removed_at], language)
    gone = gone_days(scope.term, here, history, [day.occasion for day in own if day.removed_at], language)
    events = [(one, False) for one in here] + [(one, True) for one in gone]
    return b"".join(
        _event(organisation, one, is_gone, edited, language).to_ical(sorted=False)
        for one, is_gone in sorted(events, key=lambda event: (event[0].day, event[0].key))
    )


def _history(session: Session) -> list[Corrected]:
    """The corrections in their order. They are common to all offices, whoever's history they stand in."""
    lines = session.scalars(select(Change).where(Change.verb == "correct_day").order_by(Change.id))
    return [
        Corrected(date.fromisoformat(line.after["day"]), line.after["is_off"], line.after.get("name") or "", line.at)
        for line in lines
    ]


def _times(history: Iterable[Corrected]) -> dict[str, Edited]:
    """How often each day (20260831) was corrected."""
    found: dict[str, Edited] = {}
    for one in history:
        key = f"{one.day:%Y%m%d}"
        found[key] = Edited(found[key].times + 1 if key in found else 1, one.at)
    return found


def _of_office(day: OfficeDay) -> Edited:
    return Edited(1, day.removed_at) if day.removed_at else Edited(0, day.created_at)


def _event(
    organisation: Organisation, one: Marked, is_gone: bool, edited: dict[str, Edited], language: str
) -> Event:  # fmt: skip
    """An all-day event that occupies nobody; a day that was corrected has a SEQUENCE that grew (RFC 5545, 3.8.7.4)."""
    last = edited.get(one.key.rpartition("-")[0]) or edited.get(f"{one.day:%Y%m%d}")
    event = Event()
    event.add("uid", f"{one.key}@{organisation.key}")
    event.add("dtstamp", last.at if last else TABLE_OF)
    event.add("last-modified", last.at if last else TABLE_OF)
    event.add("sequence", last.times if last else 0)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", Text(_mark(is_gone, language) + summary(one, language)))
    if one.source:
        event.add("description", Text(translate(N_("Căn cứ: %(source)s"), language, source=one.source)))
    event.add("categories", categories(translate(LABELS[one.kind], language)))
    event.add("status", "CANCELLED" if is_gone else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _mark(is_gone: bool, language: str) -> str:
    """For programs that do not show STATUS."""
    return translate(MARKS["cancelled"], language) if is_gone else ""


def summary(one: Marked, language: str) -> str:
    """The day's name, with its years; counts that end in 0 (năm tròn) and 5 are those that get celebrated."""
    if not one.years:
        return one.name
    sentence = N_("%(name)s (%(count)s năm)") if one.years % 5 else N_("%(name)s (kỷ niệm %(count)s năm)")
    return translate(sentence, language, name=one.name, count=one.years)
