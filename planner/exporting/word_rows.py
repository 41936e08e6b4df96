"""The table of a Word document as WordprocessingML (ECMA-376 part 1, 17.4): quicker than one cell after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from planner.exporting.layout import WrittenColumn

Columns = Sequence[WrittenColumn]

_SPACE = nsdecls("w")
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_SIZES = ((20, 18.2), (18, 16.6), (16, 0))  # half points, and the millimetres that a day of such figures needs


@dataclass(frozen=True)
class _Look:
    """How a cell's letters look; `size` in half points."""

    size: int
    centred: bool = False
    bold: bool = False
    stays: bool = False  # on the page of the row below


def table_frame(columns: Columns) -> str:
    """A table of fixed widths with thin lines, without its rows."""
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in _SIDES)
    grid = "".join(f'<w:gridCol w:w="{_twips(column.width)}"/>' for column in columns)
    width = sum(_twips(column.width) for column in columns)
    return (
        f'<w:tbl {_SPACE}><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid></w:tbl>"
    )


def letters(columns: Columns) -> int:
    """The size of the table's letters in half points: as large as leaves a day on one line."""
    day = columns[-2].width  # the day when the work was done
    return next(size for size, needed in _SIZES if day >= needed)


def header_row(columns: Columns) -> str:
    """The header, which Word repeats on every page."""
    look = _Look(letters(columns), centred=True, bold=True)
    cells = "".join(_cell(column.header, column.width, look, shade=True) for column in columns)
    return f"<w:tr {_SPACE}><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def section_row(text: str, columns: Columns) -> str:
    """A section's text over the whole width."""
    width = sum(column.width for column in columns)
    cell = _cell(text, width, _Look(letters(columns), bold=True, stays=True), span=len(columns))
    return f"<w:tr {_SPACE}><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def work_row(cells: tuple[str, ...], columns: Columns) -> str:
    """One row of the plan."""
    size = letters(columns)
    made = "".join(_cell(text, c.width, _Look(size, c.centred)) for c, text in zip(columns, cells, strict=True))
    return f"<w:tr {_SPACE}><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr>"


def page_number() -> str:
    """A field that Word fills in."""
    return f'<w:fldSimple {_SPACE} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'


def _cell(text: str, width: float, look: _Look, shade: bool = False, span: int = 1) -> str:
    paragraphs = "".join(_paragraph(line, look) for line in text.split("\n"))
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shaded = '<w:shd w:val="clear" w:color="auto" w:fill="F2EEE6"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{merged}{shaded}</w:tcPr>{paragraphs}</w:tc>'


def _paragraph(text: str, look: _Look) -> str:
    place = ("<w:keepNext/>" if look.stays else "") + ('<w:jc w:val="center"/>' if look.centred else "")
    weight = "<w:b/>" if look.bold else ""
    size = f'<w:rPr>{weight}<w:sz w:val="{look.size}"/></w:rPr>'
    run = f'<w:r>{size}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{place}</w:pPr>{run}</w:p>"


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)
