"""icalendar, ical.js and libical read the same events, value for value."""

import sys
from pathlib import Path

import pytest
from icalendar import Calendar, Component
from office import TODAY, Office
from sqlalchemy.orm import Session

import feeds
from planner.feed_choices import Choices
from planner.models import work_calendar

sys.path.insert(0, str(Path(__file__).parents[1]))

import libical

SHARED = ("uid", "summary", "description", "status", "sequence", "categories", "url")
NAMES = (*SHARED, "dtstart", "dtend", "transp", "color")
TODO_NAMES = (*SHARED, "due", "percent-complete")


@pytest.fixture
def lively(office: Office, session: Session) -> Office:
    """Something moved, something cancelled, something done."""
    by = office.actor("secretariat")
    office.task("2").move_to_month("execute", 2026, 7, by, TODAY, "Lùi lại; chờ, \\n mới", work_calendar(session))
    office.task("3").cancel(by, TODAY, "Không tổ chức")
    office.task("1").begin_drafting(by, TODAY)
    office.task("1").submit(by, TODAY, "12/TTr-BPT", TODAY)
    session.flush()
    return office


def _ours(one: Component, name: str) -> str:
    """A value of icalendar's as ical.js and libical write it."""
    value = one.get(name, "")
    dt = getattr(value, "dt", None)
    if dt is not None:
        return f"{dt:%Y%m%d}"
    return ",".join(map(str, value.cats)) if hasattr(value, "cats") else str(value)


@pytest.mark.parametrize(
    ("form", "kind", "name", "names"),
    [("deadlines", libical.VEVENT, "VEVENT", NAMES), ("periods", libical.VEVENT, "VEVENT", NAMES),
     ("todos", libical.VTODO, "VTODO", TODO_NAMES)],
)  # fmt: skip
def test_three_readers_agree(
    lively: Office, session: Session, parse, form: str, kind: int, name: str, names: tuple[str, ...]
) -> None:
    content = feeds.build(session, lively.organisation, "all", choices=Choices(form=form))
    by_libical = [{n: item.properties.get(n, "") for n in names} for item in libical.read(content, kind)]
    ours = [{n: _ours(one, n) for n in names} for one in Calendar.from_ical(content).walk(name)]
    js = parse(content)["events" if name == "VEVENT" else "todos"]
    by_ical_js = [{n: _of_js(one, n) for n in names} for one in js]
    assert len(ours) == len(by_libical) > 10
    assert ours == by_libical
    assert by_ical_js == by_libical


def _of_js(one: dict, name: str) -> str:
    values = ",".join(one["properties"].get(name, {"values": []})["values"])
    return values.replace("-", "") if name in ("dtstart", "dtend", "due") else values
