"""Guards for files that are zip archives inside (.docx, .xlsx): they come from outside."""

import zipfile
import zlib
from contextlib import suppress
from io import BytesIO

from planner.errors import Refusal
from planner.language import N_

MEMBERS = 2_000
UNPACKED = 120 * 1024 * 1024  # bytes, all members together
XML = 40 * 1024 * 1024  # bytes, one XML member: more than 10,000 rows of a plan as Word writes them
STYLES = 8 * 1024 * 1024  # bytes of styles, each of which costs many times its size in memory
# How zipfile, lxml, expat, python-docx and openpyxl tell of a broken file: in every way there is.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    SyntaxError,
    OSError,
    EOFError,
    RuntimeError,
    AssertionError,
)
_ENTRY = b"PK\x01\x02"  # how each entry of the directory begins
RATIO = 200  # a member that unfolds further than this is no office document


def open_archive(content: bytes) -> zipfile.ZipFile:
    """The archive, checked by its directory alone: nothing is unpacked yet.

    A member cannot give more bytes than its directory entry says, since zipfile stops there.
    Raises Refusal for a damaged archive and for one that unfolds to far more than its size.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except DAMAGE as error:
        raise Refusal(N_("Tệp bị hỏng, không mở được. Xin mở bằng Word hoặc Excel, lưu lại rồi tải lên.")) from error
    members = archive.infolist()
    if len(members) > MEMBERS or sum(m.file_size for m in members) > UNPACKED or any(map(_swollen, members)):
        raise _unfolds()
    if any(member.flag_bits & 1 for member in members):
        raise Refusal(N_("Tệp có mật khẩu. Xin bỏ mật khẩu rồi tải lên."))
    return archive


def refuse_unfolding_archive(content: bytes) -> None:
    """Raises Refusal as `open_archive` does for too much data; a damaged archive passes."""
    if content.count(_ENTRY) > MEMBERS:
        raise _unfolds()
    with suppress(*DAMAGE):
        members = zipfile.ZipFile(BytesIO(content)).infolist()
        if sum(m.file_size for m in members) > UNPACKED or any(map(_swollen, members)):
            raise _unfolds()


def _unfolds() -> Refusal:
    return Refusal(N_("Tệp nén chứa quá nhiều dữ liệu so với một bảng kế hoạch nên không được mở."))


def _swollen(member: zipfile.ZipInfo) -> bool:
    most = STYLES if member.filename.endswith("styles.xml") else XML
    if member.filename.endswith((".xml", ".rels")) and member.file_size > most:
        return True
    return member.file_size > 4 * 1024 * 1024 and member.file_size > RATIO * max(member.compress_size, 1)


def refuse_entities(archive: zipfile.ZipFile, only: str | None = None) -> None:
    """Office documents have no document type; one that brings it means harm (entities).

    With `only` that one member is looked at: old OpenOffice writes a document type into others. Raises Refusal.
    """
    for member in archive.infolist():
        if (
            only in (None, member.filename)
            and member.filename.endswith((".xml", ".rels"))
            and _has_doctype(archive, member)
        ):
            raise Refusal(N_("Tệp chứa khai báo lạ (DOCTYPE) không có trong văn bản Word hay Excel nên không được mở."))


def _has_doctype(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    try:
        with archive.open(member) as stream:
            start = stream.read(64 * 1024)
    except DAMAGE as error:
        raise Refusal(N_("Tệp bị hỏng, không mở được. Xin mở bằng Word hoặc Excel, lưu lại rồi tải lên.")) from error
    return b"<!DOCTYPE" in start.replace(b"\0", b"").upper()
