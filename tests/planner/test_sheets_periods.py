"""A report of any span: what it compares, how old the overdue is, which targets fall due, whose months it counts by."""

from datetime import date
from typing import Any

import pytest
from office import BOARDS, Office
from sqlalchemy.orm import Session

from planner.errors import Refusal
from planner.models import Plan, Target, work_calendar
from planner.reporting import ReportPeriod, period_for
from planner.sheets.digest import digest_sheet
from planner.sheets.history import YearOfTasks
from planner.sheets.targets import day_due
from planner.sheets.titles import period_text, span_text, title_of


def told(office: Office, kind: str, nth: int, issued_on: date, year: int = 2026, **more: Any) -> dict[str, Any]:
    office.session.flush()
    period = period_for(office.organisation, kind, year, nth)
    return digest_sheet(office.session, office.organisation, period=period, issued_on=issued_on, **more)


def finish(office: Office, number: str, on: date) -> None:
    task, by = office.task(number), office.actor("secretariat")
    task.begin_executing(by, on)
    task.complete(by, on, "Đã tổ chức", on)


@pytest.mark.parametrize(
    ("kind", "nth", "said"),
    [
        ("month", 5, "tháng 5/2026"), ("quarter", 2, "quý II/2026"), ("half", 1, "6 tháng đầu năm 2026"),
        ("half", 2, "6 tháng cuối năm 2026"), ("year", 1, "năm 2026"),
    ],
)  # fmt: skip
def test_a_span_is_called_as_offices_call_it(office: Office, kind: str, nth: int, said: str) -> None:
    data = told(office, kind, nth, date(2027, 1, 4))
    assert period_text(data["period"]) == said == span_text(data["period"])
    assert data["title"] == f"Báo cáo tình hình thực hiện chương trình công tác {said}"
    assert data["kind"] == ("digest" if kind == "month" else "report")


def test_a_span_that_is_not_the_calendars_names_its_days(office: Office) -> None:
    office.organisation.month_ends_on = 24
    data = told(office, "month", 5, date(2026, 5, 25))
    assert (data["period"]["first"], data["period"]["last"]) == ("2026-04-25", "2026-05-24")
    assert span_text(data["period"]) == "tháng 5/2026 (từ ngày 25/04/2026 đến hết ngày 24/05/2026)"
    assert data["next_period"]["last"] == "2026-06-24"
    assert [month["month"] for month in data["months"]] == [f"2026-{n:02}" for n in range(1, 6)]


def test_a_half_counts_what_was_done_in_its_months_only(office: Office) -> None:
    finish(office, "2", date(2026, 5, 20))
    finish(office, "7", date(2026, 7, 2))
    first, second = told(office, "half", 1, date(2026, 7, 1)), told(office, "half", 2, date(2027, 1, 4))
    assert [[line["number"] for line in data["done"]] for data in (first, second)] == [["2"], ["7"]]
    assert (first["counts"]["done"], second["counts"]["done"]) == (1, 2)


def test_the_overdue_are_told_by_age_together_and_by_board(office: Office) -> None:
    data = told(office, "month", 5, date(2026, 6, 1))
    assert [line["days"] for line in data["overdue"]] == [93, 61, 16, 2, 2]
    assert data["ages"] == [2, 1, 2, 0]
    by_board = {board["name"]: board["ages"] for board in data["boards"]}
    assert by_board == {BOARDS["dcpl"]: [1, 1, 1, 0], BOARDS["pt"]: [1, 0, 1, 0], BOARDS["tctg"]: [0, 0, 0, 0]}


def test_the_rate_is_compared_within_the_year_and_with_the_year_before(office: Office, session: Session) -> None:
    finish(office, "7", date(2026, 3, 20))
    finish(office, "2", date(2026, 5, 20))
    second = told(office, "quarter", 2, date(2026, 7, 1))
    assert (second["rate_before"], second["rate"], second["rate_last_year"]) == (10.0, 20.0, None)
    first = told(office, "quarter", 1, date(2026, 4, 1))
    assert first["rate_before"] is None  # before the year's first quarter nothing of it was done
    next_year = told(office, "half", 1, date(2027, 7, 1), year=2027)
    assert next_year["rate_last_year"] == 20.0


def test_a_period_that_still_runs_is_compared_with_the_same_day_of_the_year_before(office: Office) -> None:
    finish(office, "7", date(2026, 3, 20))
    finish(office, "2", date(2026, 5, 20))
    assert told(office, "half", 1, date(2027, 5, 10), year=2027)["rate_last_year"] == 10.0


def test_on_time_is_told_of_the_done_and_by_month(office: Office) -> None:
    finish(office, "7", date(2026, 5, 18))  # due on 15 May
    finish(office, "2", date(2026, 5, 20))
    data = told(office, "month", 6, date(2026, 7, 1))
    assert data["on_time_rate"] == 50.0
    months = {one["month"]: (one["on_time"], one["due"]) for one in data["months"]}
    assert months["2026-05"] == (1, 3)  # and the first of row 6, to be submitted
    assert months["2026-06"][0] == 0
    assert told(office, "month", 1, date(2026, 2, 2))["on_time_rate"] is None


