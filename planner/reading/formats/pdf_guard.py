"""Guards for PDF files, which come from outside: what unfolds or repeats without end is refused before it is read."""

import re
import zlib
from typing import Any

from planner.errors import Refusal
from planner.language import N_

PAGES = 120  # a page takes a quarter of a second
STREAM, STREAMS = 24 << 20, 96 << 20  # bytes that one stream, and all together, unfold to; pictures aside
LINES, LETTERS = 20_000, 60_000  # on one page
_PIECE = 1 << 20  # bytes that are unfolded at a time, to be counted and dropped
_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 400  # bytes before a stream in which its dictionary says what it is
_TWICE = re.compile(rb"/(FlateDecode|Fl)\s*/(FlateDecode|Fl)\b")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_MANY = PAGES * 10  # a file may hold pages that it no longer shows


def refuse_unfolding(content: bytes) -> None:
    """Raises Refusal for a file that unfolds to far more than its size, or that has far too many pages."""
    if len(_PAGE.findall(content)) > _MANY:
        raise too_many_pages()
    view, left = memoryview(content), STREAMS
    for found in _STREAM.finditer(content):
        if b"/Image" in content[max(0, found.start() - _DICTIONARY) : found.start()]:
            continue
        size = _unfolded(view[found.end() :], STREAM + 1)
        left -= size
        if size > STREAM or left < 0:
            raise _swollen()
    if _TWICE.search(content):
        raise _swollen()


def _unfolded(data: memoryview, most: int) -> int:
    """How many bytes a stream unfolds to, counted no further than `most`; 0 for one that is not packed."""
    unpacking, size, rest = zlib.decompressobj(), 0, data
    try:
        while size < most and len(rest) and not unpacking.eof:
            piece = len(unpacking.decompress(rest, _PIECE))
            size, rest = size + piece, memoryview(unpacking.unconsumed_tail)
            if not piece:
                break
    except zlib.error:
        return size
    return size


def refuse_overfull(page: Any) -> None:
    """Raises Refusal for a page with more lines or letters than a printed one can have."""
    if len(page.lines) + len(page.rects) + len(page.curves) > LINES or len(page.chars) > LETTERS:
        raise Refusal(
            N_("Trang %(page)d của tệp PDF chứa quá nhiều nét vẽ hoặc chữ nên không được đọc."), page=page.page_number
        )


def too_many_pages() -> Refusal:
    return Refusal(N_("Tệp PDF có quá nhiều trang: tối đa %(most)d."), most=PAGES)


def _swollen() -> Refusal:
    return Refusal(N_("Tệp nén chứa quá nhiều dữ liệu so với một bảng kế hoạch nên không được mở."))
