"""The text of a Word paragraph as a reader of the page sees it: inserted text in, deleted text out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from planner.text import clean

if TYPE_CHECKING:
    from planner.reading.formats.word_numbering import Numbering

# Deleted and moved-away text; the second copy of a drawing's text; properties.
SKIPPED = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    qn("w:rPr"),
    qn("w:sectPr"),
    qn("w:tcPr"),
    qn("w:instrText"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}


def paragraph_text(paragraph: Any, numbering: "Numbering | None" = None) -> str:
    """The paragraph's text, with the number that Word itself puts before it."""
    text = clean("".join(_pieces(paragraph)))
    label = numbering.label(paragraph) if numbering else ""
    return f"{label} {text}".strip()


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in SKIPPED or child.tag == qn("w:tbl"):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _pieces(child)
