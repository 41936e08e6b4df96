"""Any title comes out of icalendar, ical.js and libical as one and the same text: the task's own."""

import sys
from pathlib import Path

import pytest
from icalendar import Calendar
from office import BOARDS, IMPORTED, Draft, Office, Row, months
from sqlalchemy.orm import Session

import feeds
from planner.actor import COMMAND
from planner.importing import import_plan
from planner.models import Task
from planner.text import line

sys.path.insert(0, str(Path(__file__).parent))

import libical
from titles import hostile_titles


def _check(office: Office, session: Session, parse, count: int, seed: int) -> None:
    """Imports a plan with so many hostile titles and reads its feed with all three."""
    rows = [Row("1", line(t), BOARDS["pt"], None, months("Tháng 5", 5)) for t in hostile_titles(count, seed)]
    draft = Draft(rows, title="Nhan đề lạ", sha256="c" * 64, fingerprint="d" * 64, number="02/CTr")
    plan, _ = import_plan(session, office.organisation, draft, COMMAND, IMPORTED)  # type: ignore[arg-type]
    content = feeds.build(session, office.organisation, "all")
    wanted = {_uid(row.tasks[0]): f"Thực hiện: {row.title}" for row in plan.rows}
    assert len(wanted) == count
    ours = {str(event["uid"]): str(event["summary"]) for event in Calendar.from_ical(content).walk("VEVENT")}
    by_ical_js = {event["uid"]: event["summary"] for event in parse(content)["events"]}
    by_libical = {event["uid"]: event["summary"] for event in libical.read(content)}
    for found in (ours, by_ical_js, by_libical):
        assert {uid: found[uid] for uid in wanted} == wanted
        assert len(found) == count + 14  # no title opened an event of its own, none swallowed one
    _check_lines(content)


def _uid(task: Task) -> str:
    return f"milestone-{task.milestones[0].id}@{task.organisation.key}"


def _check_lines(content: bytes) -> None:
    """RFC 5545, section 3.1: at most 75 octets a line, ended by CR LF; and no letter is cut in two."""
    for one in content.split(b"\r\n"):
        assert len(one) <= 75
        assert b"\n" not in one
        assert b"\r" not in one
        one.decode()


def test_three_hundred_titles_are_the_same_in_three_readers(office: Office, session: Session, parse) -> None:
    _check(office, session, parse, 300, seed=5545)


@pytest.mark.long
def test_ten_thousand_titles_are_the_same_in_three_readers(office: Office, session: Session, parse) -> None:
    _check(office, session, parse, 10_000, seed=7986)
