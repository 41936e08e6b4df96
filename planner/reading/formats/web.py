"""Web pages (.html): those saved by Word, Excel or a browser, and what Word and Excel put on the clipboard."""

import codecs
import re
from collections.abc import Iterator
from typing import Any

import lxml.html

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.blocks import Block, Grid, Paragraph, Unread
from planner.reading.formats.bullets import bullet
from planner.reading.formats.encoding import decode
from planner.reading.formats.limits import bounded
from planner.reading.formats.spans import COLUMNS, ROWS, Cell, SpanGrid, count
from planner.reading.formats.web_text import depth_of, first_number, is_hidden, labelled, text_of, tidy, words_of
from planner.reading.notes import Note

PAGE = 8 * 1024 * 1024  # bytes
_TABLES = 500
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "dt", "dd", "address", "hr"}
# Elements that hold paragraphs and tables.
_HOLDERS = {
    "html", "body", "div", "section", "article", "main", "header", "footer", "center", "form", "ul", "ol", "dl",
    "blockquote", "fieldset", "details", "figure", "nav", "aside",
}  # fmt: skip


def read_web(content: bytes) -> list[Block]:
    """The page's paragraphs and tables; a nested table follows the one that holds it. Raises Refusal.

    The parser loads nothing: no pictures, styles, frames or entities from outside.
    """
    if len(content) > PAGE:
        raise Refusal(N_("Tệp văn bản quá lớn: tối đa %(most)d MB."), most=PAGE // 1024 // 1024)
    said, asked = _text(content)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", said.replace("\0", ""))
    try:
        page = lxml.html.document_fromstring(text, parser=lxml.html.HTMLParser(no_network=True))
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise Refusal(N_("Trang web bị hỏng, không đọc được. Xin mở bằng Word và lưu thành .docx.")) from error
    return [*bounded(_blocks(page)), *asked]


def _text(content: bytes) -> tuple[str, list[Unread]]:
    """The page's text by the encoding that it names itself; a byte order mark goes before that."""
    named = _CHARSET.search(content[:8192])
    if named and not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode(named[1].decode()), []
        except (LookupError, UnicodeDecodeError):
            pass  # the page names an encoding that it does not have
    return decode(content)


def _blocks(page: Any) -> Iterator[Block]:
    tables = paragraphs = 0
    for element in _in_order(page):
        if isinstance(element, str):
            paragraphs += 1
            yield Paragraph(element, Note(N_("Đoạn %(number)d"), number=paragraphs))
            continue
        tables += 1
        if tables > _TABLES:
            raise Refusal(N_("Tệp có quá nhiều bảng (hơn %(most)d) nên không được đọc."), most=_TABLES)
        yield _grid(element, tables)


def _in_order(parent: Any) -> Iterator[Any]:
    """Texts of paragraphs outside tables, and all tables, in the order of the page."""
    words, number = parent.text or "", first_number(parent)
    sign = f"{bullet(depth_of(parent))} " if parent.tag == "ul" else ""
    for child in parent:
        if not _stands_alone(child):
            words += words_of(child) + (child.tail or "")
            continue
        yield from filter(None, [tidy(words)])
        words = child.tail or ""
        label = f"{number}. " if number is not None and child.tag == "li" else sign
        number = number + 1 if number is not None and label else number
        yield from () if is_hidden(child) else _of_block(child, label)
    yield from filter(None, [tidy(words)])


def _of_block(element: Any, label: str) -> Iterator[Any]:
    if element.tag == "table":
        yield element
        yield from (nested for nested in element.iter("table") if nested is not element)
    elif element.tag in _HOLDERS or _holds(element):
        for n, piece in enumerate(_in_order(element)):
            yield labelled(label, piece) if n == 0 and isinstance(piece, str) else piece
    elif text := text_of(element):
        yield labelled(label, text)


def _stands_alone(element: Any) -> bool:
    tag = element.tag
    return isinstance(tag, str) and (tag in _HOLDERS or tag in _BLOCKS or tag == "table" or _holds(element))


def _holds(element: Any) -> bool:
    """Whether a table or a paragraph stands inside an element that usually has only words."""
    return next(element.iter("table", "p", "div", "ul", "ol"), element) is not element


def _grid(table: Any, number: int) -> Grid:
    spans = SpanGrid(Grid(name=Note(N_("Bảng %(number)d"), number=number)))
    for n, row in enumerate(_rows(table), start=1):
        place = Note(N_("Bảng %(table)d, dòng %(row)d"), table=number, row=n)
        cells = (_cell(cell) for cell in row.iterchildren("td", "th") if not is_hidden(cell))
        spans.add(cells, place, is_hidden(row))
    return spans.grid


def _rows(table: Any) -> Iterator[Any]:
    for child in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        if child.tag == "tr":
            yield child
        else:
            yield from child.iterchildren("tr")


def _cell(cell: Any) -> Cell:
    return Cell(text_of(cell), count(cell.get("colspan"), COLUMNS), count(cell.get("rowspan"), ROWS))
