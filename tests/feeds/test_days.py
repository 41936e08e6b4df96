"""The calendar of marked days: a whole term, own days, corrections; the same bytes until something changes."""

from datetime import date

import pytest
from office import TODAY, Office
from sqlalchemy.orm import Session

import feeds
from planner import clock
from planner.administration import correct_day
from planner.office_days import add_office_day, set_term


def _events(office: Office, session: Session, parse, language: str = "vi") -> dict[str, dict]:
    session.flush()
    content = feeds.build(session, office.organisation, "days", language, today=TODAY)
    return {event["uid"].partition("@")[0]: event for event in parse(content)["events"]}


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
    assert "holiday-20260831" not in found
    first = found["holiday-20260903"]
    assert first["summary"] == "Nghỉ theo thông báo"
    correct_day(session, office.organisation, date(2026, 9, 3), True, "Nghỉ thêm", admin, TODAY)
    second = _events(office, session, parse)["holiday-20260903"]
    assert second["summary"] == "Nghỉ thêm"
    assert second["sequence"] > first["sequence"]


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
