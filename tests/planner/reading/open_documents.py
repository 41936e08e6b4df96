"""Builders of OpenDocument files: their XML is written out, since that is what has to be read."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from documents import ATTACHED, HEADER, ROWS, TITLE, Row

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "style", "table", "text")
)
TALL = HEADER[:3]
COVERED = "<table:covered-table-cell/>"
HEADER_ROWS = (
    "<table:table-header-rows><table:table-row>"
    + "".join(f'<table:table-cell table:number-rows-spanned="2"><text:p>{t}</text:p></table:table-cell>' for t in TALL)
    + f'<table:table-cell table:number-columns-spanned="2"><text:p>THỜI GIAN</text:p></table:table-cell>{COVERED}'
    + f"</table:table-row><table:table-row>{COVERED * 3}<table:table-cell><text:p>Trình</text:p></table:table-cell>"
    "<table:table-cell><text:p>Thực hiện</text:p></table:table-cell></table:table-row></table:table-header-rows>"
)  # fmt: skip


def cell(text: str, attributes: str = "") -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f"<table:table-cell {attributes}>{lines if text else ''}</table:table-cell>"


def row(cells: Sequence[str], attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def rows_of(rows: Sequence[Row] = ROWS) -> list[str]:
    return [row([cell(text) for text in texts]) for texts in rows]


def packed(body: str, kind: str, styles: str = "", manifest: str = "", before: str = "") -> bytes:
    stream = BytesIO()
    content = (
        f'<?xml version="1.0"?>{before}<office:document-content {NAMES}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        out.writestr("content.xml", content)
        out.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return stream.getvalue()


def table(*rows: str, attributes: str = 'table:name="Kế hoạch"') -> str:
    return f"<table:table {attributes}>{HEADER_ROWS}{''.join(rows or rows_of())}</table:table>"


def text_document(*rows: str, above: str = "", **parts: str) -> bytes:
    heading = "".join(f"<text:p>{text}</text:p>" for text in (*TITLE, ATTACHED))
    return packed(heading + above + table(*rows), "text", **parts)


def spreadsheet(*rows: str, more: str = "", **parts: str) -> bytes:
    merged = f'<table:table-cell table:number-columns-spanned="5"><text:p>%s</text:p></table:table-cell>{COVERED * 4}'
    heading = "".join(row([merged % text]) for text in (" ".join(TITLE), ATTACHED))
    filler = row([cell("", 'table:number-columns-repeated="16384"')], 'table:number-rows-repeated="1048000"')
    body = table(*rows).replace("<table:table-header-rows>", heading + "<table:table-header-rows>", 1)
    return packed(more + body.replace("</table:table>", filler + "</table:table>"), "spreadsheet", **parts)
