"""Another way of writing the same time, or words around it that say nothing, give the same days or a question."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

import planner.period
from planner.period import Years, read_period

TABLE = Path(planner.period.__file__).parent / "cases.tsv"
CERTAIN = [
    (line[0], line[1])
    for line in (text.split("\t") for text in TABLE.read_text("utf-8").splitlines()[1:])
    if line[1] and not line[4]
]
WAYS: dict[str, Callable[[str], str]] = {
    "expected": lambda text: f"Dự kiến {text}",
    "expected behind": lambda text: f"{text} (dự kiến)",
    "labelled": lambda text: f"Thời gian thực hiện: {text}",
    "capitals": str.upper,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "full stop": lambda text: f"{text}./.",
    "semicolon": lambda text: f"{text};",
    "brackets": lambda text: f"({text})",
    "quotation marks": lambda text: f"“{text}”",
    "dashes": lambda text: text.replace("-", "–"),
    "blanks": lambda text: text.replace(" ", "\u00a0 "),
    "commas": lambda text: text.replace(", ", " , "),
}


@pytest.mark.parametrize("way", WAYS)
def test_another_way_of_writing_gives_the_same_days_or_a_question(way: str) -> None:
    for years, text in CERTAIN:
        written = WAYS[way](text)
        period = read_period(written, Years.parse(years))
        assert period.question or period.spans == read_period(text, Years.parse(years)).spans, written
