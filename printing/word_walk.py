"""From the letters' own few elements to WordprocessingML: blocks, two columns beside each other, tables."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import cssselect2

from printing import word_xml as xml
from printing.word_charts import bar_chart
from printing.word_styles import looks_of, twips

TEXTS = ("p", "h1", "h2", "h3")
FILLED = "fill"  # dots to the end of the line
RULE = 22  # millimetres, where the style sheet gives a rule no width


class Walk:
    """Goes through a letter once. `width` of what is being filled is in twips."""

    def __init__(self, matcher: cssselect2.Matcher) -> None:
        self.matcher = matcher

    def blocks(self, elements: Iterable[Any], above: Mapping[str, str], width: int) -> str:
        """Elements one under the other."""
        return "".join(self._block(element, above, width) for element in elements)

    def _block(self, element: Any, above: Mapping[str, str], width: int) -> str:
        looks, tag = looks_of(element, self.matcher, above), element.local_name
        if tag in TEXTS:
            return self._text(element, looks, tag, width)
        if tag == "table":
            return self._table(element, looks, width)
        if "columns" in element.classes:
            return self._columns(element, looks, width)
        if "rule" in element.classes:
            return self._rule(looks, width)
        if "chart" in element.classes:
            return bar_chart(element, looks, width)
        return self.blocks(element.iter_children(), looks, width)

    def _text(self, element: Any, looks: Mapping[str, str], tag: str, width: int) -> str:
        """A paragraph; one without text only where the style sheet keeps room for a hand."""
        runs, dots = "".join(self._runs(element, looks)), width if FILLED in element.classes else 0
        return xml.paragraph(runs, looks, tag, dots=dots) if runs or dots or "padding-top" in looks else ""

    def _runs(self, element: Any, looks: Mapping[str, str]) -> Iterator[str]:
        """The pieces of text, white space as HTML takes it."""
        pieces = [(_plain(element.etree_element.text), looks, False)]
        for child in element.iter_children():
            if child.local_name == "br":
                pieces.append(("\n", looks, False))
            else:
                inner = looks_of(child, self.matcher, looks)
                pieces.append((_plain("".join(child.etree_element.itertext())), inner, "border-bottom" in inner))
            pieces.append((_plain(child.etree_element.tail), looks, False))
        pieces = [piece for piece in pieces if piece[0]]
        for n, (text, own, underlined) in enumerate(pieces):
            text = text.lstrip(" ") if n == 0 else text
            text = text.rstrip(" ") if n == len(pieces) - 1 else text
            if text:
                yield xml.run(text, own, underlined)

    def _rule(self, looks: Mapping[str, str], width: int) -> str:
        length = twips(looks.get("width")) or twips(f"{RULE}mm")
        plain = {**looks, "margin-bottom": "0"}
        return xml.paragraph("", plain, rule=max(0, (width - length) // 2))

    def _columns(self, element: Any, looks: Mapping[str, str], width: int) -> str:
        """Blocks beside each other: a table without lines; Word wants a paragraph between two tables."""
        parts = [(child, looks_of(child, self.matcher, looks)) for child in element.iter_children()]
        widths = [_share(own.get("width"), width) for _child, own in parts]
        cells = "".join(
            xml.cell(self.blocks(child.iter_children(), own, part), part)
            for (child, own), part in zip(parts, widths, strict=True)
        )
        return f"{xml.space(twips(looks.get('margin-top')))}{xml.table(xml.row(cells), widths, lines=False, margin=0)}"

    def _table(self, element: Any, looks: Mapping[str, str], width: int) -> str:
        rows = [row for part in element.iter_children() for row in part.iter_children()]
        widths = self._widths(rows[0], looks, width)
        made = "".join(self._row(row, looks, widths) for row in rows)
        return f"{xml.space(twips(looks.get('margin-top')))}{xml.table(made, widths, lines=True)}"

    def _widths(self, row: Any, looks: Mapping[str, str], width: int) -> list[int]:
        """The widths that the heading's cells ask for; the others share what is left."""
        asked = [twips(looks_of(cell, self.matcher, looks).get("width")) for cell in row.iter_children()]
        free = max(0, width - sum(asked)) // max(1, asked.count(0))
        return [one or free for one in asked]

    def _row(self, row: Any, above: Mapping[str, str], widths: list[int]) -> str:
        looks, cells, at = looks_of(row, self.matcher, above), "", 0
        heading = row.parent.local_name == "thead"
        for child in row.iter_children():
            span = int(child.etree_element.get("colspan") or 1)
            cells += self._cell(child, looks, sum(widths[at : at + span]), span)
            at += span
        return xml.row(cells, heading)

    def _cell(self, element: Any, above: Mapping[str, str], width: int, span: int) -> str:
        looks = looks_of(element, self.matcher, above)
        keeps = "avoid" if element.local_name == "th" else "auto"  # the heading with its first row
        inner = {
            **looks,
            "break-after": keeps,
            "margin-top": "0",
            "margin-bottom": "0",
            "padding-top": "0",
            "padding-bottom": "0",
        }
        return xml.cell(self._lines(element, inner), width, span=span, middle=looks.get("vertical-align") == "middle")

    def _lines(self, element: Any, looks: Mapping[str, str]) -> str:
        """A cell's text, or its blocks as one paragraph each."""
        children = [child for child in element.iter_children() if child.local_name in ("div", "p")]
        if not children:
            return xml.paragraph("".join(self._runs(element, looks)), looks)
        held = ((child, {**looks_of(child, self.matcher, looks), "margin-top": "0"}) for child in children)
        return "".join(xml.paragraph("".join(self._runs(child, own)), own) for child, own in held)


def _plain(text: str | None) -> str:
    """Text with every run of white space as one space; a space that must not break stays."""
    if not text:
        return ""
    words = " ".join(text.split(None) if "\u00a0" not in text else _words(text))
    if not words:
        return " " if text.strip(" \t\r\n") == "" and text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"


def _words(text: str) -> list[str]:
    return [word for word in text.replace("\n", " ").replace("\t", " ").split(" ") if word]


def _share(value: str | None, width: int) -> int:
    """A part of the width in per cent."""
    return round(width * float(value[:-1]) / 100) if value and value.endswith("%") else width // 2
