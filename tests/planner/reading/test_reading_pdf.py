"""PDF documents with a text layer, set by the typesetter that prints the letters."""

import base64
from functools import cache, partial
from io import BytesIO

import pikepdf
import pytest
import weasyprint
from documents import ATTACHED, NUMBERS, ROWS, TITLE, Row
from effort import calls, no_explosion

from planner.errors import Refusal
from planner.reading import PlanDraft, read_document

STYLE = (
    "<style>@page { size: A4; margin: 2cm; @top-center { content: counter(page) } @bottom-left { content: '%s' } }"
    "table { border-collapse: collapse; width: 100%% } td { border: 1px solid; padding: 4px }"
    "* { font: 13px serif }</style>"
)
HEADER = (
    "<thead><tr><td rowspan=2>Số TT</td><td rowspan=2>NỘI DUNG CÔNG VIỆC</td><td rowspan=2>BỘ PHẬN THAM MƯU</td>"
    "<td colspan=2>THỜI GIAN</td></tr><tr><td>Trình</td><td>Thực hiện</td></tr></thead>"
)
PIXEL = base64.b64encode(
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDAT"
    b"x\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
).decode()
SCAN = f'<img style="width: 16cm; height: 20cm" src="data:image/png;base64,{PIXEL}">'


def line_of(row: Row) -> str:
    return "<tr>" + "".join(f"<td>{cell.replace(chr(10), '<br>')}</td>" for cell in row) + "</tr>"


def table(rows: list[Row] = ROWS, header: str = HEADER) -> str:
    return f"<table>{header}{''.join(map(line_of, rows))}</table>"


@cache
def pdf(
    body: str = table(), footer: str = "", heading: str = "".join(f"<p>{t}</p>" for t in (*TITLE, ATTACHED))
) -> bytes:
    return bytes(weasyprint.HTML(string=STYLE % footer + heading + body).write_pdf())


def read(content: bytes) -> PlanDraft:
    return read_document(content, "ke-hoach.pdf")


def many(count: int) -> list[Row]:
    return [(str(n), *ROWS[n % len(ROWS)][1:]) for n in range(1, count + 1)]


def test_a_table_gives_its_rows_and_the_heading() -> None:
    plan = read(pdf())
    assert [row.number for row in plan.rows] == NUMBERS
    assert (plan.title, plan.number) == (" ".join(TITLE), "7/CTr-MTTQ")
    assert [(row.title, row.submit_text) for row in plan.rows] == [(row[1], row[3]) for row in ROWS]
    assert (plan.rows[0].board, plan.rows[0].source) == ("Ban Tuyên giáo - Phong trào", "Trang 1, bảng 1, dòng 3")
    assert len(plan.rows[2].occurrences) == 2


@pytest.mark.parametrize("footer", ["", "Ủy ban MTTQ Việt Nam xã Thử Nghiệm"], ids=["bare", "with a footer"])
@pytest.mark.parametrize("header", [HEADER, HEADER.replace("thead", "tbody")], ids=["repeated header", "one header"])
def test_a_table_over_several_pages_is_one_and_its_cut_rows_are_whole(header: str, footer: str) -> None:
    rows = many(60)
    plan = read(pdf(table(rows, header), footer))
    assert [row.number for row in plan.rows] == [row[0] for row in rows]
    assert [row.title for row in plan.rows] == [row[1] for row in rows]
    assert {row.board for row in plan.rows} == {"Ban Tuyên giáo - Phong trào", "Ban Tổ chức - Văn phòng"}
    assert all(row.execute_text for row in plan.rows)


def test_merged_cells_belong_to_each_row_they_cover() -> None:
    first, second, *rest = map(line_of, ROWS)
    first = first.replace("<td>Ban<br>Tuyên", "<td rowspan=2>Ban<br>Tuyên")
    second = second.replace("<td>Ban<br>Tổ chức - Văn phòng</td>", "")
    section = "<tr><td colspan=5>I. CÔNG TÁC TUYÊN TRUYỀN</td></tr>"
    rows = read(pdf(f"<table>{HEADER}{section}{first}{second}{''.join(rest)}</table>")).rows
    assert [row.board for row in rows[:3]] == ["Ban Tuyên giáo - Phong trào"] * 2 + ["Ban Tổ chức - Văn phòng"]
    assert {row.section for row in rows} == {"I. CÔNG TÁC TUYÊN TRUYỀN"}


def test_running_text_is_put_together_from_its_lines() -> None:
    text = "Tổ chức các hoạt động thăm hỏi, tặng quà cho " + "gia đình chính sách và người có công với " * 4 + "nước."
    plan = read(pdf(f"<h2>I. NHIỆM VỤ</h2><p>1. {text}</p>" + table()))
    assert plan.outline[0].title == "NHIỆM VỤ"
    assert text in plan.outline[0].children[0].title + plan.outline[0].children[0].text


def test_a_scanned_page_among_others_is_asked_about() -> None:
    plan = read(pdf(table() + f'<div style="break-before: page">{SCAN}</div>'))
    assert len(plan.rows) == len(ROWS)
    assert any("Trang 2 của tệp PDF là ảnh quét" in question for question in plan.questions)


def locked() -> bytes:
    stream = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as document:
        document.save(stream, encryption=pikepdf.Encryption(owner="a", user="b"))
    return stream.getvalue()


def long_one() -> bytes:
    with pikepdf.new() as document:
        for _ in range(121):
            document.add_blank_page()
        stream = BytesIO()
        document.save(stream)
    return stream.getvalue()


BAD = {
    "scan": (lambda: pdf(SCAN, "Người ký: Văn phòng", ""), "bản quét"),
    "locked": (locked, "mật khẩu"),
    "too long": (long_one, "quá nhiều trang"),
    "half": (lambda: pdf()[:1500], "Tệp PDF bị hỏng|không có chữ nào"),
    "nonsense": (lambda: b"%PDF-1.7\n%abc", "Tệp PDF bị hỏng"),
    "no table": (lambda: pdf("<p>Kính gửi các đồng chí.</p>"), "chỉ có phần lời văn"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_its_reason_soon(case: str) -> None:
    make, reason = BAD[case]
    content = make()
    with no_explosion(), pytest.raises(Refusal, match=reason):
        read(content)


def test_the_work_grows_with_the_rows() -> None:
    documents = [pdf(table(many(count))) for count in (10, 40)]
    assert [len(read(content).rows) for content in documents] == [10, 40]
    few, many_calls = (calls(partial(read, content)) for content in documents)
    assert many_calls < 5 * few
