"""Paragraphs that a text file or a page cut into lines of one width, put together again."""

import re

from planner.reading.formats.blocks import Paragraph
from planner.reading.formats.cut_codes import joint
from planner.reading.labels import label_of

_CLOSED = re.compile(r"[.;:!?…/”\"]$")
_SHORT = 50  # a line below this is as long as its writer wanted it
_WIDEST = 130
_LONGEST = 20_000  # characters of a paragraph
_SLACK = 18  # how much shorter than the widest a full line may be: a word went to the next one
_HANGING = re.compile(
    r"(?:[,(–-]|\b(?:và|của|với|trong|cho|các|những|về|tại|theo|từ|đến|là|có|được|do|bằng|hoặc|trên|ở|số|một|mỗi|đạt|ngày|năm|tháng|quý))$",
    re.IGNORECASE,
)


def unwrapped(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs with the lines of one width joined; in a document without such lines they stay as they are."""
    width = _width(paragraphs)
    found: list[Paragraph] = []
    full = False  # whether the last line goes up to the width
    for piece in paragraphs:
        before = found[-1].text if found else ""
        if full and len(before) < _LONGEST and not _CLOSED.search(before[-1:]) and label_of(piece.text) is None:
            found[-1] = Paragraph(f"{before}{joint(before, piece.text)}{piece.text}", found[-1].place)
        else:
            found.append(piece)
        full = width - _SLACK <= len(piece.text) <= width
    return found


def _width(paragraphs: list[Paragraph]) -> int:
    """The width that lines were cut at, or 0: no line is longer, and a good part of them come near."""
    lengths = [len(piece.text) for piece in paragraphs if piece.text]
    width = max(lengths, default=0)
    near = sum(length >= width - _SLACK for length in lengths)
    return width if _SHORT < width <= _WIDEST and near * 4 >= len(lengths) and near > 3 else 0


def goes_on(text: str, following: str, is_item: bool) -> bool:
    """Whether a page's end cut a sentence: "… Mặt trận Tổ" / "quốc và …"."""
    tail = text[-_SHORT:]
    if not tail or _CLOSED.search(tail):
        return False
    return (
        following[:1].islower()
        or following[:1].isdecimal()
        or bool(_HANGING.search(tail))
        or (is_item and len(text) > _SHORT)
    )
