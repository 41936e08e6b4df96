"""The running text of a PDF page: lines put together to paragraphs, page numbers left out."""

import re
from collections.abc import Iterator
from typing import Any

from planner.language import N_
from planner.reading.formats.blocks import Paragraph
from planner.reading.formats.cut_codes import joint
from planner.reading.notes import Note
from planner.text import clean

_LEAST = 3.0  # points: less than a line between two tables
_PAGE_NUMBER = re.compile(r"(?!20\d\d$)(trang\s*)?[-–—]?\s*\d{1,4}\s*([-–—/]\s*\d{0,4})?", re.IGNORECASE)
# A line that ends amid a name, or with a word that wants another: what is below goes on, also with a capital
_CUT_NAME = re.compile(r"\bViệt\nNam\b|\bHồ\nChí Minh\b|\bHồ Chí\nMinh\b|\bMặt trận\nTổ quốc\b")
_WANTS_MORE = re.compile(r"\b(?:và|của|với|cho|các|những|về|tại|theo|do|bằng|hoặc|trên|ở)\n")
# "…; tổng hợp, báo cáo" / "UBND xã trước ngày …"; a heading ("Chế độ báo cáo") is shorter
_WANTS_BODY = re.compile(
    r"\b(?:báo cáo|gửi|trình|phối hợp|đề nghị|giao|giúp|tham mưu)\n"
    r"(?:UBND|HĐND|Ủy ban|Đảng ủy|Ban |Thường trực|MTTQ|Hội |Sở )"
)
_LONG = 60  # characters
_ENDS = re.compile(r"[.;:!?…/]$")


def part_of(page: Any, top: float, bottom: float) -> Any | None:
    """What of a page's letters stands between two heights, in points from its top; None where no line fits.

    By the middle of each letter, as a table's cells are filled: a letter on the line between is read once.
    """
    if bottom - top < _LEAST:
        return None
    return page.filter(
        lambda each: each["object_type"] == "char" and top <= (each["top"] + each["bottom"]) / 2 < bottom
    )


def paragraphs_of(part: Any, page: int) -> Iterator[Paragraph]:
    """The paragraphs of a part of a page."""
    yield from paragraphs_in((part.extract_text() or "").split("\n"), page)


def paragraphs_in(texts: list[str], page: int) -> Iterator[Paragraph]:
    """Lines put together to paragraphs, page numbers left out."""
    lines = [clean(text) for text in texts]
    for text in _paragraphs([line for line in lines if line and not _PAGE_NUMBER.fullmatch(line)]):
        yield Paragraph(text, Note(N_("Trang %(page)d"), page=page))


def _paragraphs(lines: list[str]) -> list[str]:
    """A line goes on with the one before when that one is open: a bracket, or small letters and no end."""
    found: list[str] = []
    for line in lines:
        if found and _goes_on(found[-1], line):
            found[-1] += joint(found[-1], line) + line
        else:
            found.append(line)
    return found


def _goes_on(before: str, line: str) -> bool:
    if before.count("(") > before.count(")") and len(before) < 400:
        return True
    if _CUT_NAME.search(cut := f"{before[-20:]}\n{line[:20]}") or (line[:1].isupper() and _WANTS_MORE.search(cut)):
        return True
    if len(before) >= _LONG and _WANTS_BODY.search(cut):
        return True
    return line[:1].islower() and not _ENDS.search(before) and not re.match(r"[a-zđ][.)/]\s", line)
