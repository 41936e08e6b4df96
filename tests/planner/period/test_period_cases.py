"""The table of cases is the grammar's documentation; every line of it must hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import planner.period
from planner.period import KINDS, Period, Span, Years, questions, read_period

TABLE = Path(planner.period.__file__).parent / "cases.tsv"
LINES = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:]]


def written(period: Period) -> list[str]:
    return [f"{s.start or ''}..{s.finish or ''}" + ("" if s.rule == "window" else f"/{s.rule}") for s in period.spans]


def named(question: str | None) -> str:
    return next((name for name, text in vars(questions).items() if text == question and name.isupper()), "")


def cases() -> Iterator[object]:
    for number, (years, text, *rest) in enumerate(LINES, 2):
        yield pytest.param(years, text, *rest, id=f"{number}-{text[:40]}")


@pytest.mark.parametrize(("years", "text", "kind", "spans", "question"), list(cases()))
def test_the_table_of_cases_holds(years: str, text: str, kind: str, spans: str, question: str) -> None:
    period = read_period(text, Years.parse(years))
    assert (period.kind, written(period), named(period.question_message)) == (kind, spans.split(), question)


def test_the_table_has_every_kind_and_no_case_twice() -> None:
    assert {line[2] for line in LINES} == set(KINDS)
    assert len({(line[0], line[1]) for line in LINES}) == len(LINES) > 250


def test_json_is_as_scripts_rely_on() -> None:
    assert read_period("Tháng 10-11", Years(2023, 2023)).as_json() == {
        "text": "Tháng 10-11",
        "kind": "month-range",
        "spans": [["2023-10-01", "2023-11-30"]],
        "question": None,
    }
    assert Span(None, None).as_json() == [None, None]


def test_a_question_is_a_whole_sentence_and_keeps_what_fills_it() -> None:
    period = read_period("Tháng 13", Years(2023, 2023))
    assert period.question == "“Tháng 13” ghi tháng 13, không có trong lịch: đúng ra là tháng mấy?"
    assert period.question_message is not None
    assert period.question_message % period.question_values == period.question


def test_percent_signs_in_a_text_do_not_break_its_question() -> None:
    assert "100% %(x)s" in (read_period("100% %(x)s", Years(2023, 2023)).question or "")
