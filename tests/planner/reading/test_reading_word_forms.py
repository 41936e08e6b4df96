"""Word files as other programs and other hands leave them: kinds, tracked changes, boxes, controls, old fonts."""

import pytest
from raw_word import HEADER, cell, paragraph, raw_word, row, run, table

from planner.reading import PlanDraft, read_document
from planner.reading.drafts import RowDraft
from planner.reading.formats import read_blocks
from planner.reading.formats.blocks import Grid

TIMES = ("Ban Phong trào", "Tháng 3", "Tháng 4")
PLAIN = row("2", "Tổng kết phong trào", "Văn phòng", "Quý II", "Quý III")


def read(*body: str, **given: str) -> PlanDraft:
    return read_document(raw_word(*body, **given), "a.docx")


def first(title: str) -> RowDraft:
    """The first of two rows; its title cell is made of these elements."""
    return read(table(row("1", title, *TIMES), PLAIN)).rows[0]


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("kind", ["document.main", "document.macroEnabled.main", "template.main"])
@pytest.mark.parametrize("place", ["word/document.xml", "word/document2.xml"])
def test_every_kind_of_the_format_is_read(strict: bool, kind: str, place: str) -> None:
    content = raw_word(table(row("1", "Họp mặt", *TIMES), PLAIN), strict=strict, kind=kind, place=place)
    plan = read_document(content, "a.docx")
    assert [(row.number, row.title, row.board) for row in plan.rows] == [
        ("1", "Họp mặt", "Ban Phong trào"),
        ("2", "Tổng kết phong trào", "Văn phòng"),
    ]


TITLES = {
    "moved": (
        f"<w:moveFrom>{run('cũ ')}</w:moveFrom><w:moveTo>{run('Họp mặt')}</w:moveTo>",
        "Họp mặt",
    ),
    "hidden": (run("Họp mặt") + run(" nháp", "<w:vanish/>") + run(" ", '<w:vanish w:val="0"/>'), "Họp mặt"),
    "link": (f"<w:hyperlink>{run('Họp')}</w:hyperlink>" + run(" mặt"), "Họp mặt"),
    "smart tag": (f"<w:smartTag>{run('Họp')}</w:smartTag><w:customXml>{run(' mặt')}</w:customXml>", "Họp mặt"),
    "simple field": (f'<w:fldSimple w:instr="DATE">{run("Họp mặt")}</w:fldSimple>', "Họp mặt"),
    "field": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("Họp mặt"),
        "Họp mặt",
    ),
    "signs": (
        "<w:r><w:t>Họp</w:t><w:br/><w:t>mặt</w:t><w:tab/><w:t>cuối</w:t><w:noBreakHyphen/><w:t>năm</w:t>"
        "<w:softHyphen/></w:r>",
        "Họp mặt cuối-năm",
    ),
    "control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Họp mặt')}</w:sdtContent></w:sdt>", "Họp mặt"),
    "control that waits": (
        run("Họp mặt")
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm để nhập')}</w:sdtContent></w:sdt>",
        "Họp mặt",
    ),
    "two copies": (
        f"<w:r><mc:AlternateContent><mc:Choice>{run('Họp mặt')}</mc:Choice><mc:Fallback>{run('Họp mặt')}"
        "</mc:Fallback></mc:AlternateContent></w:r>",
        "Họp mặt",
    ),
    "comment and footnote": (
        '<w:commentRangeStart w:id="0"/>' + run("Họp mặt") + '<w:r><w:footnoteReference w:id="1"/></w:r>',
        "Họp mặt",
    ),
}


@pytest.mark.parametrize("case", TITLES)
def test_a_cell_says_what_the_page_shows(case: str) -> None:
    content, title = TITLES[case]
    assert first(f"<w:p>{content}</w:p>").title == title


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    ended = "<w:rPr><w:del/></w:rPr>"
    title = paragraph("Họp", properties=ended) + paragraph("mặt")
    assert first(title).title == "Họp mặt"


