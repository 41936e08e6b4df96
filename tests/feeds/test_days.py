"""The calendar of marked days: a whole term, own days, corrections; the same bytes until something changes."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from office import TODAY, Office
from sqlalchemy.orm import Session

import feeds
from planner import clock
from planner.administration import correct_day
from planner.office_days import add_office_day, remove_office_day, set_term

sys.path.insert(0, str(Path(__file__).parents[1]))

import libical


def _events(office: Office, session: Session, parse, language: str = "vi") -> dict[str, dict]:
    session.flush()
    content = feeds.build(session, office.organisation, "days", language, today=TODAY)
    return {event["uid"].partition("@")[0]: event for event in parse(content)["events"]}


def _state(event: dict) -> tuple[str, int]:
    return event["properties"]["status"]["values"][0], event["sequence"]


def test_a_whole_term_stands_in_it_with_its_lunar_days(office: Office, session: Session, parse) -> None:
    found = _events(office, session, parse)
    for year in range(2024, 2030):
        front = found[f"front-{year}"]
        assert (front["start"], front["end"], front["allDay"]) == (f"{year}-11-18", f"{year}-11-19", True)
    assert found["holiday-20260217"]["summary"] == "Tết Nguyên Đán"
    assert found["mid-autumn-2026"]["start"] == "2026-09-25"
    assert found["front-2025"]["summary"].endswith("(kỷ niệm 95 năm)")
    assert found["front-2026"]["summary"].endswith("(96 năm)")


def test_no_day_occupies_anybody_or_rings(office: Office, session: Session, parse) -> None:
    for event in _events(office, session, parse).values():
        assert event["properties"]["transp"]["values"] == ["TRANSPARENT"]
        assert event["alarms"] == []


def test_the_office_s_own_day_and_term(office: Office, session: Session, parse) -> None:
    admin = office.actor("admin")
    set_term(office.organisation, 2026, 2027, admin, TODAY)
    made = add_office_day(
        session, office.organisation, admin, TODAY, clock.now(), name="Ngày thành lập; ngày hội, vui", day=15, month=8
    )
    found = _events(office, session, parse)
    years = {event["start"][:4] for event in found.values()}
    assert years == {"2026", "2027"}
    own = found[f"office-{made.id}-2027"]
    assert (own["start"], own["summary"]) == ("2027-08-15", "Ngày thành lập; ngày hội, vui")


def test_a_correction_takes_a_day_out_adds_one_and_raises_its_sequence(
    office: Office, session: Session, parse, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "holiday-20260831" in _events(office, session, parse)
    admin = office.actor("admin")
    correct_day(session, office.organisation, date(2026, 8, 31), False, "", admin, TODAY)
    correct_day(session, office.organisation, date(2026, 9, 3), True, "Nghỉ theo thông báo", admin, TODAY)
    found = _events(office, session, parse)
    assert _state(found["holiday-20260831"]) == ("CANCELLED", 1)
    first = found["holiday-20260903"]
    assert first["summary"] == "Nghỉ theo thông báo"
    correct_day(session, office.organisation, date(2026, 9, 3), True, "Nghỉ thêm", admin, TODAY)
    second = _events(office, session, parse)["holiday-20260903"]
    assert second["summary"] == "Nghỉ thêm"
    assert second["sequence"] > first["sequence"]


def test_a_day_that_was_taken_out_stays_as_cancelled_with_a_higher_sequence(
    office: Office, session: Session, parse
) -> None:
    admin, now = office.actor("admin"), clock.now()
    made = add_office_day(session, office.organisation, admin, TODAY, now, name="Ngày hội", day=15, month=8)
    before = _events(office, session, parse)
    assert {_state(event)[0] for event in before.values()} == {"CONFIRMED"}
    remove_office_day(office.organisation, made, admin, TODAY, now + timedelta(hours=1))
    after = _events(office, session, parse)
    assert before.keys() == after.keys()  # whoever merges finds each again
    for year in range(2024, 2030):
        old, new = (found[f"office-{made.id}-{year}"] for found in (before, after))
        assert (_state(new)[0], new["summary"], new["start"]) == ("CANCELLED", "Hủy: Ngày hội", old["start"])
        assert new["sequence"] > old["sequence"]
        stamps = [found["properties"]["last-modified"]["values"][0] for found in (old, new)]
        assert stamps[0] < stamps[1]
    others = after.keys() - {f"office-{made.id}-{year}" for year in range(2024, 2030)}
    assert all(after[key] == before[key] for key in others)


def test_a_day_added_after_a_removal_is_another_day(office: Office, session: Session, parse) -> None:
    admin, now = office.actor("admin"), clock.now()
    first = add_office_day(session, office.organisation, admin, TODAY, now, name="Một", day=15, month=8, year=2026)
    session.flush()
    remove_office_day(office.organisation, first, admin, TODAY, now)
    session.flush()
    second = add_office_day(session, office.organisation, admin, TODAY, now, name="Hai", day=16, month=8, year=2026)
    found = _events(office, session, parse)
    own = {key: (_state(one)[0], one["summary"]) for key, one in found.items() if key.startswith("office-")}
    assert own == {
        f"office-{first.id}-2026": ("CANCELLED", "Hủy: Một"), f"office-{second.id}-2026": ("CONFIRMED", "Hai"),
    }  # fmt: skip


SATURDAY, THURSDAY, TET, NATIONAL = date(2026, 5, 23), date(2026, 9, 3), date(2026, 2, 17), date(2026, 9, 2)
CORRECTIONS = [  # what was said of a day, one after the other (is it off); what its keys then are
    ([(TET, False)], {"holiday-20260217": ("CANCELLED", 1)}),
    ([(TET, False), (TET, True)], {"holiday-20260217": ("CONFIRMED", 2)}),
    ([(THURSDAY, True)], {"holiday-20260903": ("CONFIRMED", 1)}),
    ([(THURSDAY, True), (THURSDAY, False)],
     {"holiday-20260903": ("CANCELLED", 2), "working-20260903": ("CONFIRMED", 2)}),
    ([(SATURDAY, False)], {"working-20260523": ("CONFIRMED", 1)}),
    ([(SATURDAY, False), (SATURDAY, True)],
     {"working-20260523": ("CANCELLED", 2), "holiday-20260523": ("CONFIRMED", 2)}),
    ([(SATURDAY, False), (SATURDAY, True), (SATURDAY, False)],
     {"working-20260523": ("CONFIRMED", 3), "holiday-20260523": ("CANCELLED", 3)}),
    ([(NATIONAL, False)], {"national-day-2026": ("CONFIRMED", 1)}),  # no holiday any more, but the day it is
    ([(date(2041, 9, 3), True), (date(2041, 9, 3), False)], {}),  # of another term
]  # fmt: skip


@pytest.mark.parametrize(("said", "wanted"), CORRECTIONS)
def test_a_corrected_day_is_what_it_is_now_and_what_it_was_is_cancelled(
    office: Office, session: Session, parse, said: list[tuple[date, bool]], wanted: dict[str, tuple[str, int]]
) -> None:
    before = _events(office, session, parse)
    for nth, (day, is_off) in enumerate(said):
        correct_day(session, office.organisation, day, is_off, f"Lần {nth}", office.actor("admin"), TODAY)
    after = _events(office, session, parse)
    changed = {key: _state(one) for key, one in after.items() if one != before.get(key)}
    assert changed == wanted
    assert before.keys() <= after.keys()


def test_icalendar_ical_js_and_libical_read_the_cancelled_days_alike(office: Office, session: Session, parse) -> None:
    admin, now = office.actor("admin"), clock.now()
    made = add_office_day(session, office.organisation, admin, TODAY, now, name="Ngày, hội; \\n", day=15, month=8)
    session.flush()
    remove_office_day(office.organisation, made, admin, TODAY, now)
    correct_day(session, office.organisation, TET, False, "", admin, TODAY)
    session.flush()
    content = feeds.build(session, office.organisation, "days", today=TODAY)
    theirs = {one["uid"]: (_state(one)[0], one["summary"], one["sequence"]) for one in parse(content)["events"]}
    ours = {
        str(one["uid"]): (str(one["status"]), str(one["summary"]), int(one["sequence"]))
        for one in Calendar.from_ical(content).walk("VEVENT")
    }
    third = {
        one["uid"]: (one["status"], one["summary"], int(one["sequence"]))
        for one in libical.read(content)
    }
    assert ours == theirs == third
    assert sum(status == "CANCELLED" for status, _summary, _sequence in ours.values()) == 7


def test_the_bytes_are_the_same_until_something_changes(office: Office, session: Session) -> None:
    first = feeds.build(session, office.organisation, "days", today=TODAY)
    assert feeds.build(session, office.organisation, "days", today=date(2028, 1, 1)) == first
    add_office_day(session, office.organisation, office.actor("admin"), TODAY, clock.now(), name="Ngày", day=1, month=7)
    session.flush()
    assert feeds.build(session, office.organisation, "days", today=TODAY) != first


def test_an_english_reader_gets_english_names(office: Office, session: Session, parse) -> None:
    found = _events(office, session, parse, "en")
    assert found["holiday-20260217"]["summary"] == "Lunar New Year"
    assert "Vietnamese" not in found["party-2026"]["properties"]["categories"]["values"][0]
