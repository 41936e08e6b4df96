"""What a row or a task is called in a sentence."""

from types import SimpleNamespace

import pytest

from planner.called import called


@pytest.mark.parametrize(
    ("number", "title", "name"),
    [
        ("4", "Hội nghị tổng kết", "4"),
        ("", "Hội nghị tổng kết", "“Hội nghị tổng kết”"),
        ("", "Tổ chức " + "hội nghị " * 20, "“Tổ chức hội nghị hội nghị hội nghị hội nghị hội nghị hội…”"),
        ("", "", "…"),
    ],
)
def test_a_number_or_else_the_title_names_it(number: str, title: str, name: str) -> None:
    assert called(SimpleNamespace(number=number, title=title)) == name