def test_what_is_put_off_counts_in_no_month(office: Office) -> None:
    before = told(office, "month", 5, date(2026, 6, 1))["months"][-1]
    office.task("2").postpone(office.actor("secretariat"), date(2026, 5, 7), "Chờ hướng dẫn")
    after = told(office, "month", 5, date(2026, 6, 1))["months"][-1]
    assert before["due"] - after["due"] == 1


@pytest.mark.parametrize(
    ("words", "first", "last", "day"),
    [
        ("đến hết năm 2026", date(2026, 7, 1), date(2026, 12, 31), date(2026, 12, 31)),
        ("đến hết năm 2026", date(2026, 1, 1), date(2026, 6, 30), None),
        ("trước ngày 30/6", date(2026, 6, 1), date(2026, 6, 30), date(2026, 6, 29)),
        ("hằng năm", date(2026, 12, 1), date(2026, 12, 31), date(2026, 12, 31)),
        ("hằng quý", date(2026, 4, 1), date(2026, 6, 30), date(2026, 6, 30)),
        ("hằng tháng", date(2026, 4, 1), date(2026, 6, 30), None),
        ("theo kế hoạch của Trung ương", date(2026, 1, 1), date(2026, 12, 31), None),
    ],
)
def test_a_target_falls_due_when_its_own_words_say(words: str, first: date, last: date, day: date | None) -> None:
    assert day_due(words, Plan(first_year=2026, last_year=2026), first, last) == day


def test_targets_that_fall_due_now_or_next_are_told_to_the_office_not_to_a_board(office: Office) -> None:
    for n, due in enumerate(("trong quý II", "trong quý III", "trong quý IV")):
        office.plan.targets.append(Target(position=n, number=str(n + 1), text=f"Chỉ tiêu {n + 1}", due=due))
    data = told(office, "quarter", 2, date(2026, 7, 1))
    assert [(one["number"], one["day"]) for one in data["targets"]] == [("1", "2026-06-30"), ("2", "2026-09-30")]
    assert told(office, "quarter", 2, date(2026, 7, 1), board=office.boards["pt"])["targets"] == []


def test_the_years_report_looks_into_the_next_years_work(office: Office) -> None:
    data = told(office, "year", 1, date(2027, 1, 4))
    assert data["next_period"]["key"] == "2027"
    assert data["due_next"] == []


def test_a_span_that_has_not_begun_is_refused_by_its_name(office: Office) -> None:
    with pytest.raises(Refusal, match="Kỳ báo cáo quý III/2026 chưa bắt đầu"):
        told(office, "quarter", 3, date(2026, 6, 30))


def test_data_of_earlier_days_keep_their_title() -> None:
    assert title_of({"kind": "digest", "board": None, "month": "2026-05"}).endswith("tháng 5/2026")


def test_the_period_is_only_what_it_says(office: Office) -> None:
    """A hand-made span, such as one that an office cut off earlier, is told as it is."""
    cut = ReportPeriod("half", 2026, 1, date(2025, 12, 6), date(2026, 6, 10))
    data = digest_sheet(office.session, office.organisation, period=cut, issued_on=date(2026, 6, 11))
    assert data["as_of"] == "2026-06-10"
    assert span_text(data["period"]).endswith("(từ ngày 06/12/2025 đến hết ngày 10/06/2026)")



def test_a_board_is_told_what_it_gave_away_and_nothing_of_what_came_after(office: Office) -> None:
    by, calendar = office.actor("secretariat"), work_calendar(office.session)
    office.task("1").hand_over(office.boards["dcpl"], by, date(2026, 5, 4), "Phân công lại")
    office.task("1").extend("submit", date(2026, 7, 3), by, date(2026, 5, 6), "Gia hạn", calendar)
    gave, got = (told(office, "month", 5, date(2026, 6, 1), board=office.boards[b])["moved"] for b in ("pt", "dcpl"))
    assert [(line["after"], line["reason"]) for line in gave] == [(BOARDS["dcpl"], "Phân công lại")]
    assert [line["reason"] for line in got] == ["Phân công lại", "Gia hạn"]


def test_a_boards_year_is_the_same_with_less_to_load(office: Office) -> None:
    """What it led, handed over, helped and stopped helping is all there, on every day."""
    by, board = office.actor("secretariat"), office.boards["pt"]
    office.task("1").hand_over(office.boards["dcpl"], by, date(2026, 3, 2), "Phân công lại")
    office.task("4").hand_over(board, by, date(2026, 4, 1), "Phân công lại")
    office.task("2").cooperate_with(board, by, date(2026, 2, 2))
    office.task("2").end_cooperation(board, by, date(2026, 4, 2))
    office.session.flush()
    year = (office.session, office.organisation, 2026, date(2026, 5, 31))
    whole, own = YearOfTasks(*year), YearOfTasks(*year, board)
    assert {task.number for task in own.tasks} == {"1", "2", "4", "6", "8", "9"}
    for day in (date(2026, 2, 27), date(2026, 3, 31), date(2026, 5, 31)):
        seen = [
            [(t.task.id, t.board_id, t.state) for t in one.on(day) if board.id in (t.board_id, *t.cooperator_ids)]
            for one in (whole, own)
        ]
        assert seen[0] == seen[1] != []
