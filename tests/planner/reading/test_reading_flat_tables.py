"""Tables of plain text without tabs: aligned by blanks, drawn with signs."""

import pytest
from documents import tabbed

from planner.reading import PlanDraft, read_document

TITLE = "KẾ HOẠCH CÔNG TÁC NĂM 2026"
FOUND = [
    ("1", "Tổ chức hội nghị tổng kết phong trào", "Ban Phong trào", "Tháng 3", "Tháng 4"),
    ("2", "Giám sát ở cơ sở", "Ban Dân chủ", "Quý II", "Quý III"),
    ("3", "Tặng quà hộ nghèo", "Văn phòng", "", "Thường xuyên"),
]


def read(text: str, name: str = "a.txt") -> PlanDraft:
    return read_document(f"{TITLE}\n\n{text}".encode(), name)


def said(plan: PlanDraft) -> list[tuple[str, str, str, str, str]]:
    return [(row.number, row.title, row.board, row.submit_text, row.execute_text) for row in plan.rows]


ALIGNED = """\
STT  Nội dung công việc            Bộ phận         Trình     Thực hiện
                                   tham mưu
1    Tổ chức hội nghị              Ban             Tháng 3   Tháng 4
     tổng kết phong trào           Phong trào
2    Giám sát ở cơ sở              Ban Dân chủ     Quý II    Quý III
3    Tặng quà hộ nghèo             Văn phòng                 Thường xuyên
"""
SPANNED = """\
                                                         THỜI GIAN
Số TT      NỘI DUNG CÔNG VIỆC         BỘ PHẬN        Trình      Thực hiện
                                      THAM MƯU

1     Tổ chức hội nghị              Ban             Tháng 3     Tháng 4
      tổng kết phong trào           Phong trào

2     Giám sát ở cơ sở              Ban Dân chủ     Quý II      Quý III

3     Tặng quà hộ nghèo             Văn phòng                   Thường xuyên
"""
BOXED = """\
┌─────┬────────────────────────┬────────────────┬─────────┬──────────────┐
│ STT │ Nội dung công việc     │ Bộ phận        │ Trình   │ Thực hiện    │
│     │                        │ tham mưu       │         │              │
├─────┼────────────────────────┼────────────────┼─────────┼──────────────┤
│ 1   │ Tổ chức hội nghị       │ Ban            │ Tháng 3 │ Tháng 4      │
│     │ tổng kết phong trào    │ Phong trào     │         │              │
├─────┼────────────────────────┼────────────────┼─────────┼──────────────┤
│ 2   │ Giám sát ở cơ sở       │ Ban Dân chủ    │ Quý II  │ Quý III      │
├─────┼────────────────────────┼────────────────┼─────────┼──────────────┤
│ 3   │ Tặng quà hộ nghèo      │ Văn phòng      │         │ Thường xuyên │
└─────┴────────────────────────┴────────────────┴─────────┴──────────────┘
"""
SIGNS = BOXED.translate(str.maketrans(dict.fromkeys("┌┬┐├┼┤└┴┘", "+") | {"─": "-", "│": "|"}))
ANTIWORD = """\
|STT|Nội dung công việc     |Bộ phận tham mưu|Trình   |Thực hiện    |
|1  |Tổ chức hội nghị tổng  |Ban Phong trào  |Tháng 3 |Tháng 4      |
|   |kết phong trào         |                |        |             |
|2  |Giám sát ở cơ sở       |Ban Dân chủ     |Quý II  |Quý III      |
|3  |Tặng quà hộ nghèo      |Văn phòng       |        |Thường xuyên |
"""
MARKDOWN = """\
| STT | Nội dung công việc | Bộ phận tham mưu | Trình | Thực hiện |
|:---:|--------------------|------------------|-------|-----------|
| 1 | Tổ chức hội nghị tổng kết phong trào | Ban Phong trào | Tháng 3 | Tháng 4 |
| 2 | Giám sát ở cơ sở | Ban Dân chủ | Quý II | Quý III |
| 3 | Tặng quà hộ nghèo | Văn phòng |  | Thường xuyên |
"""


@pytest.mark.parametrize("text", [ALIGNED, SPANNED, BOXED, SIGNS, ANTIWORD, MARKDOWN])
def test_a_table_made_of_signs_or_blanks_is_read(text: str) -> None:
    assert said(read(text)) == FOUND


