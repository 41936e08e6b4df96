"""The text of a Word paragraph as a reader of the page sees it: inserted text in, deleted and hidden text out."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from planner.reading.formats.old_letters import in_font, is_old_font
from planner.reading.formats.picture_fonts import picture
from planner.reading.formats.word_names import is_on, val, w
from planner.reading.formats.word_numbering import Numbering
from planner.reading.formats.word_parts import Parts
from planner.reading.formats.word_styles import Styles, font_name
from planner.text import clean

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Deleted and moved-away text; the second copy of a drawing's text; properties.
SKIPPED = {w(name) for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "tcPr", "sdtPr", "instrText")} | {FALLBACK}
_RUN, _TEXT, _TABLE, _PARAGRAPH = w("r"), w("t"), w("tbl"), w("p")
_SIGNS = {
    w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("ptab"): "\t",
}  # fmt: skip


class Words:
    """Reads the paragraphs of one document; numbered ones in reading order, since they are counted."""

    def __init__(self, parts: Parts) -> None:
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self._old_fonts = any(
            is_old_font(font_name(fonts))
            for root in (parts.document, parts.styles)
            if root is not None
            for fonts in root.iter(w("rFonts"))
        )

    def of(self, paragraph: Any, is_shown: bool = True) -> str:
        """The paragraph's text, with the number that Word itself puts before it where that is shown."""
        text = clean("".join(self._in_letters(paragraph) if self._old_fonts else map(_first, _pieces(paragraph, ""))))
        is_merged = any(is_on(paragraph, f"pPr/rPr/{mark}") for mark in ("del", "moveFrom"))
        label = self._numbering.label(paragraph) if is_shown and not is_merged else ""
        return f"{label} {text}".strip()

    def _in_letters(self, paragraph: Any) -> Iterator[str]:
        """Pieces in the letters of today; those of one font together, since old letters may be two signs."""
        default = self._styles.font_of(val(paragraph, "pPr/pStyle"))
        fonts = ((text, self._font(run, default)) for text, run in _pieces(paragraph, None))
        for font, pieces in groupby(fonts, key=lambda piece: piece[1]):
            yield in_font("".join(text for text, _ in pieces), font)

    def _font(self, run: Any | None, default: str) -> str:
        if run is None:
            return default
        style = val(run, "rPr/rStyle")
        return font_name(run.find(w("rPr/rFonts"))) or (self._styles.font_of(style) if style else "") or default


def _first(piece: tuple[str, Any]) -> str:
    return piece[0]


def _pieces(element: Any, run: Any) -> Iterator[tuple[str, Any]]:
    """Texts and the runs that hold them; the paragraphs of a text box are lines of their own."""
    for child in element:
        tag = child.tag
        if tag == _TEXT:
            yield child.text or "", run
        elif tag == _RUN:
            yield from () if is_on(child, "rPr/vanish") else _pieces(child, child)
        elif tag in _SIGNS:
            yield _SIGNS[tag], run
        elif tag == w("sym"):
            yield _picture(child), run
        elif tag == _PARAGRAPH:
            yield from (("\n", run), *_pieces(child, run), ("\n", run))
        elif tag not in SKIPPED and tag != _TABLE and not is_placeholder(child):
            yield from _pieces(child, run)


def is_placeholder(control: Any) -> bool:
    """Whether a content control only shows what could be typed into it."""
    return control.tag == w("sdt") and is_on(control, "sdtPr/showingPlcHdr")


def _picture(sign: Any) -> str:
    try:
        return picture(int(sign.get(w("char")) or "", 16), sign.get(w("font")) or "")
    except ValueError:
        return ""
