"""What a file is, by its bytes and not by what it is called."""

import re
from collections.abc import Callable
from importlib import import_module

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.archive import open_archive
from planner.reading.formats.blocks import Block

Reader = Callable[[bytes], list[Block]]

# Kind → module and function. A reader is imported when a file needs it: their libraries take long to load.
_READERS = {
    "word": ("word", "read_word"),
    "excel": ("excel", "read_excel"),
    "old word": ("old_word", "read_old_word"),
    "old excel": ("old_excel", "read_old_excel"),
    "open document": ("open_document", "read_open_document"),
    "pdf": ("pdf", "read_pdf"),
    "separated": ("separated", "read_separated"),
    "web": ("web", "read_web"),
    "plain": ("plain", "read_plain"),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
# Office systems also call a web page with a table .xls or .doc.
_MARKUP = re.compile(
    rb"(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(<\?xml[^>]*>\s*)?(<!--.{0,1000}?-->\s*)*"
    rb"<(!doctype\s+html|html|head|body|meta|table|div|p|h[1-6])[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_UNKNOWN = N_("Không nhận ra loại tệp. Xin tải lên bản Word (.docx), Excel (.xlsx) hoặc văn bản (.txt).")


def reader_of(content: bytes, file_name: str) -> Reader:
    """The function that reads such a file. Raises Refusal for a kind that cannot be read."""
    module, function = _READERS[kind_of(content, file_name)]
    reader: Reader = getattr(import_module(f"planner.reading.formats.{module}"), function)
    return reader


def kind_of(content: bytes, file_name: str) -> str:
    """The kind, one of the readers'. Raises Refusal for a kind that cannot be read."""
    if content.startswith(b"PK"):
        return _of_archive(content)
    if content.startswith(_OLE):
        return _of_old_office(content, file_name)
    if content.startswith(b"%PDF"):
        return "pdf"
    if content.startswith(_PICTURES):
        raise Refusal(
            N_("Tệp là ảnh, không phải văn bản. Xin tải lên bản Word (.docx), Excel (.xlsx) hoặc văn bản (.txt).")
        )
    if content.startswith(b"{\\rtf"):
        raise Refusal(N_("Chưa đọc được tệp RTF. Xin mở bằng Word và lưu thành .docx."))
    if _MARKUP.match(content[:2048].replace(b"\0", b"")) or file_name.lower().endswith((".html", ".htm")):
        return "web"
    return "separated" if file_name.lower().endswith((".csv", ".tsv")) else "plain"


def _of_archive(content: bytes) -> str:
    names = set(open_archive(content).namelist())
    if "word/document.xml" in names or any(name.startswith("word/document") for name in names):
        return "word"
    if any(name.startswith("xl/workbook") for name in names):
        return "excel"
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "open document"
    raise Refusal(_UNKNOWN)


def _of_old_office(content: bytes, file_name: str) -> str:
    """Old Word and Excel files are told apart by the streams that they hold."""
    if _utf16("EncryptedPackage") in content:
        raise Refusal(N_("Tệp có mật khẩu. Xin bỏ mật khẩu rồi tải lên."))
    if _utf16("WordDocument") not in content and (
        _utf16("Workbook") in content or _utf16("Book") in content or file_name.lower().endswith(".xls")
    ):
        return "old excel"
    return "old word"


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
