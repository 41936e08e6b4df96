"""What a clerk is offered to answer a question with, and what the row says afterwards."""

import pytest

from planner.answering import Asked, answers
from planner.answering.heading import heading_answers
from planner.period import Years
from planner.reading import Note, RowDraft, row_from_texts
from planner.reading.bodies import split_bodies
from planner.reading.leads import A_PERSON, split_lead
from planner.reading.marked import NEXT_MONTHS, NEXT_QUARTERS
from planner.reading.row_cells import SLIP
from planner.reading.rows import NO_COLUMN_OF_BODIES
from planner.reading.years import WHICH_YEAR

RIGHT, OPEN = "Đúng như vậy", "Chưa xác định thời gian"

TIMES = [
    ("2027", "Tháng 13", ["Tháng 12", "Tháng 3", "Tháng 1", OPEN]),
    ("2027", "Tháng 5,13", ["Tháng 5,12", OPEN]),
    ("2027", "Quý V", ["Quý IV", "Quý III", "Quý II", "Quý I", OPEN]),
    ("2027", "31/4", ["30/4", OPEN]),
    ("2027", "30/02/2027", ["28/02/2027", OPEN]),
    ("2027", "Tuần 5 tháng 2", ["Tuần 4 tháng 2", OPEN]),
    ("2027", "Tháng 11-9", ["Tháng 9-11", "Tháng 11/2027-9/2028", OPEN]),
    ("2027", "ngày 25 đến 5/4", ["ngày 25/3 - 5/4", OPEN]),
    ("2027", "Tháng 3 - tháng 5 - tháng 7", ["Tháng 3, tháng 5, tháng 7", "Tháng 3 - tháng 7", OPEN]),
    ("2024-2025", "Tháng 6", ["Tháng 6/2024", "Tháng 6/2025", "Tháng 6 hằng năm", OPEN]),
    ("2024-2025", "6 tháng đầu năm",
     ["6 tháng đầu năm 2024", "6 tháng đầu năm 2025", "6 tháng đầu hằng năm", OPEN]),
    ("2027", "Tháng 6/2003", [RIGHT, "Tháng 6/2027"]),
    ("2027", "Trong quý", ["Trong quý I", "Trong quý II", "Trong quý III", "Trong quý IV", OPEN]),
    ("2027", "Ngày 20", [*(f"Ngày 20 tháng {month}" for month in range(1, 13)), OPEN]),
    ("2027", "Tháng 5/11", [RIGHT, "Tháng 5-11", "Ngày 5/11"]),
    ("2027", "IV/2027", [RIGHT, "Tháng 4"]),
    ("2027", "6 tháng", [RIGHT, "6 tháng cuối năm"]),
    ("2027", "Tháng 3, tháng 5/2028", [RIGHT, "Tháng 3/2027, tháng 5/2028"]),
    ("2027", "Tháng 5; trước 15/12", [RIGHT, "01/05/2027 - 15/12/2027"]),
    ("2027", "07/13 xã", [OPEN]),
    ("2027", "", [OPEN]),
]  # fmt: skip


def row(years: Years, submit: str = "", execute: str = "", **more: object) -> RowDraft:
    return row_from_texts("1", "Hội nghị sơ kết", "Ban Một", submit, execute, years, **more)  # type: ignore[arg-type]


def labels(asked: Asked) -> list[str]:
    return [str(answer.label) for answer in answers(asked)]


@pytest.mark.parametrize(("years", "text", "offered"), TIMES)
def test_a_doubtful_time_is_answered_by_its_likely_readings(years: str, text: str, offered: list[str]) -> None:
    plan = Years.parse(years)
    read = row(plan, execute=text)
    (question,) = read.questions
    assert labels(Asked(question, read, plan)) == offered


@pytest.mark.parametrize(("years", "text", "offered"), TIMES)
def test_whatever_is_offered_reads_without_that_question(years: str, text: str, offered: list[str]) -> None:
    plan = Years.parse(years)
    read = row(plan, submit=text)
    for answer in answers(Asked(read.questions[0], read, plan)):
        for words in answer.changes.values():
            again = row(plan, submit=words)
            assert again.questions == []
            assert again.submit is not None
            assert again.submit.spans


def test_only_the_words_that_are_asked_about_are_replaced() -> None:
    plan = Years(2027, 2027)
    read = row(plan, execute="Bắt đầu: Tháng 13; hoàn thành: Tháng 12")
    first = answers(Asked(read.questions[0], read, plan))[2]
    assert first.changes == {"execute_text": "Bắt đầu: Tháng 3; hoàn thành: Tháng 12"}


def test_a_pair_that_does_not_pair_up() -> None:
    plan = Years(2027, 2027)
    read = row(plan, "Tháng 2,5,8", "Tháng 3,9")
    assert labels(Asked(read.questions[0], read, plan)) == ["Ghép theo thứ tự", "Mỗi mốc là một việc riêng"]
    apart = row(plan, "Tháng 2,5,8", "Tháng 3,9", pairing="apart")
    assert (apart.questions, len(apart.occurrences)) == ([], 5)
    assert [[kind for kind, _, _ in apart.milestones(one)] for one in apart.occurrences] == [
        ["submit"], ["submit"], ["submit"], ["execute"], ["execute"],
    ]  # fmt: skip


def test_one_paper_for_several_dates_may_be_written_each_time() -> None:
    plan = Years(2027, 2027)
    read = row(plan, "Tháng 2", "Tháng 3,9")
    assert labels(Asked(read.questions[0], read, plan))[:2] == [
        "Trình một lần, ở lần đầu", "Lần thực hiện nào cũng trình",
    ]  # fmt: skip
    shared = row(plan, "Tháng 2", "Tháng 3,9", pairing="shared")
    assert [str(submit.start) for submit, _ in shared.occurrences if submit] == ["2027-02-01"] * 2


