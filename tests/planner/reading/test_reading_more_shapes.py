"""Shapes of plans that an adversary's documents showed: marked bodies, flattened headers, parts of a year."""

import pytest
from documents import simple_word, tabbed

from planner.errors import Refusal
from planner.period import Years
from planner.reading import PlanDraft, choices_of, read_document
from planner.reading.formats.bare_header import two_rows
from planner.reading.heading import read_heading
from planner.reading.leads import split_lead
from planner.reading.row_cells import body_of_section


def read(*rows: tuple[str, ...], title: str = "KẾ HOẠCH CÔNG TÁC NĂM 2026") -> PlanDraft:
    return read_document(tabbed(*rows, title=title).encode(), "a.txt")


HEADER = ("STT", "Nhiệm vụ", "Văn phòng", "Ban Phong trào", "Ban Dân chủ", "Thời gian")


def test_bodies_in_the_header_are_marked() -> None:
    plan = read(HEADER, ("1", "Hiệp thương", "x", "", "", "Tháng 2"), ("2", "Vận động Quỹ", "", "x", "", "Quý IV"))
    assert [row.board for row in plan.rows] == ["Văn phòng", "Ban Phong trào"]
    assert not any(row.questions for row in plan.rows)


def test_marks_may_say_who_leads_and_several_crosses_are_asked_about() -> None:
    plan = read(HEADER, ("1", "Hiệp thương", "CT", "PH", "PH", "Tháng 2"), ("2", "Quỹ", "x", "x", "", "Quý IV"))
    assert (plan.rows[0].board, plan.rows[0].cooperating) == ("Văn phòng", ["Ban Phong trào", "Ban Dân chủ"])
    assert not plan.rows[0].questions
    assert any("chủ trì" in str(question) for question in plan.rows[1].questions)
    assert choices_of(plan.tables) == {}


LINES = "TT|Nội dung công việc|Đơn vị thực hiện|Thời gian|Chủ trì|Phối hợp|Bắt đầu|Hoàn thành"
BODY = "1|Hiến máu|Ban A|Bệnh viện tỉnh|01/4/2026|30/4/2026|2|Tết Nhân ái|Ban B|Hội C|Tháng 8|Tháng 9"


def test_a_header_of_two_rows_is_flattened_with_its_table() -> None:
    text = "KẾ HOẠCH NĂM 2026\n\n" + "\n\n".join(f"{LINES}|{BODY}".split("|")) + "\n"
    plan = read_document(text.encode(), "a.txt")
    assert [(row.title, row.board, row.cooperating) for row in plan.rows] == [
        ("Hiến máu", "Ban A", ["Bệnh viện tỉnh"]),
        ("Tết Nhân ái", "Ban B", ["Hội C"]),
    ]
    assert [str(row.occurrences[0][1].finish) for row in plan.rows if row.occurrences[0][1]] == [
        "2026-04-30",
        "2026-09-30",
    ]


def test_a_flattened_header_that_reads_in_two_ways_is_left_alone() -> None:
    assert two_rows(["TT", "Nội dung", "Việc", "A", "B", "C"], 5, "") is None
    assert two_rows(LINES.split("|"), 8, "") is None


def test_a_rhythm_in_a_plan_for_a_quarter_is_asked_about() -> None:
    rows = (("TT", "Nội dung", "Chủ trì", "Thời gian"), ("1", "Họp giao ban", "Văn phòng", "Ngày 28 hằng tháng"))
    asked = read(*rows, title="CHƯƠNG TRÌNH CÔNG TÁC QUÝ III NĂM 2026").rows[0].questions
    assert any("quý iii" in str(question).lower() for question in asked)
    assert not read(*rows).rows[0].questions


def test_what_a_letter_is_about_is_no_section() -> None:
    lines = "UBND XÃ THỬ\nSố: 1/UBND\nV/v tổ chức hè năm 2026\nThử, ngày 18 tháng 5 năm 2026\nKẾ HOẠCH\nHè năm 2026\n"
    plan = read_document(
        (lines + "1. Một\nA.\n2. Hai\n- Khai mạc: ngày 01/6/2026 tại xã.\n3. Ba\nB.\n").encode(), "a.txt"
    )
    assert (plan.title, plan.years) == ("KẾ HOẠCH Hè năm 2026", Years(2026, 2026))
    assert [each.title for each in plan.activities] == ["Khai mạc tại xã"]


