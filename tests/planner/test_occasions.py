"""Days that are marked every year: the right day by sun and moon, corrections, the office's own, a term of years."""

from dataclasses import dataclass
from datetime import date

import pytest
from office import TODAY, Office
from sqlalchemy import select
from sqlalchemy.orm import Session

from planner import clock
from planner.errors import NotAllowed, Refusal
from planner.models import Change, OfficeDay
from planner.occasions import OCCASIONS, Marked, Occasion, Term, lunar_day, marked_days, term_of
from planner.office_days import add_office_day, remove_office_day, set_term


@dataclass
class Corrected:
    day: date
    is_off: bool
    name: str = ""


def _of(year: int, *corrections: Corrected) -> dict[str, Marked]:
    return {one.name: one for one in marked_days(Term(year, year), corrections)}


@pytest.mark.parametrize(
    ("day", "month", "year", "wanted"),
    [(1, 1, 2025, date(2025, 1, 29)), (1, 1, 2026, date(2026, 2, 17)), (1, 1, 2030, date(2030, 2, 2)),
     (10, 3, 2026, date(2026, 4, 26)), (10, 3, 2025, date(2025, 4, 7)), (15, 8, 2026, date(2026, 9, 25)),
     (30, 12, 2025, None)],
)  # fmt: skip
def test_lunar_days_fall_as_in_viet_nam(day: int, month: int, year: int, wanted: date | None) -> None:
    assert lunar_day(day, month, year) == wanted


def test_the_fronts_day_stands_in_every_year_with_its_count() -> None:
    name = "Ngày truyền thống Mặt trận Tổ quốc Việt Nam – Ngày hội Đại đoàn kết toàn dân tộc"
    for year in range(2024, 2035):
        found = _of(year)[name]
        assert (found.day, found.years, found.kind) == (date(year, 11, 18), year - 1930, "front")


def test_a_great_day_that_is_a_holiday_stands_once_as_a_holiday() -> None:
    found = [one for one in marked_days(Term(2026, 2026)) if one.day == date(2026, 9, 2)]
    assert [(one.name, one.kind, one.years) for one in found] == [("Ngày Quốc khánh", "holiday", 81)]


def test_nothing_stands_before_it_began() -> None:
    assert not [one for one in marked_days(Term(2021, 2021)) if one.key.startswith("digital-")]


def test_corrections_win_over_the_table() -> None:
    worked, off = date(2026, 8, 31), date(2026, 9, 3)
    found = {one.day: one for one in marked_days(
        Term(2026, 2026), [Corrected(worked, False), Corrected(off, True, "Nghỉ theo thông báo"),
                           Corrected(date(2026, 8, 22), False, "Làm bù")],
    )}  # fmt: skip
    assert worked not in found
    assert (found[off].name, found[off].kind) == ("Nghỉ theo thông báo", "holiday")
    assert (found[date(2026, 8, 22)].name, found[date(2026, 8, 22)].kind) == ("Làm bù", "working")


def test_keys_are_unique_over_a_term_and_days_in_order() -> None:
    days = marked_days(Term(2024, 2034), [], [Occasion("office-1", 15, 8, "office", "Ngày của cơ quan")])
    assert len({one.key for one in days}) == len(days)
    assert [one.day for one in days] == sorted(one.day for one in days)
    assert len(days) > 11 * len(OCCASIONS)


@pytest.mark.parametrize(
    ("day", "wanted"),
    [(date(2024, 1, 1), Term(2024, 2029)), (date(2026, 11, 21), Term(2024, 2029)),
     (date(2029, 12, 31), Term(2029, 2034)), (date(2023, 5, 1), Term(2019, 2024))],
)  # fmt: skip
def test_the_term_of_a_day(day: date, wanted: Term) -> None:
    assert term_of(day) == wanted


def test_the_office_adds_and_removes_a_day_with_history(office: Office, session: Session) -> None:
    admin = office.actor("admin")
    made = add_office_day(
        session, office.organisation, admin, TODAY, clock.now(), name="Ngày thành lập", day=15, month=8, since=1990
    )
    session.flush()
    assert made.occasion.in_year(2026) == Marked(
        f"office-{made.id}-2026", date(2026, 8, 15), "office", "Ngày thành lập", "", 36
    )
    for _twice in range(2):
        remove_office_day(office.organisation, made, admin, TODAY, clock.now())
    session.flush()
    assert session.scalars(select(OfficeDay.removed_at.is_not(None))).all() == [True]
    verbs = session.scalars(select(Change.verb).order_by(Change.id)).all()
    assert verbs[-2:] == ["add_office_day", "remove_office_day"]


def test_a_day_in_one_year_only_stands_in_that_year(office: Office, session: Session) -> None:
    by = office.actor("admin")
    made = add_office_day(
        session, office.organisation, by, TODAY, clock.now(), name="Đại hội", day=29, month=2, year=2028
    )
    session.flush()
    assert [year for year in range(2024, 2034) if made.occasion.in_year(year)] == [2028]


@pytest.mark.parametrize(
    "values",
    [{"day": 31, "month": 4}, {"day": 29, "month": 2, "year": 2027}, {"day": 0, "month": 1},
     {"day": 31, "month": 1, "is_lunar": True}, {"day": 5, "month": 5, "name": " "}],
)  # fmt: skip
def test_a_day_that_no_year_has_is_refused(office: Office, session: Session, values: dict) -> None:
    with pytest.raises(Refusal):
        add_office_day(
            session, office.organisation, office.actor("admin"), TODAY, clock.now(), **{"name": "Ngày", **values}
        )


def test_only_an_administrator_sets_days_and_the_term(office: Office, session: Session) -> None:
    with pytest.raises(NotAllowed):
        set_term(office.organisation, 2025, 2030, office.actor("secretariat"), TODAY)
    with pytest.raises(Refusal):
        set_term(office.organisation, 2030, 2025, office.actor("admin"), TODAY)
    set_term(office.organisation, 2025, 2030, office.actor("admin"), TODAY)
    session.flush()
    assert office.organisation.term == Term(2025, 2030)
