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
    "rich text": ("rich_text", "read_rich_text"),
    "separated": ("separated", "read_separated"),
    "web": ("web", "read_web"),
    "mail": ("mail_page", "read_mail_page"),
    "plain": ("plain", "read_plain"),
}
_STREAMS = (("WordDocument",), ("Workbook", "Book"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
# Office systems also call a web page with a table .xls or .doc.
_MARKUP = re.compile(
    rb"(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(<\?xml[^>]*>\s*)?(<!--.{0,1000}?-->\s*)*"
    rb"<(!doctype\s+html|html|head|body|meta|table|div|p|h[1-6])[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_HEADER_LINE = re.compile(rb"\s*[\w-]+:")
_XML = re.compile(rb"(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<\?(xml|mso-application)\b", re.IGNORECASE)
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
    if content[:64].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"{\\rtf"):
        return "rich text"
    return _of_text(content, file_name.lower())


def _of_text(content: bytes, name: str) -> str:
    start = content[:8192].replace(b"\0", b"")
    if _HEADER_LINE.match(start) and b"mime-version:" in start[:2048].lower():
        return "mail"  # a "Single File Web Page", often called .doc
    if _MARKUP.match(start[:2048]) or (name.endswith((".html", ".htm")) and b"<" in start):
        return "web"
    if _XML.match(start):
        raise Refusal(N_("Tệp là bản XML của Office. Xin mở bằng Word hoặc Excel, lưu lại thành .docx hoặc .xlsx."))
    return "separated" if name.endswith((".csv", ".tsv")) or _is_separated(start) else "plain"


def _is_separated(start: bytes) -> bool:
    """Whether nearly every line holds cells between semicolons."""
    lines = [line for line in start.splitlines()[:50] if line.strip()]
    return len(lines) > 2 and sum(line.count(b";") > 2 for line in lines) * 10 > len(lines) * 7


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
    """Old Word and Excel files are told apart by the streams that they hold; one may hold the other."""
    if _utf16("EncryptedPackage") in content:
        raise Refusal(N_("Tệp có mật khẩu. Xin bỏ mật khẩu rồi tải lên."))
    has_word, has_excel = (any(_utf16(name) in content for name in names) for names in _STREAMS)
    if not has_word and not has_excel and _utf16("PowerPoint Document") in content:
        raise Refusal(_UNKNOWN)
    if has_word == has_excel:
        return "old excel" if file_name.lower().endswith(".xls") else "old word"
    return "old excel" if has_excel else "old word"


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
