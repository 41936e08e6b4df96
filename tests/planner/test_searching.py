"""Search without regard to accents, đ, case and order, on both databases; the stored key follows what is said."""

import pytest
from office import Office
from sqlalchemy import select

from planner.models import PlanRow, Task
from planner.searching import holds, key_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kế hoạch giám sát", ["ke", "hoach", "giam", "sat"]),
        ("ĐẠI ĐOÀN KẾT", ["dai", "doan", "ket"]),
        ("15/TTr-MTTQ", ["15", "ttr", "mttq"]),
        ("100% _ “hoà bình”", ["100", "hoa", "binh"]),
        ("giám giam GIÁM", ["giam"]),
        (" %_\\ ", []),
        (None, []),
    ],
)
def test_words_are_folded_and_hold_none_of_like_s_signs(text: str | None, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_key_has_each_word_between_blanks() -> None:
    assert key_of("12", "Kế hoạch", None) == " 12 ke hoach "
    assert key_of("", None) == ""


def found(office: Office, text: str) -> list[str]:
    query = select(Task).where(holds(Task.searched, text)).order_by(Task.position, Task.occurrence)
    return [task.number for task in office.session.scalars(query)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("tiep xuc cu tri", ["2"]),
        ("cử tri hội nghị", ["2"]),  # in any order
        ("HOI NGHI", ["2", "6", "6", "7"]),
        ("giam sa", ["4"]),  # as it is typed
        ("dai doan ket", ["1"]),
        ("9", ["9"]),
        ("6", ["3", "6", "6"]),  # "6 tháng" too
        ("iam", []),
        ("tập_huấn %", ["8"]),  # a sign is no word
        ("khong co tu nay", []),
    ],
)
def test_tasks_are_found(there: Office, text: str, numbers: list[str]) -> None:
    assert found(there, text) == numbers


def test_a_row_is_found_by_all_that_the_document_says(there: Office) -> None:
    query = select(PlanRow.number).where(holds(PlanRow.searched, "quy ii phong trao"))
    assert there.session.scalars(query).all() == ["8"]


def test_the_key_follows_the_words_the_paper_and_the_result(there: Office) -> None:
    task = there.task("3")
    task.title, task.paper_number, task.result = "Đề án mới", "15/TTr-MTTQ", "Đã sơ kết"
    there.session.commit()
    assert [found(there, text) for text in ("de an", "ttr", "so ket", "dau nam")] == [["3"], ["3"], ["3"], []]
