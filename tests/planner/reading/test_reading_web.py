"""Web pages as Word, Excel and browsers save them, and tables pasted from Word and Excel."""

import html
import unicodedata

import pytest
from documents import ATTACHED, NUMBERS, ROWS, TITLE, Row, tabbed
from effort import no_explosion

from planner.errors import Refusal
from planner.reading import PlanDraft, read_document, read_pasted

HEADER = (
    "<tr><td rowspan=2>Số TT</td><td rowspan=2>NỘI DUNG<br>CÔNG VIỆC</td><td rowspan=2>BỘ PHẬN THAM MƯU</td>"
    "<td colspan=2>THỜI GIAN</td></tr><tr><td>Trình</td><td>Thực hiện</td></tr>"
)


def line_of(row: Row) -> str:
    return "<tr>" + "".join(f"<td>{html.escape(cell).replace(chr(10), '<br>')}</td>" for cell in row) + "</tr>"


def table(*lines: str) -> str:
    return f"<table>{HEADER}{''.join(lines or map(line_of, ROWS))}</table>"


def page(body: str = "", charset: str = "utf-8") -> str:
    title = "".join(f"<p class=MsoNormal><b>{text}</b></p>" for text in (*TITLE, ATTACHED))
    return f'<html><head><meta charset="{charset}"><title>x</title></head><body>{title}{body or table()}</body></html>'


def read(text: str, name: str = "ke-hoach.html") -> PlanDraft:
    return read_document(text.encode(), name)


def test_a_saved_page_gives_the_rows_and_the_heading() -> None:
    plan = read(page())
    assert [row.number for row in plan.rows] == NUMBERS
    assert (plan.title, plan.number) == (" ".join(TITLE), "7/CTr-MTTQ")
    assert (plan.rows[0].board, plan.rows[0].source) == ("Ban Tuyên giáo - Phong trào", "Bảng 1, dòng 3")
    assert len(plan.rows[2].occurrences) == 2


@pytest.mark.parametrize("name", ["a.xls", "a.doc", "a.txt"])
def test_a_page_is_told_by_its_bytes(name: str) -> None:
    assert [row.number for row in read("<!-- x -->\n" + page(), name).rows] == NUMBERS


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_page_in_other_encodings_reads_the_same(encoding: str) -> None:
    plan = read_document(page(charset="windows-1252").encode(encoding), "a.htm")
    assert plan.fingerprint == read(page()).fingerprint


def of_old_windows(text: str) -> bytes:
    """Windows-1258 has letters and tone marks apart."""
    content = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        content += (unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones)) + tones).encode("cp1258")
    return content


def test_vietnamese_of_old_windows_is_decoded_by_the_name_of_its_encoding() -> None:
    plan = read_document(of_old_windows(page(charset="windows-1258").replace("–", "-")), "a.html")
    assert plan.fingerprint == read(page()).fingerprint


def test_merged_cells_belong_to_each_row_they_cover() -> None:
    first, second = line_of(ROWS[0]), line_of(ROWS[1])
    first = first.replace("<td>Ban<br>Tuyên", "<td rowspan=2>Ban<br>Tuyên")
    second = second.replace("<td>Ban<br>Tổ chức - Văn phòng</td>", "")
    rows = read(page(table(first, second, *map(line_of, ROWS[2:])))).rows
    assert [row.board for row in rows[:3]] == ["Ban Tuyên giáo - Phong trào"] * 2 + ["Ban Tổ chức - Văn phòng"]


def test_what_a_page_does_not_show_is_not_read() -> None:
    hidden = line_of(ROWS[1]).replace("<tr>", "<tr style='mso-height-source:auto;display:none'>")
    deleted = line_of(ROWS[2]).replace("Hội nghị", "<del>Họp</del><script>x</script>Hội nghị")
    rows = read(page(table(line_of(ROWS[0]), hidden, deleted, "<!-- <tr><td>9</td></tr> -->"))).rows
    assert [(row.number, row.title) for row in rows] == [("1", ROWS[0][1]), ("3", ROWS[2][1])]


def test_a_table_inside_a_layout_table_is_found() -> None:
    plan = read(page(f"<table><tr><td>Trang chủ</td><td><div>{table()}</div></td></tr></table>"))
    assert [row.number for row in plan.rows] == NUMBERS


def test_line_ends_of_the_source_are_blanks_and_lists_keep_their_numbers() -> None:
    body = "<div>I. NHIỆM\n  VỤ<ol><li>Tuyên truyền</li><li>Giám sát</li></ol></div>"
    plan = read(page(body + table()))
    assert plan.outline[0].title == "NHIỆM VỤ"
    assert [child.title for child in plan.outline[0].children] == ["Tuyên truyền", "Giám sát"]


def test_a_paste_from_word_reads_like_the_page() -> None:
    clipboard = "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000900\r\nSourceURL:file:///a.docx\r\n" + page(
        charset="windows-1252"
    ).replace("<table>", "<!--StartFragment--><table>")
    assert read_pasted(clipboard).fingerprint == read(page()).fingerprint


def test_a_paste_of_text_with_tabs_reads_like_the_file() -> None:
    text = tabbed(("TT", "Nội dung", "Bộ phận tham mưu", "Trình", "Thực hiện"), *ROWS)
    assert read_pasted(text).fingerprint == read_document(text.encode(), "a.txt").fingerprint


def test_a_paste_of_nothing_or_of_words_is_refused() -> None:
    for text, words in (("  \n", "rỗng"), ("<p>Kính gửi</p>", "chỉ có phần lời văn"), ("Kính gửi", "lời văn")):
        with pytest.raises(Refusal, match=words):
            read_pasted(text)


def test_entities_from_outside_are_not_read(tmp_path: object) -> None:
    secret = f"file://{__file__}"
    text = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret}">]>' + page().replace("Hội thi", "&x;Hội thi")
    assert "entities_from_outside" not in str(read(text).as_json())


@pytest.mark.parametrize(
    "bad",
    ["<div>" * 30_000, "<ol>" + "<li>a" * 100_000, "<table><tr><td colspan=99999999 rowspan=99999999>x" * 300],
    ids=["deep", "long list", "wide cells"],
)
def test_a_page_that_means_harm_is_refused_soon(bad: str) -> None:
    with no_explosion(), pytest.raises(Refusal):
        read("<html>" + bad)


def test_a_thousand_rows_take_no_more_than_two_seconds() -> None:
    content = page(table(*(line_of((str(n), *ROWS[n % 6][1:])) for n in range(1, 1001)))).encode()
    with no_explosion():
        assert len(read_document(content, "a.html").rows) == 1000


def test_numbers_of_lists_in_cells_are_those_that_the_page_shows() -> None:
    head = "<tr><td>TT</td><td>Nội dung</td><td>Chủ trì</td><td>Thời gian</td></tr>"
    rows = [
        f'<tr><td><ol start="{n}"><li><p><br></p></li></ol></td><td><p>Việc</p></td>'
        "<td><ol><li><p>Ban A</p></li><li><p>Ban B</p></li></ol></td><td>Quý I</td></tr>"
        for n in (4, 5)
    ]
    plan = read_document(page(f"<table>{head}{''.join(rows)}</table>").encode(), "a.html")
    assert [row.number for row in plan.rows] == ["4", "5"]
    assert [(row.board, row.cooperating) for row in plan.rows] == [("Ban A", ["Ban B"])] * 2
