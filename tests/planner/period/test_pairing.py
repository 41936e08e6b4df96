"""Which submit goes with which execute."""

from datetime import date

import pytest

from planner.period import Span, Years, pair, read_period

YEARS = Years(2023, 2023)
MONTHS = {3: 31, 5: 31, 6: 30, 9: 30, 11: 30, 12: 31}


def month(number: int) -> Span:
    return Span(date(2023, number, 1), date(2023, number, MONTHS[number]))


@pytest.mark.parametrize(
    ("submit", "execute", "pairs"),
    [
        ("Tháng 5,11", "Tháng 6,12", [(month(5), month(6)), (month(11), month(12))]),
        ("Tháng 3", "Theo kế hoạch", [(month(3), None)]),
        ("Tháng 5,11", "Thường xuyên", [(month(5), None), (month(11), None)]),
        ("Theo kế hoạch", "Tháng 6,12", [(None, month(6)), (None, month(12))]),
        (None, "Tháng 6,12", [(None, month(6)), (None, month(12))]),
        ("Tháng 3", None, [(month(3), None)]),
        ("Hằng tuần", "Thường xuyên", [(None, None)]),
        (None, None, [(None, None)]),
    ],
)
def test_sides_that_pair_are_not_asked_about(submit: str | None, execute: str | None, pairs: list[object]) -> None:
    sides = [read_period(text, YEARS) if text is not None else None for text in (submit, execute)]
    assert pair(*sides) == (pairs, None)


def test_one_submit_for_several_executes_goes_with_the_first_and_is_asked() -> None:
    pairs, question = pair(read_period("Tháng 3", YEARS), read_period("Tháng 6,12", YEARS))
    assert pairs == [(month(3), month(6)), (None, month(12))]
    assert question == "Một lần trình cho 2 lần thực hiện: đang xếp trình vào lần đầu, có đúng không?"


def test_numbers_that_do_not_pair_are_asked() -> None:
    pairs, question = pair(read_period("Tháng 3, 6, 9", YEARS), read_period("Tháng 6,12", YEARS))
    assert pairs == [(month(3), month(6)), (month(6), month(12)), (month(9), None)]
    assert question == "Trình 3 lần, thực hiện 2 lần: lần trình nào cho lần thực hiện nào?"
