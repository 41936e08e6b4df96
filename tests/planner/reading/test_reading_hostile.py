"""Files that mean harm: each is refused in one sentence, and soon, before it unfolds."""

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from documents import bytes_of_book, workbook
from effort import no_explosion
from raw_word import W

from planner.errors import Refusal
from planner.reading import read_document
from planner.reading.apart import read_document_apart

BODY = f'<w:document xmlns:w="{W}"><w:body>%s</w:body></w:document>'
ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>'
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + BODY % "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"
CELL, END = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
UNFOLDS = "quá nhiều dữ liệu"
OPEN_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def archive(**members: str | bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in members.items():
            out.writestr(name, content)
    return stream.getvalue()


def word(xml: str) -> bytes:
    return archive(**{"word/document.xml": xml})


def changed_book(ending: str, change: Callable[[bytes], bytes]) -> bytes:
    source = zipfile.ZipFile(BytesIO(bytes_of_book(workbook())))
    members = {name: source.read(name) for name in source.namelist()}
    return archive(**{name: change(data) if name.endswith(ending) else data for name, data in members.items()})


def open_document(body: str) -> bytes:
    content = f"<office:document-content {OPEN_NAMES}><office:body>{body}</office:body></office:document-content>"
    return archive(**{"META-INF/manifest.xml": "<a/>", "content.xml": content})


def understated() -> bytes:
    """An archive whose directory says less than its member holds."""
    content = bytearray(word(BODY % "<w:p/>" + " " * 1_000_000))
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = (500).to_bytes(4, "little")
    return bytes(content)


def pdf(*objects: bytes) -> bytes:
    """A PDF of one page; the fourth object is what is written on it."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    head = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page)
    out, places = b"%PDF-1.5\n", []
    for n, each in enumerate((*head, *objects), start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, each)
    lines = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\n" % (size, lines, size)
    return out + table + b"startxref\n%d\n%%%%EOF" % len(out)


def stream(data: bytes, said: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), said, data)


PACKED = zlib.compress(b"\0" * 40_000_000, 9)
STROKES = zlib.compress(b"".join(b"%d 0 m %d 9 l S " % (n % 600, n % 600) for n in range(25_000)))
MANY_TABLES = "".join(f"{CELL}<w:p><w:r><w:t>{n}</w:t></w:r></w:p>{END}" for n in range(600))
MANY_LINES = "".join(f"<w:p><w:r><w:t>{n}</w:t></w:r></w:p>" for n in range(25_000))
MANY_CELLS = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
MANY_ROWS = (
    '<office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000">'
    f"{MANY_CELLS}</table:table-row></table:table></office:spreadsheet>"
)
DEEP_SHEET = b"</sheetData>" + b"<a>" * 50_000 + b"</a>" * 50_000
MANY_STYLES = b'<xf numFmtId="1"/>' * 600_000 + b"</cellXfs>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
MANY_PAGES = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"

HOSTILE: dict[str, tuple[bytes, str]] = {
    "a Word file that unfolds": (word(BODY % ("<w:p/>" * 9_000_000)), UNFOLDS),
    "a picture that unfolds": (
        archive(**{"word/document.xml": BODY % "", "word/media/a.bmp": bytes(90_000_000)}),
        UNFOLDS,
    ),
    "a directory that says too little": (understated(), "bị hỏng"),
    "entities in entities": (word(ENTITIES), "DOCTYPE"),
    "an entity from outside": (word(OUTSIDE), "DOCTYPE"),
    "tables in tables without end": (word(BODY % (CELL * 100_000 + END * 100_000)), "bị hỏng"),
    "tables without number": (word(BODY % MANY_TABLES), "quá nhiều bảng"),
    "paragraphs without number": (word(BODY % MANY_LINES), "dài hơn nhiều"),
    "a sheet of deep elements": (
        changed_book("sheet1.xml", lambda data: data.replace(b"</sheetData>", DEEP_SHEET)),
        "bị hỏng",
    ),
    "styles that unfold": (changed_book("styles.xml", lambda data: data.replace(b"</cellXfs>", MANY_STYLES)), UNFOLDS),
    "rows repeated without end": (open_document(MANY_ROWS), "hơn 20000 dòng"),
    "sections in sections": (open_document("<text:section>" * 50_000 + "</text:section>" * 50_000), "bị hỏng"),
    "a page of spans": (
        b"<table>" + b"<tr><td rowspan=20000 colspan=64>x</td></tr>" * 9_000 + b"</table>",
        "dài hơn nhiều",
    ),
    "a cell without end": (
        ("STT\tNội dung\tThời gian\n1\t" + "họp " * 20_000 + "\tTháng 3\n").encode(),
        "dài hơn nhiều",
    ),
    "a PDF that unfolds": (pdf(stream(PACKED, b"/Filter/FlateDecode")), UNFOLDS),
    "a PDF that unfolds twice": (pdf(stream(zlib.compress(PACKED), b"/Filter[/FlateDecode /FlateDecode]")), UNFOLDS),
    "a PDF of strokes": (pdf(stream(STROKES, b"/Filter/FlateDecode")), "quá nhiều nét vẽ"),
    "a PDF with too many pages": (pdf(stream(b""), *[MANY_PAGES] * 2_000), "quá nhiều trang"),
    "a PDF that draws itself": (pdf(stream(b"/X Do"), stream(b"/X Do", FORM)), "không có chữ nào"),
    "a PDF whose page is no size": (pdf(stream(b"")).replace(b"595 842", b"1e30 1e3"), "PDF bị hỏng"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_it_is_refused_in_one_sentence_and_soon(case: str) -> None:
    content, reason = HOSTILE[case]
    with no_explosion(), pytest.raises(Refusal, match=reason) as refusal:
        read_document(content, "a")
    assert "\n" not in str(refusal.value)


def test_a_million_declared_rows_cost_nothing_and_hide_none() -> None:
    rows = b"".join(b'<row r="%d"/>' % n for n in range(12, 200_000))
    content = changed_book("sheet1.xml", lambda data: data.replace(b"</sheetData>", rows + b"</sheetData>"))
    with no_explosion():
        assert len(read_document(content, "a.xlsx").rows) == 6


UNFOLDING = [case for case, (_, reason) in HOSTILE.items() if reason == UNFOLDS]


@pytest.mark.parametrize("case", UNFOLDING)
def test_what_unfolds_is_refused_before_a_process_is_started_for_it(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.reading.apart._run", lambda *_: pytest.fail("a process was started"))
    with pytest.raises(Refusal, match=UNFOLDS):
        read_document_apart(HOSTILE[case][0], "a")


def test_rows_behind_the_last_that_is_read_are_asked_about() -> None:
    row = '<row r="%d"><c r="B%d"><v>7</v></c></row>'
    content = changed_book(
        "sheet1.xml", lambda data: data.replace(b"</sheetData>", (row % (20_001, 20_001)).encode() + b"</sheetData>")
    )
    assert "dài hơn 20000 dòng" in " ".join(read_document(content, "a.xlsx").questions)
    content = changed_book("sheet1.xml", lambda data: data.replace(b"</sheetData>", b'<row r="20001"/></sheetData>'))
    assert "dài hơn" not in " ".join(read_document(content, "a.xlsx").questions)
