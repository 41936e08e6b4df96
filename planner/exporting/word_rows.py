"""The table of a Word document as WordprocessingML (ECMA-376 part 1, 17.4): quicker than one cell after the other."""

from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from planner.exporting.layout import COLUMNS

_SPACE = nsdecls("w")
_SIZE = 20  # half points
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table_frame() -> str:
    """A table of fixed widths with thin lines, without its rows."""
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in _SIDES)
    grid = "".join(f'<w:gridCol w:w="{_twips(column.width)}"/>' for column in COLUMNS)
    width = sum(_twips(column.width) for column in COLUMNS)
    return (
        f'<w:tbl {_SPACE}><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid></w:tbl>"
    )


def header_row() -> str:
    """The header, which Word repeats on every page."""
    cells = "".join(_cell(column.header, column.width, True, bold=True, shade=True) for column in COLUMNS)
    return f"<w:tr {_SPACE}><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def section_row(text: str) -> str:
    """A section's text over the whole width."""
    width = sum(column.width for column in COLUMNS)
    cell = _cell(text, width, False, bold=True, span=len(COLUMNS))
    return f"<w:tr {_SPACE}><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def work_row(cells: tuple[str, ...]) -> str:
    """One row of the plan."""
    made = "".join(_cell(text, c.width, c.centred) for c, text in zip(COLUMNS, cells, strict=True))
    return f"<w:tr {_SPACE}><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr>"


def page_number() -> str:
    """A field that Word fills in."""
    return f'<w:fldSimple {_SPACE} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'


def _cell(text: str, width: int, centred: bool, bold: bool = False, shade: bool = False, span: int = 1) -> str:
    paragraphs = "".join(_paragraph(line, centred, bold) for line in text.split("\n"))
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shaded = '<w:shd w:val="clear" w:color="auto" w:fill="F2EEE6"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{merged}{shaded}</w:tcPr>{paragraphs}</w:tc>'


def _paragraph(text: str, centred: bool, bold: bool) -> str:
    side = '<w:jc w:val="center"/>' if centred else ""
    weight = "<w:b/>" if bold else ""
    look = f'<w:rPr>{weight}<w:sz w:val="{_SIZE}"/></w:rPr>'
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{side}</w:pPr>{run}</w:p>"


def _twips(millimetres: int) -> int:
    return round(millimetres * 1440 / 25.4)