def test_a_title_of_one_line_begins_with_the_kind_in_capitals() -> None:
    heading = read_heading(["ĐẢNG ỦY XÃ THỬ", "NGHỊ QUYẾT về nhiệm vụ năm 2026"])
    assert heading.title == "NGHỊ QUYẾT về nhiệm vụ năm 2026"


def test_a_year_that_only_the_text_names_is_asked_about() -> None:
    text = "I. MỘT\n1. Tổng kết năm 2025.\n2. Việc của năm 2026.\nII. HAI\n1. Họp năm 2026.\nIII. BA\n"
    plan = read_document(text.encode(), "a.txt")
    assert plan.years == Years(2026, 2026)
    assert any("năm kế hoạch" in str(question) for question in plan.questions)
    with pytest.raises(Refusal):
        read_document(b"I. A\n1. B\n2. C\nII. D\nIII. E\n", "a.txt")


def test_persons_do_not_cooperate_by_their_cells() -> None:
    plan = read(
        ("STT", "Nội dung kiểm tra", "Trưởng đoàn", "Bộ phận tham mưu", "Thời gian"),
        ("1", "Quy chế dân chủ", "Phó Trưởng ban", "Phòng A", "Tháng 5"),
        ("2", "Công tác dân vận", "Trưởng ban", "Phòng B", "Tháng 9"),
    )
    assert [row.cooperating for row in plan.rows] == [[], []]


def test_months_may_be_marked_under_roman_figures() -> None:
    months = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    plan = read_document(
        simple_word(
            ("TT", "Nội dung", "Phụ trách", *["Tháng"] * 12),
            ("", "", "", *months),
            ("1", "Tập huấn", "Ban A", *["x" if n in (4, 10) else "" for n in range(1, 13)]),
        ),
        "a.docx",
    )
    assert [row.execute_text for row in plan.rows] == ["Tháng 4, 10"]


def test_a_year_that_some_times_name_is_asked_about() -> None:
    rows = (
        ("TT", "Nội dung", "Chủ trì", "Thời hạn"),
        ("1", "Hồ sơ", "Ban A", "15/11/2026"),
        ("2", "Thi", "Ban B", "Quý II"),
    )
    plan = read(*rows, title="DANH MỤC VIỆC")
    assert plan.years == Years(2026, 2026)
    assert any("năm kế hoạch" in str(question) for question in plan.questions)


def test_a_body_may_work_with_another_without_a_with() -> None:
    assert split_lead("Văn phòng phối hợp Ban Tuyên truyền")[:2] == ("Văn phòng", ["Ban Tuyên truyền"])
    assert split_lead("Ban Chỉ đạo phối hợp liên ngành")[0] == "Ban Chỉ đạo phối hợp liên ngành"


def test_those_who_prepare_may_head_times() -> None:
    plan = read(
        ("TT", "Nhiệm vụ", "Phụ trách", "Tham mưu", "Thực hiện"),
        ("1", "Tập huấn", "Ban A", "Tháng 3", "Quý II"),
        ("2", "Sơ kết", "Ban B", "T5,11", "T6,12"),
    )
    found = [(row.board, row.submit_text, row.execute_text) for row in plan.rows]
    assert found == [("Ban A", "Tháng 3", "Quý II"), ("Ban B", "T5,11", "T6,12")]


def test_an_amount_in_words_and_who_signs_are_no_work() -> None:
    plan = read_document(
        simple_word(
            ("TT", "Nội dung", "Phụ trách", "Tháng 1", "Tháng 2", "Tháng 3"),
            ("1", "Tập huấn", "Ban A", "", "x", ""),
            ("2", "Sơ kết", "Ban B", "x", "", ""),
            ("", "Cộng", "", "", "", ""),
            ("", "(Bằng chữ: Hai mươi triệu đồng)", "", "", "", ""),
            ("", "", "", "", "GIÁM ĐỐC", "GIÁM ĐỐC"),
        ),
        "a.docx",
    )
    assert [(row.title, row.execute_text) for row in plan.rows] == [("Tập huấn", "Tháng 2"), ("Sơ kết", "Tháng 1")]


@pytest.mark.parametrize("number", ["II. ", "II ", "2 "])
def test_a_section_that_is_a_body_leads_with_any_number(number: str) -> None:
    assert body_of_section(f"{number}PHÒNG KẾ HOẠCH") == "PHÒNG KẾ HOẠCH"
