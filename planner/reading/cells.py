"""The body of a plan table, row by row: sections, rows cut in two, merged and ditto cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from planner.reading.formats.blocks import GridRow
from planner.reading.table import Table
from planner.text import fold, line

_TIMES = ("submit", "execute", "start", "finish")
_ROMAN_OR_LETTER = re.compile(r"(phan |muc )?[IVXLC]{1,6}[.)]?|[A-H][.)]?", re.IGNORECASE)
_SECTION_TEXT = re.compile(r"\s*([IVXLC]{1,6}|[A-H]|\d{1,2}(\.\d+)*)[.)/:-]\s*\S")
_DITTO = re.compile(r"[-–—.\s]*(nt|n/t|như trên|[\"”“″'’]{1,2}|〃)[-–—.\s]*", re.IGNORECASE)
_TOTAL = re.compile(r"(tong (so|cong)|cong)\b")
_NEW_TIME = re.compile(r"(Từ |Trước )?(Tháng|Quý|Năm|Ngày|\d)", re.IGNORECASE)
_WHOLE_TIME = re.compile(r"(\d|\b[IVX]+)\.?$")
_SIGNED = re.compile(r"(noi nhan|t/?m\.?|kt\.?|tl\.?|nguoi lap|ghi chu:|luu y:)\b|.*\bnoi nhan:")


@dataclass
class RawRow:
    """A row's texts by role, the section it stands in and its place in the document."""

    texts: dict[str, str]
    place: str = ""
    section: str | None = None
    joined: set[str] = field(default_factory=set)

    def has(self, *roles: str) -> bool:
        return any(self.texts.get(role) for role in roles)


@dataclass
class _Sections:
    """The headings above a row, one a depth."""

    stack: list[tuple[int, str]] = field(default_factory=list)

    def enter(self, depth: int, text: str) -> None:
        self.stack = [*(entry for entry in self.stack if entry[0] < depth), (depth, text)]

    @property
    def text(self) -> str | None:
        return " › ".join(text for _, text in self.stack) or None


def raw_rows(table: Table) -> list[RawRow]:
    """The table's rows of work, in order, each with its section."""
    rows: list[RawRow] = []
    sections = _Sections()
    body = [row for row in table.body if row.filled]
    for n, grid_row in enumerate(body):
        raw = _raw(grid_row, table)
        following = _raw(body[n + 1], table) if n + 1 < len(body) else None
        if heading := _heading(raw, grid_row, following, rows):
            sections.enter(*heading)
        elif _ends(raw, grid_row):
            continue
        elif rows and _continues(raw, rows[-1]):
            _append(rows[-1], raw)
        else:
            raw.section = sections.text
            rows.append(_without_dittos(raw, rows))
    return list(_numbered(rows, table))


def _raw(row: GridRow, table: Table) -> RawRow:
    texts = {role: row.cell(n) for role, n in table.columns.items()}
    return RawRow(texts, row.place, joined={role for role, n in table.columns.items() if n in row.joined})


def _heading(raw: RawRow, row: GridRow, following: RawRow | None, rows: list[RawRow]) -> tuple[int, str] | None:
    """Depth and text of a section row: one text across the row, or a title without a board and without a time."""
    number, title = line(raw.texts.get("number")), line(raw.texts.get("title"))
    if len(row.cells) > 2 and len(row.filled) == 1 and _SIGNED.match(fold(row.filled[0])):
        return None
    across = len(row.filled) == 1 and (sum(cell == row.filled[0] for cell in row.cells) > 1 or bool(number))
    if across and not number.isdecimal():
        text = line(row.filled[0])
        return (_depth(text.split(" ")[0]), text) if len(text) > 2 else None
    if not title or title == number or raw.has("board", "cooperating", *_TIMES):
        return None
    if number and not _ROMAN_OR_LETTER.fullmatch(fold(number)) and not _leads(number, following):
        return None
    if not number and rows and _is_cut(title, rows[-1]):
        return None
    return _depth(number or title.split(" ")[0]), f"{number.rstrip('.)')}. {title}" if number else title


def _depth(number: str) -> int:
    number = number.strip(".):/-")
    if re.fullmatch(r"[A-H]", number) and number not in ("C", "D"):
        return 0
    if re.fullmatch(r"[IVXLCD]+", number):
        return 1
    return 2 + number.count(".") if number[:1].isdigit() else 1


def _leads(number: str, following: RawRow | None) -> bool:
    """Whether rows below belong to this number: 2 is followed by 2.1, by a) or by a dash."""
    below = line(following.texts.get("number")) if following else ""
    inside = below.startswith(number.rstrip(".)") + ".") and below.rstrip(".") != number.rstrip(".")
    return inside or below in ("a", "a)", "-", "+")


def _is_cut(title: str, before: RawRow) -> bool:
    """A title that goes on with the one before: it begins small or as a bullet, or that one was open."""
    return title[:1].islower() or title[:1] in "-+•–" or line(before.texts.get("title")).endswith((",", "và", ";", ":"))


def _ends(raw: RawRow, row: GridRow) -> bool:
    """Rows that are no work: totals, signatures and notes below the table, a number alone."""
    text = fold(" ".join(row.filled))
    if _TOTAL.match(fold(raw.texts.get("title"))) and not raw.has(*_TIMES):
        return True
    if _SIGNED.match(text) and not raw.has("number"):
        return True
    return not raw.has("title", "board", "cooperating", *_TIMES)


def _continues(raw: RawRow, before: RawRow) -> bool:
    """A row cut in two by a page, or one whose number and title are merged with the row above."""
    if {"number", "title"} <= raw.joined or ("title" in raw.joined and not raw.has("number")):
        return True
    if raw.has("number"):
        return False
    if not raw.has("title"):
        return True
    title = line(raw.texts["title"])
    return title[:1].islower() or (not raw.has(*_TIMES) and _is_cut(title, before))


def _append(before: RawRow, raw: RawRow) -> None:
    """Adds the texts of a row's second part; a time beside a time is another time."""
    for role, text in raw.texts.items():
        old = before.texts.get(role, "")
        if not text or role in raw.joined or (old == text and role != "title"):
            continue
        between = "; " if role in _TIMES and _NEW_TIME.match(text) and _WHOLE_TIME.search(old) else "\n"
        before.texts[role] = f"{old}{between}{text}" if old else text


def _without_dittos(raw: RawRow, rows: list[RawRow]) -> RawRow:
    for role, text in raw.texts.items():
        if rows and role not in ("number", "title") and _DITTO.fullmatch(text):
            raw.texts[role] = rows[-1].texts.get(role, "")
    return raw


def _numbered(rows: list[RawRow], table: Table) -> Iterator[RawRow]:
    """Rows of a table without a column of numbers are counted; written numbers lose their closing mark."""
    for n, raw in enumerate(rows, start=1):
        number = line(raw.texts.get("number")) if "number" in table.columns else str(n)
        raw.texts["number"] = re.sub(r"(?<=\w)[.)]+$", "", number)
        yield raw
