"""Bytes → blocks, by what the bytes are and not by what the file is called."""

from collections.abc import Callable

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.archive import open_archive
from planner.reading.formats.blocks import Block
from planner.reading.formats.excel import read_excel
from planner.reading.formats.plain import read_plain
from planner.reading.formats.separated import read_separated
from planner.reading.formats.word import read_word

LARGEST = 20 * 1024 * 1024  # bytes
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


def read_blocks(content: bytes, file_name: str) -> list[Block]:
    """The document's paragraphs and tables in order. Raises Refusal for what cannot be read."""
    if not content.strip():
        raise Refusal(N_("Tệp rỗng, không có nội dung."))
    if len(content) > LARGEST:
        raise Refusal(N_("Tệp quá lớn: tối đa %(most)d MB."), most=LARGEST // 1024 // 1024)
    return _reader(content, file_name)(content)


def _reader(content: bytes, file_name: str) -> Callable[[bytes], list[Block]]:
    if content.startswith(b"PK"):
        return _of_archive(content)
    if content.startswith(_OLE):
        raise Refusal(_about_old_office(content, file_name))
    if content.startswith(b"%PDF"):
        raise Refusal(N_("Chưa đọc được tệp PDF. Xin tải lên bản Word (.docx), Excel (.xlsx) hoặc văn bản (.txt)."))
    if content.startswith(_PICTURES):
        raise Refusal(
            N_("Tệp là ảnh, không phải văn bản. Xin tải lên bản Word (.docx), Excel (.xlsx) hoặc văn bản (.txt).")
        )
    if content.startswith(b"{\\rtf"):
        raise Refusal(N_("Chưa đọc được tệp RTF. Xin mở bằng Word và lưu thành .docx."))
    return read_separated if file_name.lower().endswith((".csv", ".tsv")) else read_plain


def _of_archive(content: bytes) -> Callable[[bytes], list[Block]]:
    names = set(open_archive(content).namelist())
    if "word/document.xml" in names or any(name.startswith("word/document") for name in names):
        return read_word
    if any(name.startswith("xl/workbook") for name in names):
        return read_excel
    raise Refusal(N_("Không nhận ra loại tệp. Xin tải lên bản Word (.docx), Excel (.xlsx) hoặc văn bản (.txt)."))


def _about_old_office(content: bytes, file_name: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return N_("Tệp có mật khẩu. Xin bỏ mật khẩu rồi tải lên.")
    if file_name.lower().endswith(".xls") or "Workbook".encode("utf-16-le") in content:
        return N_("Tệp Excel đời cũ (.xls) chưa đọc được. Xin mở bằng Excel và lưu thành .xlsx.")
    return N_("Tệp Word đời cũ (.doc) chưa đọc được. Xin mở bằng Word và lưu thành .docx.")
