"""Word documents (.docx): paragraphs and tables in the order of the document."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.archive import DAMAGE, open_archive, refuse_entities
from planner.reading.formats.blocks import Block, Paragraph
from planner.reading.formats.word_numbering import Numbering
from planner.reading.formats.word_table import grid_of
from planner.reading.formats.word_text import SKIPPED, paragraph_text
from planner.reading.notes import Note

_TABLES = 500


def read_word(content: bytes) -> list[Block]:
    """The document's blocks; a nested table follows the one that holds it. Raises Refusal for a damaged file."""
    refuse_entities(open_archive(content))
    try:
        document = docx.Document(BytesIO(content))
        return list(_blocks(document.element.body, Numbering(document)))
    except (PythonDocxError, OpcError, *DAMAGE) as error:
        raise Refusal(N_("Tệp Word bị hỏng, không đọc được. Xin mở bằng Word, lưu lại rồi tải lên.")) from error


def _blocks(body: Any, numbering: Numbering) -> Iterator[Block]:
    tables = paragraphs = 0
    for element in _in_order(body):
        if element.tag == qn("w:tbl"):
            tables += 1
            if tables > _TABLES:
                raise Refusal(N_("Tệp có quá nhiều bảng (hơn %(most)d) nên không được đọc."), most=_TABLES)
            yield grid_of(element, Note(N_("Bảng %(number)d"), number=tables), numbering)
        else:
            paragraphs += 1
            text = paragraph_text(element, numbering)
            if text:
                yield Paragraph(text, Note(N_("Đoạn %(number)d"), number=paragraphs))


def _in_order(parent: Any) -> Iterator[Any]:
    """Paragraphs outside tables and all tables, also those inside content controls and cells."""
    for child in parent:
        if child.tag == qn("w:p"):
            yield child
        elif child.tag == qn("w:tbl"):
            yield child
            yield from (nested for nested in child.iter(qn("w:tbl")) if nested is not child)
        elif child.tag not in SKIPPED and isinstance(child.tag, str):
            yield from _in_order(child)
