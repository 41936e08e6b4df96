"""OpenDocument texts (.odt) and spreadsheets (.ods): paragraphs and tables from content.xml (ODF 1.3 part 3).

Read from the XML itself: merged, repeated and hidden cells all stand there, and a far cell costs nothing.
"""

from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.archive import DAMAGE, open_archive, refuse_entities
from planner.reading.formats.blocks import Block, Paragraph
from planner.reading.formats.left_out import hidden_sheet
from planner.reading.formats.limits import bounded
from planner.reading.formats.open_document_names import OFFICE, STYLE, TABLE, TEXT
from planner.reading.formats.open_document_numbers import Numbers
from planner.reading.formats.open_document_table import grid_of
from planner.reading.formats.open_document_text import SKIPPED, text_of
from planner.reading.notes import Note

_TABLES = 500


def read_open_document(content: bytes) -> list[Block]:
    """The document's blocks; a nested table follows the one that holds it. Raises Refusal for a damaged file."""
    archive = open_archive(content)
    refuse_entities(archive, only="content.xml")
    try:
        if "encryption-data" in archive.read("META-INF/manifest.xml").decode("utf-8", "replace"):
            raise Refusal(N_("Tệp có mật khẩu. Xin bỏ mật khẩu rồi tải lên."))
        root = fromstring(archive.read("content.xml"), forbid_dtd=True)
        return bounded(_blocks(root.find(f"{OFFICE}body"), _hidden_styles(root), Numbers(root, *_styles(archive))))
    except DAMAGE as error:
        raise Refusal(
            N_("Tệp OpenDocument bị hỏng, không đọc được. Xin mở bằng LibreOffice, lưu lại rồi tải lên.")
        ) from error


def _styles(archive: ZipFile) -> list[Any]:
    """The document's named styles, which stand in a member of their own."""
    if "styles.xml" not in archive.namelist():
        return []
    refuse_entities(archive, only="styles.xml")
    return [fromstring(archive.read("styles.xml"), forbid_dtd=True)]


def _hidden_styles(root: Any) -> set[str]:
    """The names of table styles that hide their sheet."""
    return {
        style.get(f"{STYLE}name", "")
        for style in root.iter(f"{STYLE}style")
        for properties in style.iter(f"{STYLE}table-properties")
        if properties.get(f"{TABLE}display") == "false"
    }


def _blocks(body: Any, hidden: set[str], numbers: Numbers) -> Iterator[Block]:
    tables = paragraphs = 0
    is_book = body.find(f"{OFFICE}spreadsheet") is not None
    for element in _in_order(body, numbers):
        if element.tag == f"{TABLE}table":
            tables += 1
            if tables > _TABLES:
                raise Refusal(N_("Tệp có quá nhiều bảng (hơn %(most)d) nên không được đọc."), most=_TABLES)
            if element.get(f"{TABLE}style-name") in hidden:
                yield hidden_sheet(element.get(f"{TABLE}name") or str(tables))
            else:
                yield from grid_of(element, tables, is_book, numbers)
        elif not is_book:
            paragraphs += 1
            if text := numbers.label(element) + text_of(element):
                yield Paragraph(text, Note(N_("Đoạn %(number)d"), number=paragraphs))


def _in_order(parent: Any, numbers: Numbers) -> Iterator[Any]:
    """Paragraphs outside tables and all tables, also those inside sections, lists, frames and cells."""
    for child in parent:
        if child.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield child
        elif child.tag == f"{TABLE}table":
            yield child
            yield from (nested for nested in child.iter(f"{TABLE}table") if nested is not child)
        elif child.tag not in SKIPPED:
            yield from _in_order(child, numbers)
