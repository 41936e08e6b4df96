"""The text of a web page's element as a reader of the page sees it."""

import re
from collections.abc import Iterator
from typing import Any

from planner.reading.formats.bullets import BULLETS
from planner.text import clean

# Deleted text (Word's tracked changes), what is never shown, and a nested table, which is read on its own.
_SKIPPED = {"del", "script", "style", "template", "head", "title", "noscript", "table", "select", "object"}
_LINES = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "ul", "ol", "pre"}
_HIDDEN = re.compile(r"(display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|mso-hide\s*:\s*all)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_STARTS = " \t\r\n\f\v\xa0"
_LINE_ENDS = re.compile(r"[ \xa0]*\n[ \xa0\n]*")


def text_of(element: Any) -> str:
    """An element's words: blanks as one, lines where the page breaks them."""
    return tidy(words_of(element))


def words_of(element: Any) -> str:
    """An element's words as they stand, with a vertical tab where a line ends; `tidy` makes text of them."""
    return "".join(_pieces(element))


def tidy(words: str) -> str:
    """Line ends of the source are mere blanks; those of the page are lines."""
    text = clean(_BLANKS.sub(" ", words).replace("\v", "\n"))
    return _LINE_ENDS.sub("\n", text)


def is_hidden(element: Any) -> bool:
    """Whether a page does not show the element."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def first_number(element: Any) -> int | None:
    """The number that a page puts before the first item of an ordered list."""
    start = element.get("start") or "1"
    return None if element.tag != "ol" else int(start) if start.isdecimal() and len(start) < 6 else 1


def depth_of(element: Any) -> int:
    """In how many lists with bullets a list stands."""
    return sum(above.tag == "ul" for above in element.iterancestors())


def labelled(label: str, text: str) -> str:
    """A list item with what the page puts before it; one that has a sign of its own keeps it."""
    return text if label.strip() in BULLETS and text[:1] in BULLETS else label + text


def _pieces(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED or is_hidden(element):
        return
    if element.tag == "br":
        yield "\v"
    yield from ("\v",) if element.tag in _LINES else ()
    yield element.text or ""
    number = first_number(element)
    for child in element:
        if number is not None and child.tag == "li":
            yield f"\v{number}. {words_of(child).lstrip(_STARTS)}"
            number += 1
        else:
            yield from _pieces(child)
        yield child.tail or ""
    yield from ("\v",) if element.tag in _LINES else ()
