"""Two times beside each other are the two times, or a question: never something third."""

from itertools import permutations

import pytest

from planner.period import Period, Years, read_period

ONE_YEAR = Years(2025, 2025)
TIMES = (
    "Tháng 3", "T9", "Tháng 11/2025", "tháng 01/2026", "10/2025", "tháng 7-8", "từ tháng 2 đến tháng 4", "Quý I",
    "Quý IV/2025", "quý I/2026", "15/6", "ngày 20/8", "ngày 5 tháng 10", "30/11/2025", "1-5/9", "từ 10/5 đến 20/5",
    "ngày 3, 4/11", "đầu tháng 4", "cuối tháng 10", "cuối quý III", "tuần 2 tháng 6", "tuần cuối tháng 8",
    "6 tháng cuối năm", "năm 2027", "8h ngày 12/6", "từ 15/12 đến 15/01/2026",
)  # fmt: skip
# The month after one of another year is of that year too.
CARRIED = {("tháng 01/2026", "từ tháng 2 đến tháng 4")}
POINTS = tuple(time for time in TIMES if not any(joint in time for joint in ("từ", "-", ",")))


def days(*periods: Period) -> list[object]:
    return [(span.start, span.finish) for period in periods for span in period.spans]


@pytest.mark.parametrize("joint", ["; ", " và "])
@pytest.mark.parametrize("time", TIMES)
def test_a_list_is_each_of_its_times_or_a_question(time: str, joint: str) -> None:
    alone = {other: read_period(other, ONE_YEAR) for other in TIMES}
    for other in TIMES:
        read = read_period(f"{time}{joint}{other}", ONE_YEAR)
        if other == time or (time, other) in CARRIED or (joint == " và " and other == "10/2025"):
            continue  # "đầu tháng 4 và 10/2025" is the beginning of both
        assert read.question or days(read) == days(alone[time], alone[other]), read.text


@pytest.mark.parametrize("joined", ["từ {} đến {}", "{} - {}", "{} đến hết {}"])
def test_a_range_runs_from_its_first_to_its_last_or_is_a_question(joined: str) -> None:
    for first, last in permutations(POINTS, 2):
        read = read_period(joined.format(first, last), ONE_YEAR)
        if read.question or "/2026" in first or "năm" in first:  # a year in front is the year of what follows
            continue
        begin, end = read_period(first, ONE_YEAR).spans[0].start, read_period(last, ONE_YEAR).spans[0].finish
        assert days(read) == [(begin, end)], read.text


@pytest.mark.parametrize("time", TIMES)
def test_a_plan_for_more_years_asks_which_when_the_text_does_not_say(time: str) -> None:
    read = read_period(time, Years(2024, 2027))
    assert read.question or "/202" in time or "năm 202" in time
