"""The years of a plan as commands and headings give them."""

import pytest

from planner.errors import Refusal
from planner.period import Years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2023", Years(2023, 2023)),
        (" 2021 – 2025 ", Years(2021, 2025)),
        ("2025-07", Years(2025, 2025, 7)),
        ("2023-2023", Years(2023, 2023)),
    ],
)
def test_years_are_read(text: str, years: Years) -> None:
    assert Years.parse(text) == years


@pytest.mark.parametrize(
    "text", ["", "23", "2025-13", "2025-00", "2025-2021", "năm 2023", "2023-", "0000", "9999", "20230"]
)
def test_anything_else_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        Years.parse(text)
    assert str(refusal.value).endswith(".")


def test_a_plan_knows_its_years() -> None:
    assert list(Years(2021, 2023)) == [2021, 2022, 2023]
    assert 2022 in Years(2021, 2023)
    assert 2024 not in Years(2021, 2023)
    assert (Years(2021, 2023).single, Years(2023, 2023).single) == (None, 2023)