def test_start_and_finish_that_do_not_belong_together() -> None:
    plan = Years(2027, 2027)
    read = row(plan, execute="Bắt đầu: Tháng 9; hoàn thành: Tháng 3")
    found = answers(Asked(read.questions[0], read, plan))
    assert [answer.changes.get("execute_text") for answer in found] == ["Hoàn thành: Tháng 3", "Bắt đầu: Tháng 9", None]


def test_which_of_several_bodies_leads() -> None:
    plan = Years(2027, 2027)
    lead, helpers, questions = split_lead("Ban Một; Ban Hai")
    read = row(plan, execute="Tháng 3", cooperating=[*helpers, "Hội Ba"])
    read.board = lead
    found = answers(Asked(questions[0], read, plan))
    assert [(str(one.label), one.changes) for one in found] == [
        ("Ban Một chủ trì, phối hợp: Ban Hai", {"board": "Ban Một", "cooperating": ["Ban Hai", "Hội Ba"]}),
        ("Ban Hai chủ trì, phối hợp: Ban Một", {"board": "Ban Hai", "cooperating": ["Ban Một", "Hội Ba"]}),
        ("Cả ô là tên một bộ phận", {"board": "Ban Một; Ban Hai", "cooperating": ["Hội Ba"]}),
    ]


def test_one_body_or_many() -> None:
    plan = Years(2027, 2027)
    names, questions = split_bodies("Văn phòng và Ban Tuyên giáo")
    read = row(plan, execute="Tháng 3", cooperating=["Hội Ba", *names])
    found = answers(Asked(questions[0], read, plan))
    assert [(str(one.label), one.changes["cooperating"]) for one in found] == [
        ("Một đơn vị", ["Hội Ba", "Văn phòng và Ban Tuyên giáo"]),
        ("Nhiều đơn vị: Văn phòng; Ban Tuyên giáo", ["Hội Ba", "Văn phòng", "Ban Tuyên giáo"]),
    ]


def test_a_corrected_slip_can_be_taken_back() -> None:
    read = row_from_texts("1", "Họp UBMTTQ xã", "UBMTTQ", "", "Tháng 3", Years(2027, 2027))
    slip = Note(SLIP, found="MITQ", read="MTTQ")
    right, back = answers(Asked(slip, read, Years(2027, 2027)))
    assert (str(right.label), right.changes) == (RIGHT, {})
    assert back.changes == {"title": "Họp UBMITQ xã", "board": "UBMITQ"}


def test_a_row_without_a_board_is_given_one_of_the_office() -> None:
    read = row_from_texts("1", "Họp báo", "", "", "Tháng 3", Years(2027, 2027))
    asked = Asked(read.questions[0], read, Years(2027, 2027), ("Ban Một", "Văn phòng"))
    assert labels(asked) == ["Ban Một", "Văn phòng", "Để chưa có bộ phận"]


def test_a_row_without_a_title_can_only_be_left_out() -> None:
    read = row_from_texts("1", "", "Ban Một", "", "Tháng 3", Years(2027, 2027))
    (only,) = answers(Asked(read.questions[0], read, Years(2027, 2027)))
    assert only.leaves_out


def test_marks_side_by_side_are_one_stretch_or_many() -> None:
    plan = Years(2027, 2027)
    read = row(plan, execute="Tháng 3, 4, 5, 9")
    found = answers(Asked(Note(NEXT_MONTHS, text="Tháng 3, 4, 5, 9"), read, plan))
    assert [(str(one.label), one.changes) for one in found] == [
        ("Mỗi mốc một lần", {}), ("Một đợt: Tháng 3-5, 9", {"execute_text": "Tháng 3-5, 9"}),
    ]  # fmt: skip
    quarters = answers(Asked(Note(NEXT_QUARTERS, text="Quý I, II, III"), read, plan))
    assert quarters[1].changes == {"execute_text": "Quý I-III"}


def test_a_paper_after_its_work_is_exchanged_or_the_work_is_next_years() -> None:
    plan = Years(2027, 2027)
    read = row(plan, "Tháng 11", "Tháng 2")
    found = answers(Asked(read.questions[0], read, plan))
    assert [dict(one.changes) for one in found] == [
        {"submit_text": "Tháng 2", "execute_text": "Tháng 11"}, {"execute_text": "Tháng 2/2028"}, {},
    ]  # fmt: skip
    for one in found[:2]:
        again = row(plan, one.changes.get("submit_text", "Tháng 11"), one.changes["execute_text"])
        assert again.questions == []


def test_a_person_is_no_board() -> None:
    plan = Years(2027, 2027)
    read = row(plan, execute="Tháng 3")
    found = answers(Asked(Note(A_PERSON, text="Đồng chí Chánh Văn phòng"), read, plan, ("Ban Một", "Văn phòng")))
    assert [str(one.label) for one in found] == ["Ban Một", "Văn phòng", "Giữ tên này như một bộ phận"]


def test_a_document_without_a_column_of_boards_belongs_to_one() -> None:
    found = heading_answers(Note(NO_COLUMN_OF_BODIES, count=7), ("Ban Một",))
    assert [(str(one.label), one.changes) for one in found] == [
        ("Tất cả thuộc Ban Một", {"board": "Ban Một"}), ("Đã xem", {}),
    ]  # fmt: skip


def test_the_year_of_the_document() -> None:
    found = heading_answers(Note(WHICH_YEAR, year=2027))
    assert [(str(one.label), one.changes) for one in found] == [
        ("Đúng, năm 2027", {}), ("Năm 2026", {"year": 2026}), ("Năm 2028", {"year": 2028}),
    ]  # fmt: skip
