"""Section rows inside a plan table, and which of them a row of work stands under."""

import re
from dataclasses import dataclass, field

from planner.reading.formats.blocks import GridRow
from planner.text import fold, line

_UPPER = re.compile(r"(phần |mục |phan |muc )?[IVXLC]{1,6}[.)]?|[A-H][.)]?")
_LOWER = re.compile(r"[a-zđ][.)]?|[-–+•*]")
_STAR = re.compile(r"[*♦❖■▪◆]{1,3}")
_BULLET = re.compile(r"[-–+•*]\s|[a-zđ]\)")
_TIMES = ("submit", "execute", "start", "finish")
_OWN = ("board", "cooperating", *_TIMES)


@dataclass
class _Entry:
    depth: int
    number: str
    text: str
    board: str = ""
    first: str | None = None  # the number of the first row below


@dataclass
class Sections:
    """The headings above a row, one a depth, below those that its table stands under."""

    above: tuple[str, ...] = ()
    stack: list[_Entry] = field(default_factory=list)

    def enter(self, number: str, text: str, board: str = "") -> None:
        depth = 0 if self._next_letter(number) else depth_of(number)
        self.stack = [*(entry for entry in self.stack if entry.depth < depth), _Entry(depth, number, text, board)]

    def _next_letter(self, number: str) -> bool:
        """Whether C or D stand behind B or C: elsewhere they may be Roman figures."""
        letter, before = number.strip(".):/-"), self.stack[0].number.strip(".):/-") if self.stack else ""
        return letter in ("C", "D") and before == chr(ord(letter) - 1)

    @property
    def board(self) -> str:
        """The body that the innermost section names for all its rows."""
        return self.stack[-1].board if self.stack else ""

    def text_for(self, number: str) -> str | None:
        """The section of a row with this number.

        Under "1" with rows a, b a row "2" stands beside the section, not in it; under "1" with rows 1, 2 it is in it.
        """
        while self.stack and (last := self.stack[-1]).first is not None and self._beside(last, number):
            self.stack.pop()
        if self.stack and self.stack[-1].first is None:
            self.stack[-1].first = number
        return " › ".join([*self.above, *(entry.text for entry in self.stack)]) or None

    @staticmethod
    def _beside(entry: _Entry, number: str) -> bool:
        plain = number.strip(".) ")
        of_numbers = entry.number[:1].isdigit() and plain[:1].isdigit()
        return of_numbers and not (entry.first or "").strip(".) ").isdecimal() and depth_of(plain) <= entry.depth


def section_of(texts: dict[str, str], row: GridRow, following: dict[str, str]) -> tuple[str, str, str] | None:
    """Number, text and board of a section row: one text across the row, or a title without a time.

    A section has no board either, unless the next row is its part and dated: "1 | Hội nghị | Ban A |" over
    "a) | Kỳ họp thứ nhất | | Tháng 1".
    """
    number, title = line(texts.get("number")), line(texts.get("title"))
    if _is_across(row, number):
        text = line(row.filled[0])
        return (text.split(" ")[0], text, "") if len(text) > 2 else None
    if not title or title == number or any(texts.get(role) for role in _TIMES):
        return None
    leads = bool(number) and _leads(number, following)
    board = texts.get("board", "")
    if board or texts.get("cooperating"):
        if not leads or not any(following.get(role) for role in _TIMES) or following.get("board"):
            return None
    elif number and not _UPPER.fullmatch(number) and not leads:
        return None
    return number or title.split(" ")[0], headed(number, title), board


def headed(number: str, title: str) -> str:
    """A heading as rows show it: its number and its title."""
    if not number:
        return title
    return f"{number} {title}" if _STAR.fullmatch(number) else f"{number.rstrip('.)')}. {title}"


def _is_across(row: GridRow, number: str) -> bool:
    if len(row.filled) != 1 or number.isdecimal():
        return False
    return sum(cell == row.filled[0] for cell in row.cells) > 1 or bool(number)


def depth_of(number: str) -> int:
    """How deep a number stands: A over I over 1 over 1.1 over a; a heading without a number is as deep as I."""
    number = number.strip(".):/-")
    if re.fullmatch(r"[ABEFGH]", number):
        return 0
    if number[:1].isdigit():
        return 2 + number.count(".")
    return 9 if _LOWER.fullmatch(number) or not number else 1


def is_starred(number: str, below: str) -> bool:
    """ "* | Công tác kiểm tra" above a numbered row: a star that heads rows, not one more line of the row above."""
    return bool(_STAR.fullmatch(number)) and below.rstrip(".)").isdecimal()


def _leads(number: str, following: dict[str, str]) -> bool:
    """Whether the next row belongs to this number: 2 is followed by 2.1, by a) or by a dash."""
    below, title = line(following.get("number")), line(following.get("title"))
    inside = below.startswith(number.rstrip(".)") + ".") and below.rstrip(".") != number.rstrip(".")
    dated = any(following.get(role) for role in _OWN)
    if is_starred(number, below):
        return True
    anew = bool(_LOWER.fullmatch(number)) and re.fullmatch("0?1[.)]?", below) is not None and dated
    return anew or inside or bool(_LOWER.fullmatch(below)) or (not below and dated and bool(_BULLET.match(title)))


def is_signature(row: GridRow) -> bool:
    """Recipients, signatures and notes that stand inside the table's last rows."""
    texts = row.filled
    if _SIGNED.match(fold(" ".join(texts))) or any(map(_signs, texts[1:])):
        return True
    posts = [text for text in texts if text.isupper() and _POST.fullmatch(fold(text))]
    return bool(posts) and len(posts) == len(texts) and (len(texts) > 1 or not row.cell(0))


def _signs(text: str) -> bool:
    """ "TM. BAN CHẤP HÀNH", beside the post of somebody else who signs."""
    first = text.partition("\n")[0]
    return first.isupper() and bool(_FOR.match(first))


_FOR = re.compile(r"(?:T/M|K/T|T/L|TM\.|KT\.|TL\.|TUQ\.)\.? ?\w{2}")
# Who signs, in capitals: several, or one far from the first column
_POST = re.compile(
    r"(pho )?(giam doc|chu tich|chanh van phong|hieu truong|bi thu|truong (ban|phong|tram)|thu truong don vi"
    r"|ke toan( truong)?|thu quy)"
)
_SIGNED = re.compile(
    r"[^,:;]{2,50}, ngay[ .…\d]*thang[ .…\d]*nam[ .…\d]*$"
    r"|(noi nhan|t/?m\.?|kt\.?|tl\.?|nguoi lap|ghi chu\s*:|luu y\s*:)\b|.*\bnoi nhan\s*:"
)