def test_controls_around_rows_and_cells_are_seen_through() -> None:
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('Họp mặt')}</w:sdtContent></w:sdt>"
    inner = f"<w:tr>{cell('1')}{held}{''.join(map(cell, TIMES))}</w:tr>"
    plan = read(table(f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>", PLAIN))
    assert [(row.number, row.title) for row in plan.rows] == [("1", "Họp mặt"), ("2", "Tổng kết phong trào")]


def test_a_hidden_row_is_left_out() -> None:
    plan = read(table(row("1", "Họp kín", *TIMES, properties="<w:hidden/>"), PLAIN))
    assert [row.number for row in plan.rows] == ["2"]


def test_cells_merged_in_the_old_way_are_one() -> None:
    top = row(
        *(cell(text, '<w:vMerge w:val="restart"/>') for text in HEADER[:3]),
        cell("Thời gian", '<w:hMerge w:val="restart"/>'),
        cell("", "<w:hMerge/>"),
    )
    below = row(*(cell("", "<w:vMerge/>") for _ in range(3)), "Trình", "Thực hiện")
    found = read(table(top, below, row("1", "Họp mặt", *TIMES), PLAIN, header=False)).rows[0]
    assert (found.submit_text, found.execute_text) == ("Tháng 3", "Tháng 4")


def test_columns_skipped_at_the_start_of_a_row_stay_empty() -> None:
    plan = read(
        table(row("1", "Họp mặt", *TIMES), row("gồm tặng quà", "", "", "", properties='<w:gridBefore w:val="1"/>'))
    )
    assert [row.title for row in plan.rows] == ["Họp mặt gồm tặng quà"]


def box(*content: str) -> str:
    return f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{''.join(content)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"  # noqa: E501


def test_a_table_and_lines_in_a_text_box_are_read() -> None:
    held = paragraph(box(paragraph("Số: 12/KH-MTTQ"), paragraph("Cơ sở, ngày 05 tháng 01 năm 2026")))
    plan = read(held, paragraph(box(table(row("1", "Họp mặt", *TIMES), PLAIN))))
    assert (plan.number, str(plan.date)) == ("12/KH-MTTQ", "2026-01-05")
    assert [row.number for row in plan.rows] == ["1", "2"]


def test_marks_of_a_picture_font_are_marks_and_empty_boxes_are_none() -> None:
    signs = [
        ("Wingdings", "F0FC"),
        ("Wingdings", "F0A8"),
        ("Wingdings 2", "F050"),
        ("Symbol", "F0B3"),
        ("Webdings", "zz"),
    ]
    cells = (f'<w:p><w:r><w:sym w:font="{font}" w:char="{code}"/></w:r></w:p>' for font, code in signs)
    grid = read_blocks(raw_word(table(row(*cells), header=False)), "a.docx")[1]
    assert isinstance(grid, Grid)
    assert grid.rows[0].cells == ["x", "", "x", "≥", ""]


OLD = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
VNI = '<w:rFonts w:ascii="VNI-Times"/>'


def test_letters_of_old_fonts_become_those_of_today() -> None:
    title = paragraph(run("KÕ ho¹ch tæ chøc ", OLD) + run("ñaïi hoäi", VNI) + run(" lần thứ 3"))
    assert first(title).title == "Kế hoạch tổ chức đại hội lần thứ 3"


def test_capitals_of_an_old_font_and_text_that_is_unicode_already() -> None:
    capitals = '<w:rFonts w:ascii=".VnTimeH"/>'
    title = paragraph(run("kÕ ho¹ch", capitals) + run(" của Mặt trận", OLD))
    assert first(title).title == "KẾ HOẠCH của Mặt trận"


def test_a_style_and_the_whole_document_bring_the_old_font() -> None:
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{OLD}</w:rPr></w:rPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:styleId="Vni"><w:rPr>{VNI}</w:rPr></w:style>'
    )
    title = paragraph("Th¸ng thanh niªn") + paragraph("ñôn vò", properties='<w:pStyle w:val="Vni"/>')
    header = row("STT", "Néi dung", "Bé phËn tham m\xadu", "Tr×nh", "Thùc hiÖn")
    work = row("1", title, "V¨n phßng", "Th¸ng 3", "Th¸ng 4")
    plan = read(table(header, work, header=False), styles=styles, title="KÕ ho¹ch c«ng t¸c n¨m 2026")
    assert plan.title == "Kế hoạch công tác năm 2026"
    assert (plan.rows[0].title, plan.rows[0].board) == ("Tháng thanh niên đơn vị", "Văn phòng")
    assert plan.rows[0].submit_text == "Tháng 3"
