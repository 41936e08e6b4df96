"""OpenDocument texts and spreadsheets, as LibreOffice saves them."""

import pytest
from documents import NUMBERS, ROWS, TITLE
from effort import no_explosion
from open_documents import COVERED, cell, packed, row, rows_of, spreadsheet, table, text_document

from planner.errors import Refusal
from planner.reading import PlanDraft, read_document
from planner.reading.formats import read_blocks
from planner.reading.formats.blocks import Paragraph

LISTS = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="{form}"'
    ' style:num-suffix="."/></text:list-style>'
)


def read(content: bytes, name: str = "ke-hoach.odt") -> PlanDraft:
    return read_document(content, name)


@pytest.mark.parametrize("content", [text_document(), spreadsheet()], ids=["odt", "ods"])
def test_a_plan_gives_its_rows_and_its_heading(content: bytes) -> None:
    plan = read(content, "a")
    assert [row.number for row in plan.rows] == NUMBERS
    assert (plan.title, plan.number) == (" ".join(TITLE), "7/CTr-MTTQ")
    assert plan.rows[0].board == "Ban Tuyên giáo - Phong trào"
    assert len(plan.rows[2].occurrences) == 2


def test_a_row_says_where_it_stands() -> None:
    assert read(text_document()).rows[0].source == "Bảng 1, dòng 3"
    assert read(spreadsheet()).rows[0].source == "Trang tính “Kế hoạch”, dòng 5"


def test_a_board_merged_over_rows_belongs_to_each() -> None:
    texts = [list(map(cell, each)) for each in ROWS]
    texts[0][2] = cell(ROWS[0][2], 'table:number-rows-spanned="3"')
    texts[1][2] = texts[2][2] = COVERED
    boards = [each.board for each in read(text_document(*map(row, texts))).rows]
    assert boards[:4] == ["Ban Tuyên giáo - Phong trào"] * 3 + ["Ban Tổ chức - Văn phòng"]


def test_hidden_columns_of_a_sheet_are_left_out_and_asked_about() -> None:
    columns = '<table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>'
    sheet = table(attributes='table:name="Kế hoạch 2026"').replace(">", f">{columns}", 1)
    plan = read(packed(sheet, "spreadsheet"))
    assert "Trang tính “Kế hoạch 2026” có 1 cột bị ẩn" in " ".join(plan.questions)
    assert {each.submit_text for each in plan.rows} == {""}
    assert plan.rows[0].execute_text == "Tháng 3"


