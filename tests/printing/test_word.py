"""The Word documents: the same words as the PDF, in the office's type and measures."""

import re
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

import printing

Data = dict[str, Any]


def word(kind: str, data: Data, **options: Any) -> Document:
    return docx.Document(BytesIO(printing.render_word(kind, data, **options)))


def words(document: Document) -> list[str]:
    """Every word in its order, paragraphs and tables alike."""
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        found += "".join(node.text or "" for node in paragraph.iter(qn("w:t"))).split()
    return found


@pytest.mark.parametrize("kind", printing.KINDS)
def test_it_says_every_word_that_the_pdf_says(kind: str, request: pytest.FixtureRequest, pages) -> None:
    data = request.getfixturevalue(kind)
    said = set(words(word(kind, data)))
    of_pdf = {one for page in pages(printing.render(kind, data)) for one in page.split()}
    # Figures stand in tables; those of the chart by month ("0/2") are drawn in the PDF only.
    missing = {one for one in of_pdf - said if not re.fullmatch(r"[.…/\d]+|.*-", one)}
    # A word that the PDF breaks after a hyphen or slash comes out in two.
    joined = " ".join(words(word(kind, data)))
    drawn = "Biểu đồ: mốc xong đúng hạn trên số mốc đến hạn theo tháng Xong đúng hạn Quá hạn hoặc chưa xong"
    assert not {one for one in missing if one not in joined and one not in drawn}


@pytest.mark.parametrize("kind", printing.KINDS)
def test_the_same_data_gives_the_same_bytes(kind: str, request: pytest.FixtureRequest) -> None:
    data = request.getfixturevalue(kind)
    assert printing.render_word(kind, data) == printing.render_word(kind, data)


def test_type_measures_and_page_numbers_are_those_of_the_decree(digest: Data) -> None:
    document = word("digest", digest)
    section, normal = document.sections[0], document.styles["Normal"]
    assert (normal.font.name, normal.font.size.pt) == ("Times New Roman", 14)
    assert [round(one.mm) for one in (section.page_width, section.page_height)] == [210, 297]
    sides = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(one.mm) for one in sides] == [20, 15, 20, 30]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert (document.core_properties.title, document.core_properties.language) == (digest["title"], "vi-VN")
    assert document.core_properties.created.date().isoformat() == digest["issued_on"]


def test_the_office_chooses_type_and_margins(reminder: Data) -> None:
    chosen = {**reminder["letterhead"], "size": 13, "margins": [25, 20, 25, 35]}
    document = word("reminder", {**reminder, "letterhead": chosen})
    assert document.styles["Normal"].font.size.pt == 13
    assert (round(document.sections[0].left_margin.mm), round(document.sections[0].right_margin.mm)) == (35, 20)


def test_the_annex_lies_on_its_side(annex: Data) -> None:
    section = word("annex", annex).sections[0]
    assert (section.orientation, round(section.page_width.mm)) == (WD_ORIENT.LANDSCAPE, 297)


def test_headings_make_an_outline_and_titles_stand_in_the_middle(digest: Data) -> None:
    document = word("digest", digest)
    levels = {
        paragraph.text: paragraph._p.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for paragraph in document.paragraphs
        if paragraph._p.pPr.find(qn("w:outlineLvl")) is not None
    }
    assert levels["I. TÌNH HÌNH CHUNG"] == "1"
    assert levels["1. Hoàn thành trong tháng: 01 nhiệm vụ"] == "2"
    title = next(one for one in document.paragraphs if one.text.startswith("BÁO CÁO\n"))
    assert (title.alignment, all(run.bold for run in title.runs)) == (1, True)


def test_tables_repeat_their_heading_and_rows_stay_whole(reminder: Data) -> None:
    item = reminder["items"][0]
    items = [{**item, "number": str(n)} for n in range(1, 201)]
    document = word("reminder", {**reminder, "items": items})
    table = next(one for one in document.tables if one.cell(0, 0).text == "TT")
    assert len(table.rows) == 201
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [n for n, row in enumerate(table.rows) if row._tr.trPr.find(qn("w:tblHeader")) is not None] == [0]
    assert "(mục 200)" in table.rows[200]._tr.xml


def test_bars_are_drawn_with_patterns_that_print_in_black_and_white(digest: Data) -> None:
    xml = word("digest", digest).element.xml
    for pattern in ('w:val="solid"', 'w:val="diagStripe"', 'w:val="pct10"'):
        assert pattern in xml, pattern
    spans = re.findall(r'<w:gridSpan w:val="(\d+)"/>', xml)
    assert sum(map(int, spans)) == 3 * 100 + 2 * 102  # three bars, each whole, and the gaps between them


def test_what_people_wrote_stays_text(digest: Data) -> None:
    hostile = "<w:p/> & ]]> \"nháy\" {{ sheet }} <!-- \u200b"
    line = {**digest["overdue"][0], "title": hostile}
    assert hostile.split()[0] in words(word("digest", {**digest, "overdue": [line], "remarks": hostile}))


def test_lines_to_be_written_by_hand_have_dots(minutes: Data) -> None:
    document = word("minutes", minutes)
    dotted = [one for one in document.paragraphs if 'w:leader="dot"' in one._p.xml]
    assert [one.text.strip() for one in dotted][1:4] == ["Địa điểm:", "Chủ trì:", "Thư ký:"]
