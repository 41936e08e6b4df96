"""The feed beside what its library alone needs, and the digest's PDF."""

from datetime import date, timedelta
from pathlib import Path

from icalendar import Calendar, Event

import feeds
import printing
from bench.measure import Times, by_turns
from bench.office import TITLE
from planner.database import make_engine, reading
from planner.models import the_organisation
from planner.sheets.digest import digest_sheet


def measure(database: Path, count: int, rounds: int) -> list[tuple[str, Times, Times | None]]:
    """Building the feed of everything, against as many plain events by icalendar; and the month's digest as PDF."""
    engine = make_engine(f"sqlite:///{database}")
    build, library = by_turns(lambda _: _build(engine), lambda _: _events_alone(count * 2), rounds=rounds)
    (digest,) = by_turns(lambda _: _digest(engine), rounds=1 if rounds < 10 else 3, warm=0)
    return [("feed of everything, built", build, library), ("digest, data and PDF", digest, None)]


def _build(engine) -> bytes:  # type: ignore[no-untyped-def]
    with reading(engine) as session:
        return feeds.build(session, the_organisation(session), "all")


def _events_alone(count: int) -> bytes:
    """The least that a calendar program needs of an event, by the library and nothing else."""
    calendar = Calendar()
    calendar.add("prodid", "-//bench//")
    calendar.add("version", "2.0")
    for n in range(count):
        event = Event()
        event.add("uid", f"{n}@bench")
        event.add("dtstamp", date(2026, 1, 1))
        event.add("summary", TITLE.format(nth=n))
        event.add("description", TITLE.format(nth=n))
        event.add("dtstart", date(2026, 1, 1) + timedelta(days=n % 360))
        event.add("dtend", date(2026, 1, 2) + timedelta(days=n % 360))
        calendar.add_component(event)
    return calendar.to_ical()


def _digest(engine) -> bytes:  # type: ignore[no-untyped-def]
    with reading(engine) as session:
        data = digest_sheet(session, the_organisation(session), month=(2026, 4), issued_on=date(2026, 5, 4))
    return printing.render("digest", data)
