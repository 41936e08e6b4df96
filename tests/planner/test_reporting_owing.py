"""Which reports a day owes, and when: the first working day after the last day that counts."""

from datetime import date

import pytest
from office import Office
from sqlalchemy.orm import Session

from planner.errors import NotAllowed, Refusal
from planner.models import Change, DayOff, work_calendar
from planner.reporting import (
    YearDay,
    coming,
    drop_report,
    due_of,
    last_years,
    owed_reports,
    period_for,
    previous_period,
    set_month_end,
    set_report,
)

JANUARY = date(2026, 1, 6)


@pytest.fixture
def reporting(office: Office) -> Office:
    """The office has switched on its quarters, the six-month report and the yearly one, with a programme's dates."""
    admin = office.actor("admin")
    for nth in range(1, 5):
        set_report(office.organisation, "quarter", nth, None, None, admin, JANUARY)
    set_report(office.organisation, "half", 1, YearDay(6, 10), YearDay(6, 15), admin, JANUARY)
    set_report(office.organisation, "year", 1, YearDay(12, 5), YearDay(12, 15), admin, JANUARY)
    office.session.commit()
    return office


def keys(office: Office, day: str) -> list[str]:
    return [p.key for p in owed_reports(office.session, office.organisation, date.fromisoformat(day))]


@pytest.mark.parametrize(
    ("day", "owed"),
    [
        ("2026-05-29", ["2026-04", "2026-Q1"]),  # a Friday, the last working day of May
        ("2026-05-31", []),  # a Sunday
        ("2026-06-01", ["2026-05", "2026-Q1"]),
        ("2026-06-10", ["2026-05", "2026-Q1"]),  # the last day that the half counts
        ("2026-06-11", ["2026-05", "2026-Q1", "2026-H1"]),
        ("2026-07-01", ["2026-06", "2026-Q2", "2026-H1"]),
        ("2026-12-04", ["2026-11", "2026-Q3", "2026-H1"]),
        ("2026-12-07", ["2026-11", "2026-Q3", "2026-H1", "2026"]),  # the year counts until Saturday, 5 December
        ("2027-01-01", []),  # a holiday
        ("2027-01-04", ["2026-12", "2026-Q4", "2026"]),  # the second half is not switched on
        ("2026-02-02", ["2026-01"]),  # Q4 of 2025 ended before the first plan was imported
        ("2026-01-12", []),
    ],
)
def test_a_day_owes_the_latest_report_of_each_kind(reporting: Office, day: str, owed: list[str]) -> None:
    assert keys(reporting, day) == owed


def test_only_the_month_is_reported_unless_more_is_switched_on(office: Office) -> None:
    assert keys(office, "2026-07-01") == ["2026-06"]


def test_an_office_whose_month_ends_on_the_24th(office: Office) -> None:
    set_month_end(office.organisation, 24, office.actor("secretariat"), JANUARY)
    assert keys(office, "2026-05-22") == ["2026-04"]
    assert keys(office, "2026-05-25") == ["2026-05"]  # the 24th was a Sunday
    (may,) = owed_reports(office.session, office.organisation, date(2026, 5, 25))
    assert (may.first, may.last) == (date(2026, 4, 25), date(2026, 5, 24))


def test_a_corrected_day_moves_the_report(reporting: Office) -> None:
    assert "2026-H1" in keys(reporting, "2026-06-11")
    reporting.session.add(DayOff(day=date(2026, 6, 11), is_off=True))
    reporting.session.add(DayOff(day=date(2026, 6, 13), is_off=False))
    reporting.session.flush()
    assert keys(reporting, "2026-06-11") == []
    assert "2026-H1" in keys(reporting, "2026-06-13")  # a Saturday made a working day


def test_a_report_that_had_to_be_there_before_it_was_switched_on_is_not_owed(office: Office) -> None:
    admin = office.actor("admin")
    set_report(office.organisation, "half", 1, YearDay(6, 10), YearDay(6, 15), admin, date(2026, 6, 15))
    assert keys(office, "2026-06-15") == ["2026-05"]
    assert "2027-H1" in keys(office, "2027-06-11")
    drop_report(office.organisation, "half", 1, admin, date(2026, 6, 15))
    set_report(office.organisation, "half", 1, YearDay(6, 10), YearDay(6, 15), admin, date(2026, 6, 12))
    assert keys(office, "2026-06-12") == ["2026-05", "2026-H1"]


