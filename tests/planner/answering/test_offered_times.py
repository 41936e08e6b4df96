"""The other times that a clerk is offered for a doubtful one: each a true alternative, read without that doubt."""

import pytest

from planner.answering import Asked, answers
from planner.period import Years
from planner.reading import row_from_texts

RIGHT, OPEN = "Đúng như vậy", "Chưa xác định thời gian"

TIMES = [
    ("2026", "Sau tháng 12", ["Sau tháng 12/2026", "Sau tháng 12/2025", OPEN]),
    ("2026", "30/9/05", [RIGHT, "30/9/2026"]),
    ("2026", "Tháng 01/2027; tháng 9", [RIGHT, "Tháng 01/2027; tháng 9/2026"]),
    ("2026", "Trước cuối tháng 6", [RIGHT, "Trước ngày 21/06/2026"]),
    ("2026", "đến hết tháng 8; tháng 9", [RIGHT, "tháng 8; tháng 9"]),
    ("2026", "Tuần 3-4/11", [RIGHT, "ngày 3-4/11"]),
    ("2026", "ngày 5 tháng 9 đến 10", [RIGHT, "ngày 5 tháng 9 đến tháng 10"]),
    ("2026", "Thứ Hai, ngày 17/3/2026", [RIGHT, "16/03/2026", "23/03/2026"]),
    ("2026", "Giữa năm", [RIGHT, "tháng 6", "tháng 7", "ngày 30/6"]),
    ("2026", "Cuối tháng 3, đầu tháng 4", [RIGHT, "21/03/2026 - 31/03/2026; 01/04/2026 - 10/04/2026"]),
    ("2026", "tháng 4 hoặc 9", [RIGHT, "tháng 4", "tháng 9", "tháng 4; tháng 9"]),
    ("2026", "4 lần/năm", [RIGHT, "Tháng 3, 6, 9, 12", "Tháng 1, 4, 7, 10"]),
    ("2026", "2 đợt: tháng 3, 6, 9",
     [RIGHT, "2 đợt: tháng 3, 6", "2 đợt: tháng 3, 9", "2 đợt: tháng 6, 9"]),
    ("2026", "Quý II và hằng năm", [RIGHT, "Quý II", "hằng năm"]),
    ("2026", "Thường xuyên; tháng 11", [RIGHT, "Thường xuyên"]),
    ("2026", "Tháng 10 (17/10-18/11)", [RIGHT, "Tháng 10", "17/10-18/11"]),
    ("2026", "tháng 5, 11, ngày 25", [RIGHT, "ngày 25 tháng 5, 11"]),
    ("2026", "Ngày 10 tháng 3 và tháng 9", [RIGHT, "Ngày 10 các tháng 3, 9"]),
    ("2026", "Dịp 27/7", [RIGHT, "Tháng 07/2026", "Trước ngày 27/07/2026"]),
    ("2026", "Dịp Trung thu", ["Trước ngày 25/09/2026", "18/09/2026 - 25/09/2026", "25/09/2026", OPEN]),
    ("2026", "10/3 âm lịch", ["26/04/2026", OPEN]),
    ("2026", "Rằm tháng Giêng", ["03/03/2026", OPEN]),
    ("2026", "tháng Chạp", ["19/01/2026 - 16/02/2026", OPEN]),
    ("2026", "mùng 6 Tết", ["22/02/2026", OPEN]),
    ("2024-2025", "10/3 âm lịch", ["18/04/2024", "07/04/2025", OPEN]),
    ("2026", "trong vòng 30 ngày kể từ ngày 15/3/2026", [RIGHT, "Chậm nhất ngày 13/04/2026"]),
    ("2026", "Ngày làm việc cuối cùng của tháng 5", [RIGHT, "29/05/2026"]),
    ("2026", "15 ngày làm việc kể từ ngày 15/4/2026", ["Chậm nhất ngày 11/05/2026", OPEN]),
    ("2026", "ngày 31 hằng tháng", [RIGHT, "ngày 31 tháng 1, 3, 5, 7, 8, 10, 12"]),
    ("2026", "Năm học 2026-2027", ["Tháng 9/2026 - tháng 5/2027", "Tháng 9/2026", OPEN]),
    ("2021-2025", "2 năm/lần", ["Năm 2021, 2023, 2025", "Năm 2022, 2024", OPEN]),
    ("2021-2025", "Tháng 12/2021, 2023", [RIGHT, "Tháng 12/2021, năm 2023"]),
]  # fmt: skip


def asked_about(text: str, years: Years) -> Asked:
    read = row_from_texts("1", "Hội nghị sơ kết", "Ban Một", "", text, years)
    read.month = years.month
    (question,) = read.questions
    return Asked(question, read, years)


@pytest.mark.parametrize(("years", "text", "offered"), TIMES)
def test_a_doubtful_time_is_answered_by_what_else_it_may_mean(years: str, text: str, offered: list[str]) -> None:
    found = answers(asked_about(text, Years.parse(years)))
    assert [str(answer.label) for answer in found] == offered


@pytest.mark.parametrize(("years", "text", "offered"), TIMES)
def test_what_is_offered_is_read_without_a_question(years: str, text: str, offered: list[str]) -> None:
    plan = Years.parse(years)
    for answer in answers(asked_about(text, plan)):
        for words in answer.changes.values():
            assert row_from_texts("1", "Hội nghị sơ kết", "Ban Một", "", words, plan).questions == []


def test_under_a_heading_the_day_may_be_of_the_headings_month() -> None:
    found = answers(asked_about("5, 20/8", Years(2025, 2025, 7)))
    assert [str(answer.label) for answer in found] == [RIGHT, "5/7, 20/8"]
