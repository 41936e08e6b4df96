"""Bad files get one clear sentence, soon, and never anything else."""

import random
import zipfile
from io import BytesIO

import docx
import pytest
from documents import ROWS, bytes_of, bytes_of_book, flattened, simple_word, word_plan, workbook
from effort import no_explosion
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.errors import Refusal
from planner.reading import read_document

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 200
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def archive(**members: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in members.items():
            out.writestr(name, content)
    return stream.getvalue()


def without_table() -> bytes:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH CÔNG TÁC NĂM 2026")
    document.add_paragraph("1. Tổ chức hội nghị.")
    return bytes_of(document)


def deep() -> bytes:
    tree = b"<w:p>" * 5000 + b"</w:p>" * 5000
    return archive(**{"word/document.xml": b'<w:document xmlns:w="x"><w:body>' + tree + b"</w:body></w:document>"})


BAD = {
    "empty": (b"", "a.docx", "Tệp rỗng"),
    "blank": (b" \n\t ", "a.txt", "Tệp rỗng"),
    "random bytes": (random.Random(7).randbytes(5000), "a.txt", "Không đọc được tệp"),
    "random bytes named docx": (random.Random(8).randbytes(5000), "a.docx", "Không đọc được tệp"),
    "picture named docx": (PNG, "a.docx", "Tệp là ảnh"),
    "pdf": (b"%PDF-1.7\n%abc", "a.docx", "PDF"),
    "rtf": (b"{\\rtf1 }", "a.doc", "RTF"),
    "rtf too deep": (b"{\\rtf1 " + b"{" * 100_000, "a.rtf", "RTF"),
    "old Excel": (OLE, "a.xls", "Tệp Excel bị hỏng"),
    "with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "mật khẩu"),
    "some archive": (archive(**{"a.txt": b"x"}), "a.docx", "Không nhận ra loại tệp"),
    "half a docx": (word_plan()[:4000], "a.docx", "bị hỏng"),
    "docx of nonsense": (archive(**{"word/document.xml": b"<a>"}), "a.docx", "Tệp Word bị hỏng"),
    "docx too deep": (deep(), "a.docx", "Tệp Word bị hỏng"),
    "xlsx of nonsense": (archive(**{"xl/workbook.xml": b"<a>"}), "a.xlsx", "Tệp Excel bị hỏng"),
    "docx without a table": (without_table(), "a.docx", "chỉ có phần lời văn"),
    "docx with another table": (
        simple_word(("Đơn vị", "Tổng số"), ("Hội A", "3")),
        "a.docx",
        "không bảng nào có các cột",
    ),
    "text without a table": ("Kính gửi các đồng chí.".encode(), "a.txt", "chỉ có phần lời văn"),
    "archive that unfolds": (archive(**{"word/document.xml": b" " * 50_000_000}), "a.docx", "quá nhiều dữ liệu"),
    "too many members": (archive(**{f"word/document{n}": b"" for n in range(3000)}), "a.docx", "quá nhiều dữ liệu"),
    "20 MB of text": (b"a\n" * 10_000_000, "a.txt", "quá lớn"),
    "over 20 MB": (b"a" * (20 * 1024 * 1024 + 1), "a.txt", "quá lớn"),
    "too many lines": (b"a\n" * 250_000, "a.txt", "quá nhiều dòng"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_its_reason_within_a_second(case: str) -> None:
    content, name, reason = BAD[case]
    with no_explosion(), pytest.raises(Refusal) as refusal:
        read_document(content, name)
    assert reason in str(refusal.value)


@settings(max_examples=120, deadline=2000)
@given(st.integers(0, 10_000), st.integers(0, 255), st.sampled_from(["docx", "xlsx", "txt"]))
def test_one_wrong_byte_gives_a_plan_or_a_sentence(place: int, value: int, ending: str) -> None:
    content = bytearray(SOUND[ending])
    content[place * len(content) // 10_001] = value
    only_refusals(bytes(content), f"a.{ending}")


@settings(max_examples=120, deadline=2000)
@given(st.lists(st.text(alphabet="\t\n|;123IVaáTHÁNGthángố.-/“ ", max_size=40), max_size=30))
def test_any_text_gives_a_plan_or_a_sentence(lines: list[str]) -> None:
    only_refusals(("Số TT\tNội dung\tĐơn vị\tThời gian năm 2026\n" + "\n".join(lines)).encode(), "a.txt")
    only_refusals(("\tSố TT\n" + "\n".join(lines)).encode(), "a.txt")
    only_refusals(("STT\nNội dung\nTrình\n1\n" + "\n".join(lines)).encode(), "năm 2026.txt")


SOUND = {"docx": word_plan(), "xlsx": bytes_of_book(workbook()), "txt": flattened().encode()}


def only_refusals(content: bytes, name: str) -> None:
    try:
        plan = read_document(content, name)
    except Refusal as refusal:
        assert str(refusal)
    else:
        assert plan.rows or plan.outline


def test_a_thousand_rows_take_no_more_than_two_seconds() -> None:
    rows = [(str(n), *ROWS[n % len(ROWS)][1:]) for n in range(1, 1001)]
    book = bytes_of_book(workbook(rows))
    text = flattened(rows).encode()
    for content, name in ((book, "a.xlsx"), (text, "a.txt")):
        with no_explosion():
            assert len(read_document(content, name).rows) == 1000
