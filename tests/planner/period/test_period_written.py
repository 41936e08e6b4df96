"""What the preview writes of a reading can be typed back and means the same days."""

from pathlib import Path

import pytest

import planner.period
from planner.period import Span, Years, read_period
from webapp.reading_words import span_words

TABLE = Path(planner.period.__file__).parent / "cases.tsv"
CASES = [line.split("\t")[:2] for line in TABLE.read_text("utf-8").splitlines()[1:]]


def days(spans: tuple[Span, ...]) -> list[object]:
    return [(span.start, span.finish) for span in spans]


@pytest.mark.parametrize("years", sorted({years for years, _ in CASES}))
def test_the_words_of_a_reading_are_read_as_its_days(years: str) -> None:
    plan = Years.parse(years)
    for text in (text for case, text in CASES if case == years):
        spans = read_period(text, plan).spans
        for span in spans[:12]:
            assert days(read_period(span_words(span), plan).spans) == days((span,)), (text, span_words(span))


@pytest.mark.parametrize("years", sorted({years for years, _ in CASES}))
def test_a_list_of_them_is_read_as_all_its_days_or_asked(years: str) -> None:
    plan = Years.parse(years)
    for text in (text for case, text in CASES if case == years):
        spans = tuple(dict.fromkeys(read_period(text, plan).spans))[:12]
        back = read_period("; ".join(span_words(span) for span in spans), plan)
        assert back.question or days(back.spans) == days(spans), (text, back.text)
