"""The sheet that a Word document is written on: size, margins, type, page numbers, properties, language."""

from datetime import UTC, datetime
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from printing.word_styles import points, twips
from printing.word_xml import FONT

SIZES = {"A4": (210, 297), "A4 landscape": (297, 210)}


def text_width(page: dict[str, str]) -> int:
    """What the margins leave of the sheet's width, in twips."""
    return twips(f"{_size(page)[0]}mm") - twips(page["margin-left"]) - twips(page["margin-right"])


def _size(page: dict[str, str]) -> tuple[int, int]:
    return SIZES[page.get("size", "A4")]


def set_up(document: Any, told: dict[str, str], page: dict[str, str], type_size: str) -> None:
    """Measures from the @page rule; the page's number at the top, from the second page on."""
    section, (width, height) = document.sections[0], _size(page)
    section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side in ("top", "right", "bottom", "left"):
        setattr(section, f"{side}_margin", Pt(points(page[f"margin-{side}"])))
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'))
    _set_type(document, points(type_size))
    _set_properties(document, told)


def _set_type(document: Any, size: float) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.element.rPr.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="vi-VN" w:eastAsia="vi-VN"/>'))
    style.paragraph_format.space_after = Pt(0)
    document.styles["Header"].font.size = Pt(13)


def _set_properties(document: Any, told: dict[str, str]) -> None:
    day = datetime.fromisoformat(told["dcterms.created"]).replace(tzinfo=UTC)
    properties = document.core_properties
    properties.title, properties.author = told["title"], told.get("author", "")
    properties.last_modified_by, properties.comments, properties.language = "", "", "vi-VN"
    properties.created = properties.modified = day
