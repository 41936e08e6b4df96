"""What paragraphs and characters get from their styles: a list, a font (ECMA-376 part 1, 17.7)."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from planner.reading.formats.word_names import val, w

_DEEPEST = 20  # styles that are based on one another


class Styles:
    """The styles of one document; without any, nothing comes from them."""

    def __init__(self, root: Any | None) -> None:
        found = [] if root is None else root.findall(w("style"))
        self._by_id = {style.get(w("styleId")): style for style in found}
        self._default = next((s for s in found if _is_default(s)), None)
        self._fonts_of_all = None if root is None else root.find(w("docDefaults/rPrDefault/rPr/rFonts"))
        self.list_of = cache(self._list_of)
        self.font_of = cache(self._font_of)

    def _list_of(self, style_id: str | None) -> Any | None:
        """The w:numPr of a paragraph style or of one that it is based on."""
        return next((n for style in self._chain(style_id) if (n := style.find(w("pPr/numPr"))) is not None), None)

    def _font_of(self, style_id: str | None) -> str:
        """The font of a style, of what it is based on, or of the whole document."""
        fonts = [style.find(w("rPr/rFonts")) for style in self._chain(style_id)]
        return next((name for element in (*fonts, self._fonts_of_all) if (name := font_name(element))), "")

    def _chain(self, style_id: str | None) -> Iterator[Any]:
        style = self._by_id.get(style_id) if style_id else self._default
        for _ in range(_DEEPEST):
            if style is None:
                return
            yield style
            style = self._by_id.get(val(style, "basedOn"))


def _is_default(style: Any) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on")


def font_name(fonts: Any | None) -> str:
    """The font that w:rFonts names for Latin letters."""
    return "" if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or ""
