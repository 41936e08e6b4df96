"""PDF documents with a text layer: tables by their lines or by where words stand, running text, page after page."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pdfplumber
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.archive import DAMAGE
from planner.reading.formats.blocks import Block, Grid, Unread
from planner.reading.formats.pdf_aligned import WithoutLines
from planner.reading.formats.pdf_beside import left_apart, set_beside
from planner.reading.formats.pdf_guard import PAGES, refuse_overfull, refuse_unfolding, too_many_pages
from planner.reading.formats.pdf_joining import joined
from planner.reading.formats.pdf_rules import HorizontalRules
from planner.reading.formats.pdf_table import PageGrid, grid_of
from planner.reading.formats.pdf_text import part_of
from planner.reading.notes import Note
from planner.reading.progress import counted
from planner.text import line

_APART = N_(
    "Trang %(page)d của tệp PDF chỉ có cột thời gian của một bảng rộng hơn trang nên chưa được đọc. Xin tải lên bản"
    " Excel, hoặc in bảng vừa một trang ngang."
)
_UNSURE = N_(
    "Bảng ở trang %(page)d của tệp PDF chỉ có đường kẻ ngang, không tách được chắc chắn thành các ô nên chưa được đọc."
    " Trang này có việc nào của kế hoạch không?"
)
_CUT_ROW = N_(
    "Việc này đứng cuối trang %(page)d, bảng còn tiếp ở trang sau: dòng đầu trang sau có thuộc việc này không?"
)
_PICTURE, _WORDLESS = 0.4, 300  # share of the page, letters
_CUT = N_(
    "Tệp PDF có %(count)d ô hẹp hơn chữ nên chữ bị cắt ở mép ô, ví dụ “%(text)s”. Xin đối chiếu với bản gốc: những ô"
    " này còn thiếu gì?"
)
_UNKNOWN_LETTER = "(cid:"  # how pdfminer writes a glyph whose letter the file does not tell


def read_pdf(content: bytes) -> list[Block]:
    """The document's blocks, a table that runs over pages as one.

    Raises Refusal for a scan, a damaged, a locked and an outsized file.
    """
    refuse_unfolding(content)
    try:
        with pdfplumber.open(BytesIO(content)) as document:
            if len(document.pages) > PAGES:
                raise too_many_pages()
            rest, rules, all_pages = WithoutLines(), HorizontalRules(), document.pages
            pages = [list(_blocks(page, rest, rules)) for page in counted(all_pages, "pages", len(all_pages))]
    except (PdfminerException, MalformedPDFException, *DAMAGE) as error:
        if "Password" in repr(error):
            raise Refusal(N_("Tệp có mật khẩu. Xin bỏ mật khẩu rồi tải lên.")) from error
        raise Refusal(N_("Tệp PDF bị hỏng, không đọc được. Xin xuất lại từ Word hoặc tải lên bản Word.")) from error
    _refuse_scan(pages)
    whole = set_beside(pages)
    return [*joined(whole), *_asked_of_cut(pages), *_asked_of_columns(whole), *_asked_of_rules(pages, rules)]


def _asked_of_rules(pages: list[list[Block]], rules: HorizontalRules) -> Iterator[Unread]:
    """One question where a page of a plan has a table whose cells its horizontal rules do not tell."""
    with_tables = {n for n, page in enumerate(pages, start=1) if any(isinstance(block, Grid) for block in page)}
    left = [page for page in rules.unsure if page not in with_tables]
    if left and with_tables:
        yield Unread("", asked=Note(_UNSURE, page=left[0]))


def _asked_of_columns(pages: list[list[Block]]) -> Iterator[Unread]:
    """One question where a table was wider than its page and its other columns could not be set beside it."""
    if page := left_apart(pages):
        yield Unread("", asked=Note(_APART, page=page))


def _asked_of_cut(pages: list[list[Block]]) -> Iterator[Unread]:
    """One question where cells are too narrow for their text."""
    cut = [line(text) for page in pages for block in page if isinstance(block, PageGrid) for text in block.cut]
    if cut:
        yield Unread("", asked=Note(_CUT, count=len(cut), text=cut[0]))


def _blocks(page: Any, rest: WithoutLines, rules: HorizontalRules) -> Iterator[Block]:
    """A page's paragraphs and tables from top to bottom."""
    refuse_overfull(page)
    if _is_scan(page):
        asked = N_(
            "Trang %(page)d của tệp PDF là ảnh quét nên chưa đọc được. Trang này có việc nào của kế hoạch không?"
        )
        yield Unread("", asked=Note(asked, page=page.page_number))
    _refuse_unknown_letters(page.chars)
    tables, top = _tables(page) or rules.tables(page), 0.0
    for n, table in enumerate(tables, start=1):
        yield from _between(page, top, table.bbox[1], rest)
        rest.ruled()
        grid = grid_of(table, page.page_number, n)
        if page.page_number in rules.cut:
            grid.rows[-1].asked = (Note(_CUT_ROW, page=page.page_number),)
        yield grid
        top = max(top, table.bbox[3])
    yield from _between(page, top, float(page.height), rest)
    page.close()


def _between(page: Any, top: float, bottom: float, rest: WithoutLines) -> Iterator[Block]:
    part = part_of(page, top, bottom)
    if part is not None:
        yield from rest.blocks(part, page.page_number)


def _tables(page: Any) -> list[Any]:
    """The tables by their lines, top down, without mere frames.

    A row that the page's end cuts often has no line there: the table's upright lines say where it ends.
    """
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    ends = {min(edge["top"] for edge in upright), max(edge["bottom"] for edge in upright)} if upright else set()
    found = page.find_tables({"explicit_horizontal_lines": sorted(ends)})
    tables = [table for table in found if len(table.rows) > 1 or len(table.rows[0].cells) > 1]
    return sorted(tables, key=lambda table: float(table.bbox[1]))


def _is_scan(page: Any) -> bool:
    """Whether a picture is the page; a digital signature or a page number may be written on it."""
    whole = float(page.width * page.height)
    widest = max((float(image["width"] * image["height"]) for image in page.images), default=0.0)
    return widest > whole * _PICTURE and len(page.chars) < _WORDLESS


def _refuse_scan(pages: list[list[Block]]) -> None:
    blocks = [block for page in pages for block in page]
    if any(isinstance(block, Unread) for block in blocks) and not any(isinstance(block, Grid) for block in blocks):
        asked = N_(
            "Tệp PDF là bản quét (ảnh), không có lớp chữ. Xin tải lên bản PDF xuất từ Word, hoặc bản Word, Excel."
        )
        raise Refusal(asked)


def _refuse_unknown_letters(letters: list[dict[str, Any]]) -> None:
    """A font that does not name its letters gives figures instead of words."""
    unknown = sum(letter["text"].startswith(_UNKNOWN_LETTER) for letter in letters)
    if unknown * 10 > len(letters):
        raise Refusal(
            N_("Phông chữ trong tệp PDF không cho biết mặt chữ nên không đọc được. Xin tải lên bản Word, Excel.")
        )
