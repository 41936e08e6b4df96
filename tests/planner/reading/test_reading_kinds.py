"""A file is what its bytes are, whatever it is called."""

import quopri
from io import BytesIO

import pytest
import xlwt
from documents import NUMBERS, ROWS, bytes_of_book, tabbed, word_plan, workbook
from old_word import old_word
from raw_word import raw_word
from rich_text import rich_text

from planner.errors import Refusal
from planner.reading import read_document
from planner.reading.formats.kinds import kind_of

HEADER = ("Số TT", "Nội dung công việc", "Bộ phận tham mưu", "Trình", "Thực hiện")
LINES = ["".join(f"<td>{cell}</td>" for cell in row) for row in (HEADER, *ROWS)]
PAGE = (
    '<html><head><meta charset="utf-8"><title>x</title></head><body><p>KẾ HOẠCH CÔNG TÁC NĂM 2026</p><table>'
    f"{''.join(f'<tr>{line}</tr>' for line in LINES)}</table></body></html>"
)


def old_book() -> bytes:
    book, stream = xlwt.Workbook(), BytesIO()
    sheet = book.add_sheet("Kế hoạch năm 2026")
    for n, row in enumerate((("KẾ HOẠCH NĂM 2026",), HEADER, *ROWS)):
        for column, cell in enumerate(row):
            sheet.write(n, column, cell)
    book.save(stream)
    return stream.getvalue()


def single_file(page: str = PAGE, kind: str = "text/html") -> bytes:
    """A page as Word's "Single File Web Page" writes it."""
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_X"\r\n\r\nThis is a page.\r\n\r\n'
    part = f'------=_X\r\nContent-Type: {kind}; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    picture = b"\r\n------=_X\r\nContent-Type: image/png\r\n\r\nAAAA\r\n------=_X--\r\n"
    return head + part.encode() + quopri.encodestring(page.encode()) + picture


SOUND = {
    "docx": word_plan(),
    "xlsx": bytes_of_book(workbook()),
    "doc": old_word(["KẾ HOẠCH CÔNG TÁC NĂM 2026"], [HEADER, *ROWS]),
    "xls": old_book(),
    "html": PAGE.encode(),
    "mht": single_file(),
    "rtf": rich_text(HEADER, *ROWS),
    "txt": tabbed(HEADER, *ROWS).encode(),
}


@pytest.mark.parametrize("kind", SOUND)
@pytest.mark.parametrize("name", ["a.doc", "a.xls", "a.docx", "a.pdf", "kế hoạch"])
def test_the_name_does_not_count(kind: str, name: str) -> None:
    assert [row.number for row in read_document(SOUND[kind], name).rows] == NUMBERS


def test_an_old_file_that_holds_one_of_the_other_kind_goes_by_its_name() -> None:
    streams = "".join(("WordDocument", "Workbook")).encode("utf-16-le")
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + streams
    assert (kind_of(content, "a.doc"), kind_of(content, "A.XLS")) == ("old word", "old excel")


REFUSED = {
    "xml of Excel 2003": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "bản XML"),
    "broken rich text": (b"{\\rtf1\\ansi }}}", "RTF"),
    "slides": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "PowerPoint Document".encode("utf-16-le"),
        "Không nhận ra loại tệp",
    ),
    "a mail without a page": (single_file("chữ", "text/plain"), "Trang web bị hỏng"),
    "a mail that begins and ends": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "bị hỏng"),
    "a web page without a plan": (b"<html><p>abc</p></html>", "chỉ có phần lời văn"),
    "an empty Word file": (raw_word(title=""), "không có chữ nào"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_says_why(case: str) -> None:
    content, reason = REFUSED[case]
    with pytest.raises(Refusal, match=reason):
        read_document(content, "a.doc")