def test_it_is_issued_before_the_day_on_which_it_is_wanted_unless_days_off_lie_between(reporting: Office) -> None:
    organisation, calendar = reporting.organisation, work_calendar(reporting.session)
    half = due_of(organisation, period_for(organisation, "half", 2026, 1), calendar)
    assert (half.issue_on, half.before, half.is_late) == (date(2026, 6, 11), date(2026, 6, 15), False)
    year = due_of(organisation, period_for(organisation, "year", 2026, 1), calendar)
    assert (year.issue_on, year.before, year.is_late) == (date(2026, 12, 7), date(2026, 12, 15), False)
    set_report(organisation, "quarter", 1, YearDay(4, 29), YearDay(5, 3), reporting.actor("admin"), JANUARY)
    quarter = due_of(organisation, period_for(organisation, "quarter", 2026, 1), calendar)
    assert (quarter.issue_on, quarter.before, quarter.is_late) == (date(2026, 5, 4), date(2026, 5, 3), True)


def test_which_one_comes_next(reporting: Office) -> None:
    organisation, calendar = reporting.organisation, work_calendar(reporting.session)
    assert coming(organisation, "half", 1, date(2026, 6, 11), calendar).period.key == "2026-H1"
    assert coming(organisation, "half", 1, date(2026, 6, 12), calendar).period.key == "2027-H1"
    assert coming(organisation, "quarter", 4, date(2027, 1, 4), calendar).period.key == "2026-Q4"


def test_the_period_before_and_the_same_of_last_year(reporting: Office) -> None:
    organisation = reporting.organisation
    assert previous_period(organisation, period_for(organisation, "month", 2026, 1)).key == "2025-12"
    assert previous_period(organisation, period_for(organisation, "quarter", 2026, 1)).key == "2025-Q4"
    assert last_years(organisation, period_for(organisation, "half", 2026, 2)).key == "2025-H2"


def test_settings_are_recorded_once(reporting: Office, session: Session) -> None:
    admin = reporting.actor("admin")
    set_report(reporting.organisation, "half", 1, YearDay(6, 10), YearDay(6, 15), admin, JANUARY)
    set_month_end(reporting.organisation, 0, admin, JANUARY)
    set_month_end(reporting.organisation, 31, admin, JANUARY)
    verbs = [change.verb for change in session.query(Change).where(Change.verb.in_(("set_report", "set_month_end")))]
    assert verbs.count("set_report") == 6
    assert verbs.count("set_month_end") == 0


@pytest.mark.parametrize(("kind", "nth"), [("month", 1), ("quarter", 5), ("half", 0), ("week", 1)])
def test_what_is_no_report_of_the_year_is_refused(office: Office, kind: str, nth: int) -> None:
    with pytest.raises(Refusal, match="Không có kỳ báo cáo"):
        set_report(office.organisation, kind, nth, None, None, office.actor("admin"), JANUARY)


def test_a_cut_off_day_far_from_the_periods_end_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match=r"10/06 cách ngày cuối kỳ \(31/12\)"):
        set_report(office.organisation, "year", 1, YearDay(6, 10), None, office.actor("admin"), JANUARY)


@pytest.mark.parametrize("before", [YearDay(6, 10), YearDay(6, 1), YearDay(9, 1)])
def test_a_report_cannot_be_wanted_before_its_counts_end_nor_long_after(office: Office, before: YearDay) -> None:
    with pytest.raises(Refusal, match=r"phải sau ngày chốt số liệu \(10/06\) và không quá 60 ngày"):
        set_report(office.organisation, "half", 1, YearDay(6, 10), before, office.actor("admin"), JANUARY)


@pytest.mark.parametrize("day", [YearDay(13, 1), YearDay(2, 30), YearDay(0, 1), YearDay(6, 31), YearDay(6, 0)])
def test_a_day_that_no_year_has_is_refused(office: Office, day: YearDay) -> None:
    with pytest.raises(Refusal, match="Không có ngày này"):
        set_report(office.organisation, "half", 1, day, None, office.actor("admin"), JANUARY)


@pytest.mark.parametrize("key", ["head", "member", "leader", "viewer", "outsider"])
def test_only_secretariat_and_administrator_set_them(office: Office, key: str) -> None:
    with pytest.raises(NotAllowed):
        set_month_end(office.organisation, 24, office.actor(key), JANUARY)
    with pytest.raises(NotAllowed):
        set_report(office.organisation, "half", 1, None, None, office.actor(key), JANUARY)
    with pytest.raises(NotAllowed):
        drop_report(office.organisation, "half", 1, office.actor(key), JANUARY)
