"""The text of an OpenDocument paragraph as a reader of the page sees it; deleted text stands elsewhere in the file."""

from collections.abc import Iterator
from typing import Any

from planner.reading.formats.open_document_names import OFFICE, TABLE, TEXT
from planner.text import clean

# Deleted text, comments, footnotes, and a table inside a frame, which is read on its own.
SKIPPED = {
    f"{TEXT}tracked-changes",
    f"{OFFICE}annotation",
    f"{TEXT}note",
    f"{TEXT}sequence-decls",
    f"{TABLE}table",
    f"{OFFICE}forms",
    f"{TABLE}calculation-settings",
    f"{TABLE}content-validations",
    f"{TABLE}named-expressions",
    f"{TABLE}shapes",
}
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_MOST_BLANKS = 1_000


def text_of(paragraph: Any) -> str:
    """The paragraph's text; runs of blanks are written as elements of their own (6.1.2)."""
    return clean("".join(_pieces(paragraph)))


def _pieces(element: Any) -> Iterator[str]:
    yield _one_blank(element.text)
    for child in element:
        if child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{TEXT}s":
            written = child.get(f"{TEXT}c") or "1"
            yield " " * (min(int(written), _MOST_BLANKS) if written.isdecimal() and len(written) < 9 else 1)
        elif child.tag == f"{TEXT}p":  # of a drawing's words
            yield from ("\n", *_pieces(child), "\n")
        elif child.tag not in SKIPPED:
            yield from _pieces(child)
        yield _one_blank(child.tail)


def _one_blank(text: str | None) -> str:
    """Line ends of the source are mere blanks."""
    return (text or "").replace("\n", " ").replace("\t", " ")