@pytest.mark.parametrize("text", [ALIGNED, SPANNED, BOXED])
def test_what_stands_around_it_stays_text(text: str) -> None:
    plan = read(f"{text}\nTrên đây là kế hoạch công tác năm 2026 của Ủy ban.\n\nNơi nhận:        TM. BAN THƯỜNG TRỰC\n")
    assert said(plan) == FOUND
    assert plan.title == TITLE


def test_a_heading_over_the_columns_is_a_section() -> None:
    lines = ALIGNED.split("\n")
    heading = "I. CÔNG TÁC TUYÊN TRUYỀN, VẬN ĐỘNG CÁC TẦNG LỚP NHÂN DÂN"
    plan = read("\n".join([*lines[:2], heading, *lines[2:]]).replace("1    Tổ", "1    Tổ"))
    assert said(plan) == FOUND
    assert {row.section for row in plan.rows} == {heading}


def test_two_spaced_tables_with_other_columns() -> None:
    other = """\
TT   Nhiệm vụ                   Đơn vị chủ trì       Thời gian hoàn thành
1    Họp giao ban               Văn phòng            Tháng 5
2    Sơ kết                     Ban Phong trào       Tháng 6
"""
    plan = read(f"{ALIGNED}\nPhụ lục\n\n{other}")
    assert said(plan)[:3] == FOUND
    assert [(row.title, row.board) for row in plan.rows[3:]] == [
        ("Họp giao ban", "Văn phòng"),
        ("Sơ kết", "Ban Phong trào"),
    ]


SEPARATED = [("STT", "Nội dung", "Bộ phận tham mưu", "Trình", "Thực hiện"), *FOUND]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separated_values_with_any_separator(separator: str, encoding: str) -> None:
    lines = [separator.join(f'"{cell}"' for cell in row) for row in [(TITLE, "", "", "", ""), *SEPARATED]]
    plan = read_document("\r\n".join(lines).encode(encoding), "a.csv")
    assert said(plan) == FOUND


def test_a_line_that_names_the_separator_and_cells_of_several_lines() -> None:
    text = 'sep=;\r\nSTT;Nội dung;Bộ phận tham mưu;Trình;"Thực hiện, năm 2026"\r\n'
    text += '1;"Tổ chức hội nghị\r\ntổng kết; khen thưởng";Ban Phong trào;Tháng 3;Tháng 4\r\n'
    text += '2;"Sơ ""kết""";Văn phòng;;Quý II'
    plan = read_document(text.encode(), "nam 2026.csv")
    assert [row.title for row in plan.rows] == ["Tổ chức hội nghị tổng kết; khen thưởng", 'Sơ "kết"']


def test_separated_values_are_known_by_what_they_are() -> None:
    text = "\n".join(";".join(row) for row in SEPARATED)
    assert said(read_document(text.encode(), "kế hoạch năm 2026.txt")) == FOUND
    assert said(read_document(tabbed(*SEPARATED).encode(), "a.csv")) == FOUND


def test_cells_that_blank_lines_part_may_have_several_lines() -> None:
    cells = ["Số TT", "Nội dung công việc", "Ban tham mưu", "Thời gian thực hiện"]
    cells += ["1", "Tổ chức hội nghị\n(hai ngày)", "Văn phòng", "Tháng 3", "2", "Tổng kết", "Ban Tổ chức", "Tháng 12"]
    plan = read("\n\n".join(cells) + "\n\nNơi nhận:\n- Lưu: VT.\n")
    found = [(row.number, row.title, row.board, row.execute_text) for row in plan.rows]
    assert found == [("1", "Tổ chức hội nghị (hai ngày)", "Văn phòng", "Tháng 3"), ("2", *cells[9:])]


def test_header_cells_that_a_narrow_column_broke_are_put_together() -> None:
    cells = ["Số", "TT", "Nội dung", "Đơn vị", "thực hiện", "Thời gian"]
    cells += ["1", "Kiểm tra hội phí", "Ban Kiểm tra", "Quý II", "2", "Tổng kết", "Văn phòng", "Tháng 12"]
    plan = read("\n".join(cells))
    found = [(row.number, row.title, row.board, row.execute_text) for row in plan.rows]
    assert found == [tuple(cells[6:10]), tuple(cells[10:])]
