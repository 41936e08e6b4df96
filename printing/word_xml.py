"""Paragraphs and tables of WordprocessingML (ECMA-376 part 1, 17.3 and 17.4), from the style sheet's properties."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from printing.word_styles import points, twips

Looks = Mapping[str, str]
FONT = "Times New Roman"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_ALIGN = {"center": "center", "justify": "both", "right": "right"}
LEVELS = {"h1": 0, "h2": 1, "h3": 2}


def run(text: str, looks: Looks, underlined: bool = False) -> str:
    """A piece of text in one look; a line end inside it breaks the line."""
    bold = "<w:b/>" if looks["font-weight"] in ("700", "bold") else ""
    italic = "<w:i/>" if looks["font-style"] == "italic" else ""
    size = round(2 * points(looks["font-size"]))
    under = '<w:u w:val="single"/>' if underlined or looks["text-decoration"] == "underline" else ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in text.split("\n"))
    parts = "<w:br/>".join(lines)
    return f'<w:r><w:rPr>{bold}{italic}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{under}</w:rPr>{parts}</w:r>'


def paragraph(runs: str, looks: Looks, tag: str = "p", rule: int = 0, dots: int = 0) -> str:
    """A paragraph; `rule` draws a line of nothing but itself that leaves so many twips free at both sides.

    `dots` fills what is left of a line, so many twips wide, for writing by hand.
    """
    keep = "<w:keepNext/>" if looks.get("break-after") == "avoid" else ""
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' if rule else ""
    before = twips(looks.get("margin-top")) + twips(looks.get("padding-top"))
    height = ' w:line="80" w:lineRule="exact"' if rule else ""
    indent = f'<w:ind w:left="{rule}" w:right="{rule}"/>' if rule else _indent(looks)
    side = _ALIGN.get(looks["text-align"], "")
    aligned = f'<w:jc w:val="{side}"/>' if side else ""
    level = f'<w:outlineLvl w:val="{LEVELS[tag]}"/>' if tag in LEVELS else ""
    spacing = f'<w:spacing w:before="{before}" w:after="{twips(looks.get("margin-bottom"))}"{height}/>'
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{dots}"/></w:tabs>' if dots else ""
    runs += "<w:r><w:tab/></w:r>" if dots else ""
    return f"<w:p><w:pPr>{keep}{border}{tab}{spacing}{indent}{aligned}{level}</w:pPr>{runs}</w:p>"


def space(height: int) -> str:
    """An empty line of a height in twips above a table, with which it stays: Word wants one between two tables."""
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{max(20, height)}" w:lineRule="exact"/>'
    return f"<w:p><w:pPr><w:keepNext/>{spacing}</w:pPr></w:p>"


def _indent(looks: Looks) -> str:
    first = twips(looks["text-indent"])
    return f'<w:ind w:firstLine="{first}"/>' if first else ""


def cell(content: str, width: int, *, span: int = 1, middle: bool = False, shade: str = "") -> str:
    """A cell of a width in twips; it always holds a paragraph."""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    aligned = '<w:vAlign w:val="center"/>' if middle else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{merged}{shade}{aligned}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content or '<w:p/>'}</w:tc>"


def row(cells: str, heading: bool = False) -> str:
    """A row that stays on one page; a heading is said again on every page."""
    repeated = "<w:tblHeader/>" if heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def table(rows: str, widths: Sequence[int], *, lines: bool, margin: int = 57) -> str:
    """A table of fixed widths in twips, with thin lines or with none."""
    kind = "single" if lines else "nil"
    borders = "".join(f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sides = f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{margin}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
