"""PDF tables without lines: cells are told by where they stand, and the outcome is asked about."""

from collections.abc import Sequence
from functools import cache

import pytest
import weasyprint
from documents import NUMBERS, ROWS, TITLE, Row

from planner.reading import PlanDraft, read_document
from planner.reading.formats.pdf_text import paragraphs_in

STYLE = (
    "<style>@page { size: A4; margin: 2cm; @top-center { content: counter(page) } }"
    "table { border-collapse: collapse; width: 100% } td { padding: 4px; vertical-align: top } * { font: 13px serif }"
    "</style>"
)
ONE_LINE = "<tr><td>STT<td>NỘI DUNG CÔNG VIỆC<td>BỘ PHẬN THAM MƯU<td>TRÌNH<td>THỰC HIỆN</tr>"
TWO_LINES = (
    "<tr><td rowspan=2>Số TT<td rowspan=2>NỘI DUNG CÔNG VIỆC<td rowspan=2>BỘ PHẬN THAM MƯU"
    "<td colspan=2 style='text-align: center'>THỜI GIAN</tr><tr><td>Trình<td>Thực hiện</tr>"
)
LONG = "với các nội dung kèm theo để dòng này dài ra thành hai dòng"
BELOW = "<p>Trên đây là kế hoạch công tác năm 2026, đề nghị các ban của Ủy ban tổ chức thực hiện.</p>"


@cache
def pdf(header: str, count: int = 0) -> bytes:
    rows: Sequence[Row] = many(count) if count else ROWS
    body = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) + "</tr>" for row in rows)
    title = "".join(f"<p>{line}</p>" for line in TITLE)
    return bytes(weasyprint.HTML(string=f"{STYLE}{title}<table>{header}{body}</table>{BELOW}").write_pdf())


def many(count: int) -> list[Row]:
    return [
        (str(n), f"{ROWS[n % len(ROWS)][1]} lần thứ {n} {LONG}", *ROWS[n % len(ROWS)][2:]) for n in range(1, count + 1)
    ]


def read(content: bytes) -> PlanDraft:
    return read_document(content, "ke-hoach.pdf")


@pytest.mark.parametrize("header", [ONE_LINE, TWO_LINES])
def test_a_table_without_lines_gives_its_rows_and_a_question(header: str) -> None:
    plan = read(pdf(header))
    assert [row.number for row in plan.rows] == NUMBERS
    assert [row.title for row in plan.rows] == [row[1] for row in ROWS]
    assert {row.board for row in plan.rows} == {"Ban Tuyên giáo - Phong trào", "Ban Tổ chức - Văn phòng"}
    assert [row.execute_text for row in plan.rows] == [row[4] for row in ROWS]
    assert plan.title == " ".join(TITLE)
    assert len([question for question in plan.questions if "không có đường kẻ" in question]) == 1


@pytest.mark.parametrize("header", [ONE_LINE, f"<thead>{TWO_LINES}</thead>"], ids=["header once", "on every page"])
def test_it_goes_on_over_pages_with_rows_cut_in_two(header: str) -> None:
    plan = read(pdf(header, 45))
    assert [(row.number, row.title) for row in plan.rows] == [row[:2] for row in many(45)]
    assert [row.submit_text for row in plan.rows] == [row[3] for row in many(45)]
    assert not [row.questions for row in plan.rows if row.questions]
    assert len([question for question in plan.questions if "không có đường kẻ" in question]) == 1


@pytest.mark.parametrize("header", [ONE_LINE, f"<thead>{ONE_LINE}</thead>"], ids=["header once", "on every page"])
def test_cells_in_the_middle_of_their_rows_belong_to_them(header: str) -> None:
    """Rows of one to five lines, the tallest cell now the work and now the body, over several pages."""
    style = STYLE.replace("align: top", "align: middle")
    rows = [
        (str(n), " ".join(["Hội nghị chuyên đề về công tác Mặt trận"] * (n % 4 + 1)),
         "Ban Chỉ đạo" + " thực hiện phong trào thi đua" * (n % 3 * 2), f"Tháng {n % 12 + 1}", "Quý IV")
        for n in range(1, 31)
    ]  # fmt: skip
    body = "".join("<tr style='break-inside: avoid'><td>" + "<td>".join(row) + "</tr>" for row in rows)
    html = f"{style}<p>KẾ HOẠCH NĂM 2026</p><table>{header}{body}</table>{BELOW}"
    plan = read(bytes(weasyprint.HTML(string=html).write_pdf()))
    assert [(row.number, row.title, row.board, row.submit_text) for row in plan.rows] == [row[:4] for row in rows]


def test_a_last_row_may_go_on_at_the_top_of_a_page_in_one_cell() -> None:
    rest = "".join("<tr><td><td>" + text + "<td><td><td></tr>" for text in ("với các xã", "và các phường", "của tỉnh"))
    first = "<tr><td>1<td>Hội nghị chuyên đề<td>Ban A<td>Tháng 3<td>Quý II</tr></table>"
    cut = f"{first}<table style='break-before: page'>{rest}"
    last = "<tr><td>2<td>Tổng kết<td>Ban B<td>Tháng 11<td>Quý IV</tr>"
    widths = "<style>td { width: 100px } td:first-child { width: 40px } table { table-layout: fixed }</style>"
    html = f"{STYLE}{widths}<p>KẾ HOẠCH NĂM 2026</p><table>{ONE_LINE}{cut}{last}</table>{BELOW}"
    plan = read(bytes(weasyprint.HTML(string=html).write_pdf()))
    assert [row.title for row in plan.rows] == ["Hội nghị chuyên đề với các xã và các phường của tỉnh", "Tổng kết"]


def test_a_long_line_that_wants_a_body_goes_on_with_its_name() -> None:
    long = "1. Trạm Y tế: theo dõi tiêm chủng, hướng dẫn các ấp; tổng hợp, báo cáo"
    assert [one.text for one in paragraphs_in([long, "UBND xã trước ngày 20/6."], 1)] == [
        f"{long} UBND xã trước ngày 20/6."
    ]
    assert len(list(paragraphs_in(["4. Chế độ báo cáo", "UBND xã giao Văn phòng theo dõi."], 1))) == 2


def test_a_line_that_ends_amid_a_name_goes_on_with_a_capital() -> None:
    lines = ["2. Các xã gửi về Ủy ban MTTQ Việt", "Nam tỉnh trước ngày 15/02/2026.", "3. Báo cáo"]
    assert [piece.text for piece in paragraphs_in(lines, page=1)] == [f"{lines[0]} {lines[1]}", lines[2]]
