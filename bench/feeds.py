"""A feed's first build beside what icalendar alone needs for it; a fetch and a 304 beside bare routes on its row."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask, Response
from icalendar import Alarm, Calendar, Component, Event
from sqlalchemy import Engine, select

import feeds as calendars
from bench.measure import Times, by_turns
from feeds.component import _alarms
from feeds.lines import line
from planner import clock
from planner.database import make_engine, reading, writing
from planner.models import Feed, Person, PublishedFeed, the_organisation
from webapp import create_app

# One line: label, times of ours, times of the bare twin.
Result = tuple[str, Times, Times]
Values = list[tuple[str, Any]]
Ready = list[tuple[Values, list[Values]]]
TABLE = PublishedFeed.__table__.c


def measure(database: Path, rounds: int) -> list[Result]:
    """First build, unchanged feed and 304, each by turns with its twin on the same database."""
    engine = make_engine(f"sqlite:///{database}")
    secret = _subscribe(engine)
    built = _build(engine)
    ready = _ready(built)
    if _library_alone(ready) not in built:
        raise RuntimeError("the library alone writes other bytes")
    build, library = by_turns(lambda _: _build(engine), lambda _: _library_alone(ready), rounds=rounds)
    app = create_app({"SQLALCHEMY_DATABASE_URI": f"sqlite:///{database}"})
    ours, bare = app.test_client(), _bare(engine).test_client()
    address = f"/calendar/{secret}.ics"
    tag = ours.get(address).headers["ETag"]
    known = {"If-None-Match": tag}
    whole, whole_bare, short, short_bare = by_turns(
        _get(ours, address, 200), _get(bare, "/bytes", 200), _get(ours, address, 304, known), _get(bare, "/row", 304),
        rounds=rounds * 10,
    )  # fmt: skip
    return [
        ("feed of everything, built", build, library),
        ("feed, nothing changed since", whole, whole_bare),
        ("feed, 304", short, short_bare),
    ]


def _subscribe(engine: Engine) -> str:
    with writing(engine) as session:
        person = session.scalars(select(Person)).first()
        organisation = the_organisation(session)
        if person is None or organisation is None:
            raise RuntimeError("an empty database")
        feed, secret = Feed.make(person, organisation, "all", "bench", clock.now())
        session.add(feed)
    return secret


def _build(engine: Engine) -> bytes:
    """As a process does it for the first time: nothing that was written before is remembered."""
    line.cache_clear()
    _alarms.cache_clear()
    with reading(engine) as session:
        organisation = the_organisation(session)
        if organisation is None:
            raise RuntimeError("an empty database")
        return calendars.build(session, organisation, "all")


def _ready(content: bytes) -> Ready:
    """The values of every event and its alarms, as icalendar reads them."""
    events = Calendar.from_ical(content).walk("VEVENT")
    return [(_values(event), [_values(alarm) for alarm in event.walk("VALARM")]) for event in events]


def _values(component: Component) -> Values:
    return [(name, _plain(value)) for name, value in component.items()]


def _plain(value: Any) -> Any:
    if hasattr(value, "cats"):
        return [str(one) for one in value.cats]
    return value.dt if hasattr(value, "dt") else int(value) if isinstance(value, int) else str(value)


def _library_alone(ready: Ready) -> bytes:
    """The same components by nothing but icalendar: each property added, and written out."""
    calendar = Calendar()
    for values, alarms in ready:
        event = Event()
        for name, value in values:
            event.add(name, value)
        for inner in alarms:
            alarm = Alarm()
            for name, value in inner:
                alarm.add(name, value)
            event.add_component(alarm)
        calendar.add_component(event)
    return calendar.to_ical(sorted=False).removeprefix(b"BEGIN:VCALENDAR\r\n")


def _bare(engine: Engine) -> Flask:
    """Two routes and nothing else: one reads the same bytes from one row, one reads a row without them."""
    app = Flask(__name__)

    @app.get("/bytes")
    def whole() -> Response:
        with engine.connect() as connection:
            return Response(connection.execute(select(TABLE.content).where(TABLE.id == 1)).scalar_one())

    @app.get("/row")
    def short() -> Response:
        with engine.connect() as connection:
            etag = connection.execute(select(TABLE.etag).where(TABLE.id == 1)).scalar_one()
        return Response(status=304, headers={"ETag": etag})

    return app


def _get(client: Any, address: str, status: int, headers: dict[str, str] | None = None) -> Callable[[int], None]:
    def get(_: int) -> None:
        answer = client.get(address, headers=headers)
        if answer.status_code != status:
            raise RuntimeError(f"{address} answered {answer.status_code}")

    return get
