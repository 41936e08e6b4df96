"""The timeline: where bars stand on the days of a year, and what the page shows of each task."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office

from planner.workdays import WorkCalendar
from webapp.year_lines.bars import Span, days_of, month_starts, span_in

Client = Callable[[str], FlaskClient]


@pytest.mark.parametrize(
    ("start", "finish", "span"),
    [
        (date(2026, 1, 1), date(2026, 1, 31), Span(0, 31)),
        (date(2026, 12, 1), date(2026, 12, 31), Span(334, 31)),
        (date(2025, 11, 1), date(2026, 1, 10), Span(0, 10)),  # what lies in the year
        (date(2026, 12, 30), date(2027, 2, 1), Span(363, 2)),
        (date(2026, 8, 1), None, Span(212, 153, True)),  # to the year's end
        (None, date(2026, 5, 16), Span(132, 4)),  # a point at its end
        (None, date(2026, 1, 1), Span(0, 1)),
        (date(2025, 1, 1), date(2025, 12, 31), None),
        (date(2027, 1, 1), None, None),
        (None, None, None),
    ],
)
def test_what_of_a_period_lies_in_the_year(start: date | None, finish: date | None, span: Span | None) -> None:
    assert span_in(2026, start, finish) == span


def test_years_and_months_have_their_days() -> None:
    assert (days_of(2026), days_of(2028)) == (365, 366)
    assert month_starts(2026)[:2] == [31, 59]
    assert month_starts(2028)[1] == 60


def line(page: str, office: Office, number: str, nth: int = 1) -> str:
    return page.split(f'id="line-{office.task(number, nth).id}"')[1].split("</tr>")[0]


def test_a_task_is_a_line_with_its_two_bars_and_their_words(as_: Client, office: Office) -> None:
    text = line(as_("viewer").get("/timeline").text, office, "1")
    assert re.findall(r'<rect class="bar is-(\w+) is-late" x="(\d+)"', text) == [("submit", "31"), ("execute", "90")]
    assert "Trình 02, hạn 27/02/2026; Thực hiện 4, hạn 29/04/2026" in text
    assert "Quá hạn 73 ngày" in text


def test_the_first_period_stays_beside_the_one_that_moved(as_: Client, office: Office) -> None:
    by = office.actor("secretariat")
    office.task("3").move_to_month("submit", 2026, 9, by, TODAY, "Chờ", WorkCalendar())
    office.session.commit()
    text = line(as_("viewer").get("/timeline").text, office, "3")
    assert '<rect class="first" x="151"' in text
    assert "ban đầu: Tháng 6" in text


def test_what_has_no_days_says_so(as_: Client, office: Office) -> None:
    text = line(as_("viewer").get("/timeline").text, office, "9")
    assert '<span class="no-days" aria-hidden="true">Chưa xác định thời gian</span>' in text


def test_boards_stand_in_their_order_and_lines_by_their_first_day(as_: Client, office: Office) -> None:
    page = as_("viewer").get("/timeline").text
    assert re.findall(r'<th scope="rowgroup"[^>]*><span>([^<]*?) <', page) == [b.name for b in office.boards.values()]
    lines = [int(number) for number in re.findall(r'id="line-(\d+)"', page)]
    of_board = [task for task in office.tasks if task.board is office.boards["dcpl"]]
    assert lines[: len(of_board)] == [office.task(number).id for number in ("4", "2", "7")]


def test_filters_and_years_hold(as_: Client, office: Office) -> None:
    client = as_("viewer")
    assert re.findall(r'id="line-(\d+)"', client.get("/timeline?year=2026&q=nguoi+co+cong").text) == [
        str(office.task("4").id)
    ]
    assert "chưa có nhiệm vụ nào" in client.get("/timeline?year=2031").text
    assert "Không có nhiệm vụ nào khớp" in client.get("/timeline?year=2026&q=khong+co").text


def test_a_neighbour_sees_none_of_it_and_nobody_posts(as_: Client) -> None:
    assert 'id="line-' not in as_("outsider").get("/timeline").text
    assert as_("secretariat").post("/timeline").status_code == 405


def test_more_than_a_page_is_left_out_until_it_is_asked_for(as_: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.year_lines.views.AT_ONCE", 4)
    page = as_("viewer").get("/timeline").text
    assert (page.count('id="line-'), "Còn 6 nhiệm vụ" in page) == (4, True)
    assert as_("viewer").get("/timeline?all=1").text.count('id="line-') == 10
