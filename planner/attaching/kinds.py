"""What a file is, told by its bytes and never by its name; what is in no list is not taken."""

import re
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."
TEXT_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MARKUP = re.compile(rb"^\s*<(?:!doctype|html|svg|script|\?xml)", re.IGNORECASE)


class Kind(NamedTuple):
    """A media type and the endings that its files bear; the first is given to a file without one of them."""

    media_type: str
    endings: tuple[str, ...]


PDF = Kind("application/pdf", ("pdf",))
WORD, EXCEL, SLIDES = (
    Kind(f"{OFFICE}{name}", (ending,))
    for name, ending in (
        ("wordprocessingml.document", "docx"), ("spreadsheetml.sheet", "xlsx"), ("presentationml.presentation", "pptx"),
    )
)  # fmt: skip
OLD_OFFICE = Kind("application/x-ole-storage", ("doc", "xls", "ppt"))
PLAIN = Kind("text/plain", ("txt", "csv"))

# The first bytes (RFC 6838 names the types), at an offset.
SIGNS: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"%PDF-", PDF),
    (0, b"\xff\xd8\xff", Kind("image/jpeg", ("jpg", "jpeg"))),
    (0, b"\x89PNG\r\n\x1a\n", Kind("image/png", ("png",))),
    (0, b"GIF8", Kind("image/gif", ("gif",))),
    (8, b"WEBP", Kind("image/webp", ("webp",))),
    (4, b"ftyphei", Kind("image/heic", ("heic", "heif"))),
    (4, b"ftypmif1", Kind("image/heic", ("heic", "heif"))),
    (0, b"II*\x00", Kind("image/tiff", ("tif", "tiff"))),
    (0, b"MM\x00*", Kind("image/tiff", ("tif", "tiff"))),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (0, b"{\\rtf", Kind("application/rtf", ("rtf", "doc"))),
)
INSIDE = (("word/document.xml", WORD), ("xl/workbook.xml", EXCEL), ("ppt/presentation.xml", SLIDES))
OPEN_KINDS = {
    f"{OPEN}text": Kind(f"{OPEN}text", ("odt",)),
    f"{OPEN}spreadsheet": Kind(f"{OPEN}spreadsheet", ("ods",)),
    f"{OPEN}presentation": Kind(f"{OPEN}presentation", ("odp",)),
}
ENDINGS = tuple(
    dict.fromkeys(
        ending
        for kind in (*(kind for _at, _sign, kind in SIGNS), WORD, EXCEL, SLIDES, *OPEN_KINDS.values(), PLAIN)
        for ending in kind.endings
    )
)


def kind_of(content: bytes) -> Kind | None:
    """What the bytes are; None for what is not taken: programs, pages with scripts, archives, documents with macros."""
    for at, sign, kind in SIGNS:
        if content[at : at + len(sign)] == sign:
            return kind
    return _zipped(content) if content[:4] == b"PK\x03\x04" else _text(content)


def _zipped(content: bytes) -> Kind | None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            if any(name.endswith("vbaProject.bin") for name in names):
                return None
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                return OPEN_KINDS.get(archive.read("mimetype").decode("ascii", "replace").strip())
    except (BadZipFile, OSError, ValueError, RuntimeError):  # RuntimeError: locked by a password, or packed unusually
        return None
    return next((kind for name, kind in INSIDE if name in names), None)


def _text(content: bytes) -> Kind | None:
    if not content or TEXT_CONTROL.search(content) or MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")):
        return None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return PLAIN
