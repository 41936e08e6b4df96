"""Word documents in the forms that offices send."""

import copy
from datetime import date

import docx
import pytest
from documents import (
    ATTACHED,
    NUMBERS,
    ROWS,
    SUB_HEADER,
    TITLE,
    bytes_of,
    fill,
    headed,
    plan_table,
    simple_word,
    word_plan,
)
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from planner.reading import PlanDraft, read_document


def read(content: bytes) -> PlanDraft:
    return read_document(content, "ke-hoach.docx")


def test_a_header_over_two_sub_columns_is_understood() -> None:
    plan = read(word_plan())
    assert [row.number for row in plan.rows] == NUMBERS
    assert plan.rows[0].board == "Ban Tuyên giáo - Phong trào"
    assert (plan.rows[0].submit_text, plan.rows[0].execute_text) == ("Tháng 01", "Tháng 3")
    assert [(str(s.start), str(e.start)) for s, e in plan.rows[2].occurrences if s and e] == [
        ("2026-05-01", "2026-06-01"),
        ("2026-11-01", "2026-12-01"),
    ]


def test_title_number_date_and_body_come_from_the_lines_above() -> None:
    plan = read(word_plan())
    assert plan.title == " ".join(TITLE)
    assert (plan.number, plan.date, plan.organisation) == ("7/CTr-MTTQ", date(2026, 1, 9), "Ủy ban MTTQ xã Thử Nghiệm")
    assert plan.years.first == 2026
    assert plan.rows[0].source == "Bảng 1, dòng 3"


def test_three_spellings_of_a_board_come_out_as_the_most_frequent() -> None:
    assert {row.board for row in read(word_plan()).rows} == {"Ban Tuyên giáo - Phong trào", "Ban Tổ chức - Văn phòng"}


def test_a_letterhead_in_a_table_of_its_own_is_no_plan_but_gives_number_and_date() -> None:
    document = docx.Document()
    left = "ỦY BAN MTTQ VIỆT NAM XÃ THỬ NGHIỆM\nSố: 15/KH-MTTQ-BTT"
    right = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nThử Nghiệm, ngày 09 tháng 01 năm 2026"
    fill(document.add_table(rows=0, cols=2), [(left, right)])
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Công tác Mặt trận năm 2026")
    plan_table(document)
    plan = read(bytes_of(document))
    assert (plan.number, plan.date) == ("15/KH-MTTQ-BTT", date(2026, 1, 9))
    assert plan.organisation == "ỦY BAN MTTQ VIỆT NAM XÃ THỬ NGHIỆM"
    assert plan.title == "KẾ HOẠCH Công tác Mặt trận năm 2026"
    assert plan.rows[0].source == "Bảng 2, dòng 3"


def test_a_repeated_header_and_a_table_cut_in_two_make_one_plan() -> None:
    document = headed()
    plan_table(document, [*ROWS[:2], SUB_HEADER, ROWS[2]])
    fill(document.add_table(rows=0, cols=5), ROWS[3:])
    assert [row.number for row in read(bytes_of(document)).rows] == NUMBERS


def test_a_row_cut_by_a_page_is_put_together_again() -> None:
    first = ("1", "Kế hoạch tổ chức hội nghị", "Ban\nTuyên giáo", "Tháng 3", "Tháng")
    second = ("", "gặp mặt đại biểu tiêu biểu", "- Phong trào", "", "4")
    row = read(word_plan([first, second, ROWS[1]])).rows[0]
    assert row.title == "Kế hoạch tổ chức hội nghị gặp mặt đại biểu tiêu biểu"
    assert (row.board, row.execute_text) == ("Ban Tuyên giáo - Phong trào", "Tháng 4")


def test_section_rows_become_the_sections_of_the_rows_below() -> None:
    sections = [("I", "Công tác tuyên truyền", "", "", ""), *ROWS[:2], ("II", "Công tác tổ chức", "", "", ""), ROWS[2]]
    rows = read(word_plan(sections)).rows
    assert [row.section for row in rows] == ["I. Công tác tuyên truyền"] * 2 + ["II. Công tác tổ chức"]
    assert [row.number for row in rows] == ["1", "2", "3"]


def test_a_section_merged_across_the_table_is_one() -> None:
    document = headed()
    table = plan_table(document, [("", "", "", "", ""), *ROWS])
    cells = table.rows[2].cells
    cells[0].merge(cells[4]).text = "I. Công tác tuyên truyền"
    assert [row.section for row in read(bytes_of(document)).rows] == ["I. Công tác tuyên truyền"] * len(ROWS)


def test_a_numbered_row_over_rows_of_its_own_is_their_section() -> None:
    above = ("1", "Công tác tuyên truyền", "", "", "")
    rows = read(word_plan([above, ("1.1", *ROWS[0][1:]), ("1.2", *ROWS[1][1:]), ("2", *ROWS[2][1:])])).rows
    assert [row.number for row in rows] == ["1.1", "1.2", "2"]
    assert rows[0].section == "1. Công tác tuyên truyền"


def test_a_board_merged_over_several_rows_belongs_to_each() -> None:
    document = headed()
    table = plan_table(document)
    table.cell(2, 2).merge(table.cell(4, 2)).text = "Ban Phong trào"
    assert [row.board for row in read(bytes_of(document)).rows[:3]] == ["Ban Phong trào"] * 3


