"""Fonts of a rich text file, and the code pages that their letters are written in."""

from codecs import lookup
from dataclasses import dataclass

_PAGES = {0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
          162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
          238: "cp1250"}  # fmt: skip


@dataclass(frozen=True)
class Font:
    name: str = ""
    page: str = ""


def page_of_letters(charset: int) -> str:
    """The code page of \\fcharset, or nothing where the document's own counts."""
    return known_page(_PAGES.get(charset, ""))


def known_page(page: str) -> str:
    try:
        return lookup(page).name
    except LookupError:
        return ""
