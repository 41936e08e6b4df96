"""A plan as a Word document (.docx): A4 lying on its side, the header on every page."""

from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from planner.exporting.layout import MARGIN, fitted
from planner.exporting.sheet import PlanSheet
from planner.exporting.word_rows import header_row, page_number, section_row, table_frame, work_row

_FONT = "Times New Roman"


def word_document(sheet: PlanSheet) -> bytes:
    """The document's bytes."""
    document = docx.Document()
    _set_up(document)
    _heading(document, sheet)
    columns = fitted(sheet.columns)
    table = parse_xml(table_frame(columns))
    table.append(parse_xml(header_row(columns)))
    for entry in sheet.entries:
        row = section_row(entry, columns) if isinstance(entry, str) else work_row(entry.cells, columns)
        table.append(parse_xml(row))
    document.element.body.insert_element_before(table, "w:sectPr")
    _line(document, "")  # Word wants a paragraph after a table
    document.core_properties.title = sheet.title
    document.core_properties.author = ""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_up(document: Any) -> None:
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(2 * MARGIN)
    section.different_first_page_header_footer = True
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number._p.append(parse_xml(page_number()))


def _heading(document: Any, sheet: PlanSheet) -> None:
    """The letterhead in two halves, then the title and the notes, centred."""
    heading = sheet.heading
    halves = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, texts in zip(halves, (heading.left, heading.right), strict=True):
        for n, text in enumerate(texts):
            paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            _write(paragraph, text, bold=text in heading.bold, italic=n > 1 and texts is heading.right)
    _line(document, "")
    for text in heading.title:
        _line(document, text, bold=True, size=14)
    for text in heading.notes:
        _line(document, text, italic=True)
    _line(document, "")


def _line(document: Any, text: str, **look: Any) -> None:
    _write(document.add_paragraph(), text, **look)


def _write(paragraph: Any, text: str, bold: bool = False, italic: bool = False, size: int = 12) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
