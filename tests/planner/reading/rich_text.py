"""A builder of rich text: letters of Vietnam as Word writes them, a table as rows of cells with their edges."""

from collections.abc import Sequence

from documents import Row


def escaped(text: str) -> str:
    return "".join(rf"\u{ord(sign)}?" if ord(sign) > 127 else sign for sign in text).replace("\n", r"\par ")


def row_of(cells: Row, edges: Sequence[str] = ()) -> str:
    """One row; `edges` are given where cells are merged or have other widths."""
    told = "".join(edges) or "".join(rf"\cellx{1500 * (n + 1)}" for n in range(len(cells)))
    return rf"\trowd {told}\pard\intbl " + "".join(escaped(cell) + r"\cell " for cell in cells) + r"\row "


def rich_text(*rows: Row, title: str = "KẾ HOẠCH CÔNG TÁC NĂM 2026") -> bytes:
    return document(escaped(title) + r"\par " + "".join(map(row_of, rows)))


def document(body: str) -> bytes:
    names = (r"\fcharset163 Times New Roman", r"\fcharset0 .VnTime", r"\fcharset2 Wingdings", " VNI-Times")
    fonts = r"{\fonttbl" + "".join(rf"{{\f{n}{name};}}" for n, name in enumerate(names)) + "}"
    hidden = r"{\*\generator abc;}{\info{\title Tựa}}{\header trang 1}{\stylesheet{\s0 Normal;}}".replace("ự", "u")
    return (r"{\rtf1\ansi\ansicpg1252\uc1\deff0" + fonts + hidden + body + r"\pard\par}").encode("ascii")
