"""Word documents (.docx): paragraphs and tables in the order of the document."""

from collections.abc import Iterator
from typing import Any

from lxml.etree import LxmlError

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.archive import DAMAGE, open_archive, refuse_entities
from planner.reading.formats.blocks import Block, Paragraph
from planner.reading.formats.limits import bounded
from planner.reading.formats.word_names import w
from planner.reading.formats.word_parts import parts_of
from planner.reading.formats.word_table import grid_of, is_inner
from planner.reading.formats.word_text import SKIPPED, Words, is_placeholder
from planner.reading.notes import Note

_TABLES = 500
_PARAGRAPH, _TABLE = w("p"), w("tbl")


def read_word(content: bytes) -> list[Block]:
    """The document's blocks; a nested table follows the one that holds it. Raises Refusal for a damaged file."""
    archive = open_archive(content)
    refuse_entities(archive)
    try:
        parts = parts_of(archive)
        return bounded(_blocks(parts.document.find(w("body")), Words(parts)))
    except (LxmlError, *DAMAGE) as error:
        raise Refusal(N_("Tệp Word bị hỏng, không đọc được. Xin mở bằng Word, lưu lại rồi tải lên.")) from error


def _blocks(body: Any, words: Words) -> Iterator[Block]:
    tables = paragraphs = 0
    for element in _in_order(body):
        if element.tag == _TABLE:
            tables += 1
            if tables > _TABLES:
                raise Refusal(N_("Tệp có quá nhiều bảng (hơn %(most)d) nên không được đọc."), most=_TABLES)
            yield grid_of(element, Note(N_("Bảng %(number)d"), number=tables), words)
        else:
            paragraphs += 1
            text = words.of(element)
            if text:
                yield Paragraph(text, Note(N_("Đoạn %(number)d"), number=paragraphs))


def _in_order(parent: Any) -> Iterator[Any]:
    """Paragraphs outside tables and all tables, also those inside content controls, text boxes and cells."""
    for child in parent:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
            yield from _tables_inside(child)
        elif child.tag not in SKIPPED and not is_placeholder(child):
            yield from _in_order(child)


def _tables_inside(element: Any) -> Iterator[Any]:
    for table in element.iter(_TABLE):
        if table is element or is_inner(table):
            continue
        if not any(holder.tag in SKIPPED for holder in table.iterancestors()):
            yield table
