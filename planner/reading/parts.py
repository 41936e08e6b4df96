"""How a row of a plan table belongs to the one above it: cut in two by a page, a detail of it, or a part of it."""

import re
from dataclasses import dataclass, field

from planner.reading.meanings import TIMES
from planner.reading.sections import is_starred
from planner.text import line

BULLET = re.compile(r"^[-–+•*]\s+")
_SUB = re.compile(r"[a-zđ][.)]?|[-–+•*]")
_BODIES = ("board", "cooperating")
_NEW_TIME = re.compile(r"(Từ |Trước )?(Tháng|Quý|Năm|Ngày|\d)", re.IGNORECASE)
_WHOLE_TIME = re.compile(r"(\d|\b[IVX]+)\.?$")


@dataclass
class RawRow:
    """A row's texts by role, the section it stands in and its place in the document; what stands beside, by header."""

    texts: dict[str, str]
    place: str = ""
    section: str | None = None
    joined: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    extras: dict[str, str] = field(default_factory=dict)

    def has(self, *roles: str) -> bool:
        return any(self.texts.get(role) for role in roles)


def continues(raw: RawRow, before: RawRow) -> bool:
    """A row cut in two by a page, or one whose number and title are merged with the row above."""
    if {"number", "title"} <= raw.joined or ("title" in raw.joined and not raw.has("number")):
        return True
    if raw.has("number"):
        return _is_detail(raw, before)
    if not raw.has("title"):
        return True
    title = line(raw.texts["title"])
    return title[:1].islower() or (not raw.has("board", *TIMES) and _is_cut(title, before))


def heads(raw: RawRow, following: RawRow) -> bool:
    """ "b | Công tác kiểm tra" above a row numbered 1 anew."""
    bare, below = not raw.has("board", "cooperating", *TIMES), line(following.texts.get("number"))
    number = line(raw.texts.get("number"))
    return bare and bool(number) and (re.fullmatch("0?1[.)]?", below) is not None or is_starred(number, below))


def _is_detail(raw: RawRow, before: RawRow) -> bool:
    """ "a) Chuẩn bị" below a dated row, without a body or a time of its own: it says more about that row."""
    number = line(raw.texts["number"])
    if not _SUB.fullmatch(number) or raw.has("board", "cooperating", *TIMES) or not before.has(*TIMES):
        return False
    if _SUB.fullmatch(line(before.texts.get("number")) or "0"):
        return False
    raw.texts["title"] = f"{number} {raw.texts.get('title', '')}"
    raw.texts["number"] = ""
    return True


def append(before: RawRow, raw: RawRow) -> None:
    """Adds the texts of a row's second part; a time beside a time is another time."""
    for role, text in raw.texts.items():
        old = before.texts.get(role, "")
        if not text or role in raw.joined or (old == text and role != "title"):
            continue
        if role in _BODIES and raw.joined:
            old += ";"  # a cell of its own beside a merged one names another body
        between = "; " if role in TIMES and _NEW_TIME.match(text) and _WHOLE_TIME.search(old) else "\n"
        before.texts[role] = f"{old}{between}{text}" if old else text
    for header, text in raw.extras.items():
        add_text(before.extras, header, text)


def add_text(texts: dict[str, str], key: str, text: str) -> None:
    """One more line of a text, unless it says the same."""
    old = texts.get(key, "")
    if text and f"\n{text}\n" not in f"\n{old}\n":
        texts[key] = f"{old}\n{text}" if old else text


def _is_cut(title: str, before: RawRow) -> bool:
    """A title that goes on with the one before: it begins small or as a bullet, or that one was open."""
    goes_on = title[:1].islower() or title[:1] in "-+•–("
    return goes_on or line(before.texts.get("title")).endswith((",", "và", ";", ":"))


def below(raw: RawRow, parent: RawRow | None, board: str) -> RawRow | None:
    """Gives a part of a row, or of a section with a board, that board; returns the row that further parts belong to."""
    number, title = line(raw.texts.get("number")), line(raw.texts.get("title"))
    above = line(parent.texts.get("number")).rstrip(".)") if parent else ""
    inside = bool(_SUB.fullmatch(number)) or (not number and bool(BULLET.match(title)))
    inside = inside or bool(above and number.startswith(above + "."))
    if "board" in raw.texts and not raw.texts["board"] and (inside or board):
        raw.texts["board"] = board or (parent.texts.get("board", "") if parent else "")
    return parent if inside else raw