def test_number_and_title_merged_over_two_times_are_one_row() -> None:
    document = headed()
    table = plan_table(document, [ROWS[0], ("", "", "", "Tháng 7", "Tháng 8"), ROWS[1]])
    for column in range(3):
        table.cell(2, column).merge(table.cell(3, column)).text = ROWS[0][column]
    rows = read(bytes_of(document)).rows
    assert [row.number for row in rows] == ["1", "2"]
    assert (rows[0].submit_text, rows[0].execute_text) == ("Tháng 01; Tháng 7", "Tháng 3; Tháng 8")


def test_deleted_text_is_out_and_inserted_text_is_in() -> None:
    document = headed()
    table = plan_table(document)
    paragraph = table.cell(2, 4).paragraphs[0]
    paragraph.clear()
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>Tháng 3</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>Tháng 5</w:t></w:r></w:ins>"))
    deleted = table.rows[3]._tr
    deleted.get_or_add_trPr().append(OxmlElement("w:del"))
    plan = read(bytes_of(document))
    assert plan.rows[0].execute_text == "Tháng 5"
    assert [row.number for row in plan.rows] == ["1", "3", "4", "5", "6"]


def test_numbers_that_word_itself_counts_are_numbers() -> None:
    document = headed()
    table = plan_table(document, [("", *row[1:]) for row in ROWS])
    for row in table.rows[2:]:
        row.cells[0].paragraphs[0].style = document.styles["List Number"]
    assert [row.number for row in read(bytes_of(document)).rows] == NUMBERS


def test_a_table_in_a_content_control_and_a_nested_table_are_read() -> None:
    document = headed()
    table = plan_table(document)._tbl
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    table.addprevious(control)
    control.find(qn("w:sdtContent")).append(table)
    outer = document.add_table(rows=1, cols=1).cell(0, 0)
    inner = copy.deepcopy(table)
    outer._tc.insert(1, inner)
    assert len(read(bytes_of(document)).rows) == 2 * len(ROWS)


def test_a_small_table_inside_a_cell_only_sets_its_words() -> None:
    document = headed()
    title = plan_table(document).rows[2].cells[1]
    inner = title.add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Bắn súng", "Kéo co"
    plan = read(bytes_of(document))
    assert plan.rows[0].title.endswith(" Bắn súng Kéo co")
    assert len(plan.tables) == 1


@pytest.mark.parametrize(
    "header",
    [
        ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian trình", "Thời gian thực hiện"),
        ("STT", "Nội dung", "Đơn vị thực hiện", "Tháng trình", "Tháng thực hiện"),
        ("S.T.T", "Tên công việc", "Bộ phận phụ trách", "Trình duyệt", "Triển khai thực hiện"),
    ],
)
def test_other_wordings_of_the_header_mean_the_same(header: tuple[str, ...]) -> None:
    row = read(simple_word(header, *ROWS)).rows[2]
    assert (row.number, row.board, row.submit_text, row.execute_text) == (
        "3",
        "Ban Tổ chức - Văn phòng",
        "Tháng 5,11",
        "Tháng 6,12",
    )


def test_columns_may_stand_in_any_order_with_others_between() -> None:
    header = ("Thời gian thực hiện", "Ghi chú", "Nội dung công việc", "Sản phẩm", "Đơn vị chủ trì", "STT")
    row = read(simple_word(header, ("Quý II", "x", "Họp mặt", "Báo cáo", "Ban Phong trào", "1"))).rows[0]
    assert (row.number, row.title, row.board, row.execute_text) == ("1", "Họp mặt", "Ban Phong trào", "Quý II")


def test_a_row_of_column_numbers_is_no_row() -> None:
    header = ("STT", "Nội dung", "Đơn vị", "Trình", "Thực hiện")
    assert [row.number for row in read(simple_word(header, ("(1)", "(2)", "(3)", "(4)", "(5)"), *ROWS)).rows] == NUMBERS


def test_a_table_without_a_header_is_recognised_by_its_cells() -> None:
    plan = read(simple_word(*ROWS))
    assert [row.number for row in plan.rows] == NUMBERS
    assert plan.rows[1].board == "Ban Tổ chức - Văn phòng"
    assert plan.rows[0].submit_text == "Tháng 01"


def test_bare_months_under_a_header_that_says_months_are_months() -> None:
    header = ("STT", "Nội dung", "Đơn vị", "Tháng trình", "Tháng thực hiện")
    row = read(simple_word(header, ("1", "Họp", "Ban A", "5, 11", "6, 12"), ("2", "Họp", "Ban B", "3", "4"))).rows[0]
    assert len(row.occurrences) == 2
    assert row.execute_text == "Tháng 6, 12"


def test_days_under_the_heading_of_a_month_belong_to_it() -> None:
    header = ("STT", "Nội dung", "Đơn vị", "Thời gian")
    section = ("Tháng 7",) * 4
    row = read(simple_word(header, section, ("1", "Họp giao ban", "Văn phòng", "Ngày 05"), ROWS[1][:4])).rows[0]
    assert row.section == "Tháng 7"
    assert row.execute and [str(span.finish) for span in row.execute.spans] == ["2026-07-05"]


def test_totals_and_signatures_below_the_table_are_no_rows() -> None:
    below = [("", "Tổng cộng", "6", "", ""), ("", "Người lập biểu", "", "", "")]
    assert [row.number for row in read(word_plan([*ROWS, *below])).rows] == NUMBERS


def test_the_heading_of_a_plan_without_a_number_is_asked_about() -> None:
    document = docx.Document()
    document.add_paragraph("Số:      /KH-MTTQ")
    document.add_paragraph("KẾ HOẠCH CÔNG TÁC NĂM 2026")
    plan_table(document)
    plan = read(bytes_of(document))
    assert plan.number is None
    assert "Văn bản chưa ghi số hiệu." in plan.questions
    assert ATTACHED not in plan.title
