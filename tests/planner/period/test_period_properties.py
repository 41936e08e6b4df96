"""What holds for every text: it is read, quickly, to days that exist, the same each time."""

import re
import unicodedata

import pytest
from effort import no_explosion
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.period import KINDS, Period, Years, read_period
from planner.text import line

WORDS = (  # noqa: SIM905 - a list of words reads better as words
    "tháng quý năm ngày tuần từ đến trước sau hết và hoặc , ; - – / ( ) : + . đầu giữa cuối nửa hằng hàng mỗi các cả "
    "trong định kỳ lần thứ đợt chậm nhất xong hoàn thành theo kế hoạch khi có thường xuyên đột xuất nhiệm kỳ giai đoạn "
    "0 1 2 3 05 6 9 11 12 13 15 25 31 15/6 30/9 II IV 6_tháng dịp kỷ niệm tết số 04/NQ 08h30 t3 q2 mùng lần/năm xã Hội "
    "từ_7h30_-_11h 10_ngày_đầu thứ_hai 3_đợt: tháng_cuối_quý trước_ngày_20 kể_từ_ngày_ký các_năm hai_tuần theo_quý"
).split()
NAMED_YEARS = ["2023", "2024", "2021-2025", "3/2023", "30/9/2022", "15/3/23", "/2024", "2023-03-15"]
ONE_YEAR, FIVE_YEARS = Years(2023, 2023), Years(2021, 2025)
YEARS = st.sampled_from([ONE_YEAR, FIVE_YEARS, Years(2025, 2025, 7), Years(1900, 1900), Years(1900, 2099)])


def phrases(words: list[str]) -> st.SearchStrategy[str]:
    """Up to twelve words of the grammar, with blanks between them or run together."""
    some = st.lists(st.sampled_from(words), max_size=12)
    return st.builds(lambda found, blank: blank.join(found).replace("_", " "), some, st.sampled_from([" ", ""]))


def is_sound(period: Period, text: str) -> None:
    assert period.text == line(text)
    assert period.kind in KINDS
    assert all(span.start or span.finish for span in period.spans)
    assert all(not (span.start and span.finish) or span.start <= span.finish for span in period.spans)
    assert all(span.rule in ("window", "day", "before") for span in period.spans)
    if period.kind == "unreadable":
        assert period.question
        assert not period.spans


@settings(max_examples=400, deadline=None)
@given(text=st.one_of(phrases(WORDS + NAMED_YEARS), st.text(max_size=60)), years=YEARS)
def test_every_text_is_read_to_days_that_exist(text: str, years: Years) -> None:
    period = read_period(text, years)
    is_sound(period, text)
    assert read_period(period.text, years) == period


@settings(max_examples=400, deadline=None)
@given(text=phrases(WORDS), years=st.sampled_from([ONE_YEAR, FIVE_YEARS]))
def test_days_lie_in_the_plan_when_the_text_names_no_year(text: str, years: Years) -> None:
    if re.search(r"[0-9]{4}|năm\s*(?:sau|trước)|/\s?[0-9]+\s?/\s?[0-9]{2}", text):
        return
    for span in read_period(text, years).spans:
        assert all(day is None or day.year in years for day in (span.start, span.finish))


@settings(max_examples=200, deadline=None)
@given(text=phrases(WORDS + NAMED_YEARS))
def test_spelling_does_not_change_the_days(text: str) -> None:
    plain = read_period(text, ONE_YEAR)
    for other in (
        unicodedata.normalize("NFD", text),
        text.upper(),
        text.replace(" ", " \u00a0 "),
        text.replace("-", "–"),
    ):
        read = read_period(other, ONE_YEAR)
        assert (read.kind, read.spans) == (plain.kind, plain.spans), other


@pytest.mark.parametrize(
    "text",
    [
        "1," * 5000,
        "9" * 10_000,
        "tháng " + "1-" * 5000,
        "(" * 10_000,
        "1," * 200,
        "9" * 400,
        "theo kế hoạch " * 28,
        "nghị quyết " * 36,
        "số 1/" * 80,
        "kỷ niệm 10 năm (" * 25,
        "trước " * 66,
        "sau hội nghị " * 30,
        "mỗi năm họp ít nhất " * 20,
        "từ 8h đến " * 40,
        "ngày 1, " * 50,
        "(tháng 3 " * 44,
        "các năm 2021, " * 28,
        "khi có " * 57,
        "trước ngày ký " * 28,
    ],
)
def test_long_texts_are_read_at_once(text: str) -> None:
    with no_explosion():
        is_sound(read_period(text, ONE_YEAR), text)


def test_a_cell_that_holds_a_whole_paragraph_is_asked_about() -> None:
    period = read_period("Tháng 3. " + "Nội dung công việc. " * 30, ONE_YEAR)
    assert (period.kind, period.spans) == ("unreadable", ())
    assert "400" in (period.question or "")