def test_hidden_and_filtered_rows_and_hidden_sheets_are_left_out() -> None:
    rows = rows_of()
    rows[1] = rows[1].replace("<table:table-row ", '<table:table-row table:visibility="collapse" ')
    rows[3] = rows[3].replace("<table:table-row ", '<table:table-row table:visibility="filter" ')
    styles = (
        '<style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    draft = table(attributes='table:name="Nháp" table:style-name="ta2"')
    plan = read(spreadsheet(*rows, more=draft, styles=styles))
    assert [r.number for r in plan.rows] == ["1", "3", "5", "6"]
    told = " ".join(plan.questions)
    assert "Trang tính “Nháp” bị ẩn" in told
    assert "Trang tính “Kế hoạch” có 2 dòng bị ẩn hoặc bị lọc" in told


def test_cells_and_rows_that_are_repeated_are_written_out() -> None:
    same = [cell(ROWS[0][n]) for n in range(3)] + [cell("Tháng 3", 'table:number-columns-repeated="2"')]
    blank = row([cell("", 'table:number-columns-repeated="5"')], 'table:number-rows-repeated="7"')
    rows = read(spreadsheet(row(same), blank, *rows_of(ROWS[1:]))).rows
    assert (rows[0].submit_text, rows[0].execute_text) == ("Tháng 3", "Tháng 3")
    assert rows[1].source == "Trang tính “Kế hoạch”, dòng 13"


def test_values_are_read_as_they_are_shown() -> None:
    def day(value: str, shown: str) -> str:
        return cell(shown, f'office:value-type="date" office:date-value="{value}"')

    number = cell("1,00", 'office:value-type="float" office:value="1"')
    first = row([number, cell("Họp"), cell("Văn phòng"), day("2026-04-03", "04/03/26"), day("2026-05-01", "05/2026")])
    found = read(spreadsheet(first, *rows_of(ROWS[1:]))).rows[0]
    assert (found.number, found.submit_text, found.execute_text) == ("1", "03/04/2026", "Tháng 5/2026")


@pytest.mark.parametrize(("form", "labels"), [("1", ["1", "2"]), ("I", ["I", "II"]), ("a", ["a", "b"])])
def test_numbers_that_the_program_puts_are_read(form: str, labels: list[str]) -> None:
    def numbered(text: str) -> str:
        goes_on = ' text:continue-numbering="true"' if text == ROWS[1][1] else ""
        listed = f'<text:list text:style-name="L1"{goes_on}><text:list-item><text:p/></text:list-item></text:list>'
        return row([f"<table:table-cell>{listed}</table:table-cell>", *map(cell, (text, *ROWS[0][2:]))])

    content = text_document(numbered(ROWS[0][1]), numbered(ROWS[1][1]), styles=LISTS.format(form=form))
    assert [each.number for each in read(content).rows] == labels


def test_deleted_text_comments_and_notes_are_not_read_and_blanks_are() -> None:
    deleted = "<text:tracked-changes><text:p>BỎ KẾ HOẠCH NĂM 2019</text:p></text:tracked-changes>"
    words = (
        "<text:p>Họp<text:s/>tổng<text:tab/>kết<office:annotation><text:p>xem lại</text:p></office:annotation>"
        "<text:note><text:note-body><text:p>ghi</text:p></text:note-body></text:note>\n  năm</text:p>"
    )
    rows = rows_of([("1", "@", *ROWS[0][2:]), *ROWS[1:]])
    plan = read(text_document(rows[0].replace("<text:p>@</text:p>", words), *rows[1:], above=deleted))
    assert plan.rows[0].title == "Họp tổng kết năm"
    assert plan.years.first == 2026


def test_paragraphs_of_a_drawing_are_lines_of_their_own() -> None:
    box = "<text:p><text:span><text:p>HỘI NÔNG DÂN XÃ THỬ</text:p><text:p>Số: 21/KH-HND</text:p></text:span></text:p>"
    blocks = read_blocks(text_document(above=box), "a.odt")
    assert "HỘI NÔNG DÂN XÃ THỬ\n\nSố: 21/KH-HND" in [block.text for block in blocks if isinstance(block, Paragraph)]


def test_a_nested_table_is_read_after_the_one_that_holds_it() -> None:
    held = (
        f"<table:table><table:table-row><table:table-cell>{table()}</table:table-cell></table:table-row></table:table>"
    )
    assert [
        r.number for r in read(packed("<text:p>KẾ HOẠCH CÔNG TÁC NĂM 2026</text:p>" + held, "text")).rows
    ] == NUMBERS


BAD = {
    "with a password": (text_document(manifest="<encryption-data/>"), "mật khẩu"),
    "with entities": (text_document(before='<!DOCTYPE a [<!ENTITY b "c">]>'), "DOCTYPE"),
    "no XML": (text_document(above="<text:p>"), "OpenDocument bị hỏng"),
    "too deep": (text_document(above="<text:span>" * 3000 + "</text:span>" * 3000), "OpenDocument bị hỏng"),
    "too many rows": (
        spreadsheet(row([cell("1"), cell("x")], 'table:number-rows-repeated="900000"')), "hơn 20000 dòng"
    ),
    "no plan": (packed("<text:p>Kính gửi</text:p>", "text"), "chỉ có phần lời văn"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_its_reason_soon(case: str) -> None:
    content, reason = BAD[case]
    with no_explosion(), pytest.raises(Refusal, match=reason):
        read(content)


def test_hidden_repetitions_without_end_cost_nothing() -> None:
    endless = 'table:visibility="collapse" table:number-rows-repeated="900000"'
    with no_explosion():
        assert [r.number for r in read(spreadsheet(*rows_of(), *[row([cell("x")], endless)] * 500)).rows] == NUMBERS


def test_a_thousand_rows_take_no_more_than_two_seconds() -> None:
    content = spreadsheet(*rows_of([(str(n), *ROWS[n % 6][1:]) for n in range(1, 1001)]))
    with no_explosion():
        assert len(read(content).rows) == 1000
