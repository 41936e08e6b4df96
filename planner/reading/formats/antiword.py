"""Word files from before 1997 through antiword, where that is installed: its DocBook keeps tables and widths."""

import shutil
import subprocess
from collections.abc import Iterator
from itertools import accumulate, pairwise
from tempfile import NamedTemporaryFile
from typing import Any

from lxml import etree

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.blocks import Block, Grid, Paragraph
from planner.reading.formats.edges import places_of
from planner.reading.formats.limits import bounded
from planner.reading.formats.spans import Cell, SpanGrid
from planner.reading.notes import Note
from planner.text import clean

_PROGRAM = "antiword"
_SECONDS = 30
_TABLES = 500
_NEAR = 3.0  # points


def read_by_antiword(content: bytes) -> list[Block]:
    """The document's paragraphs and tables. Raises Refusal for a damaged or locked file, and without antiword."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, load_dtd=False, no_network=True)
    root = etree.fromstring(_docbook(content), parser)
    blocks = bounded(_blocks(root)) if root is not None else []
    if not blocks:
        raise Refusal(N_("Tệp Word bị hỏng, không đọc được. Xin mở bằng Word, lưu lại rồi tải lên."))
    return blocks


def _docbook(content: bytes) -> bytes:
    program = shutil.which(_PROGRAM)
    if program is None:
        raise Refusal(N_("Tệp Word đời cũ (.doc) chưa đọc được trên máy chủ này. Xin mở bằng Word và lưu thành .docx."))
    with NamedTemporaryFile(suffix=".doc") as file:
        file.write(content)
        file.flush()
        try:
            done = subprocess.run([program, "-x", "db", file.name], capture_output=True, timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            raise Refusal(N_("Tệp đọc quá lâu nên đã dừng. Xin mở bằng Word và lưu thành .docx.")) from None
    if b"encrypted" in done.stderr.lower():
        raise Refusal(N_("Tệp có mật khẩu. Xin bỏ mật khẩu rồi tải lên."))
    if done.returncode != 0 or not done.stdout.strip():
        raise Refusal(N_("Tệp Word bị hỏng, không đọc được. Xin mở bằng Word, lưu lại rồi tải lên."))
    return done.stdout


def _blocks(root: Any) -> Iterator[Block]:
    tables = paragraphs = 0
    for element in root.iter("para", "title", "informaltable"):
        if element.tag == "informaltable":
            tables += 1
            if tables > _TABLES:
                raise Refusal(N_("Tệp có quá nhiều bảng (hơn %(most)d) nên không được đọc."), most=_TABLES)
            yield _grid(element, tables)
        elif next(element.iterancestors("informaltable"), None) is None and (text := _text(element)):
            paragraphs += 1
            yield Paragraph(text, Note(N_("Đoạn %(number)d"), number=paragraphs))


def _text(element: Any) -> str:
    """The words of a paragraph or a cell; antiword ends a cell's paragraphs with a line end."""
    pieces = element.xpath(".//text()[not(ancestor::informaltable)]") if element.tag != "entry" else element.itertext()
    lines = "".join(pieces).split("\n")
    return clean("\n".join(filter(None, (line.strip() for line in lines))))


def _grid(table: Any, number: int) -> Grid:
    """Rows with other columns than those above are a group of their own: the edges of all groups make the grid."""
    spans = SpanGrid(Grid(name=Note(N_("Bảng %(number)d"), number=number)))
    groups = [(group, _edges(group)) for group in table.iterchildren("tgroup")]
    places = places_of({edge for _, edges in groups for edge in edges}, _NEAR)
    for group, edges in groups:
        reach = [places[right] - places[left] for left, right in pairwise(edges)]
        for row in group.iter("row"):
            n = len(spans.grid.rows) + 1
            cells = [
                Cell(_text(entry), max(across, 1))
                for entry, across in zip(row.iterchildren("entry"), reach, strict=False)
            ]
            spans.add(cells, Note(N_("Bảng %(table)d, dòng %(row)d"), table=number, row=n))
    return spans.grid


def _edges(group: Any) -> list[float]:
    """Where the group's columns begin and end, in points."""
    widths = (column.get("colwidth") or "" for column in group.iterchildren("colspec"))
    return list(accumulate((float(width.removesuffix("pt") or 0) for width in widths), initial=0.0))
