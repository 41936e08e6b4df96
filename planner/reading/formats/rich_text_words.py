"""The words of a rich text file (.rtf, RTF 1.9.1): what is shown of it, group after group."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.old_letters import in_font
from planner.reading.formats.picture_fonts import is_picture_font, picture
from planner.reading.formats.rich_text_fonts import Font, known_page, page_of_letters

DAMAGED = N_("Tệp RTF bị hỏng, không đọc được. Xin mở bằng Word và lưu thành .docx.")
_DEEPEST = 500  # groups inside one another
_DEEPEST_TABLE = 8
_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)", re.IGNORECASE | re.DOTALL
)
# Groups that hold no text of the document, beside those that begin with \*
_NOT_SHOWN = re.compile(
    "fonttbl|colortbl|stylesheet|info|pict|(header|footer)[lrf]?|footnote|annotation|object|objdata|fldinst|nonshppict"
    "|nonesttables|sp|listtable|listoverridetable|rsidtbl|shprslt|pntxt[ab]|private|tc|xe|filetbl|revtbl"
)
_SHOWN = frozenset(("shppict", "shpinst", "nesttableprops", "fonttbl"))  # though they begin with \*
_SIGNS = {"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "-", "lquote": "‘", "rquote": "’",
          "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "softline": "\n"}  # fmt: skip


@dataclass
class _Group:
    """What holds from an opening brace to its closing one."""

    shown: bool = True
    fonts: bool = False  # the table of fonts
    starred: bool = False  # \\* came just before
    font: int | None = None
    fallback: int = 1  # letters that stand behind \\u for those who cannot read it
    is_label: bool = False  # a number that Word counts: its paragraph is the one around it
    depth: int = 0  # of the table whose cell a paragraph stands in
    off: frozenset[str] = frozenset()  # why its text is not seen: hidden, deleted


@dataclass
class Words:
    """Gives the control words that make paragraphs and tables, and the text between them."""

    content: bytes
    page: str = "cp1252"
    default: int = 0
    _fonts: dict[int, Font] = field(default_factory=dict)
    _stack: list[_Group] = field(default_factory=lambda: [_Group()])
    _pending: list[bytes | str] = field(default_factory=list)  # of one font; letters of old fonts may be two signs
    _skip: int = 0
    _high: int = 0  # the first half of a letter beyond the first plane

    def events(self) -> Iterator[tuple[str, int | None]]:
        """("text", …) is told by the name "=" and its words; else a control word and its figure."""
        at, size = 0, len(self.content)
        while at < size and self._stack:
            found = _TOKEN.match(self.content, at)
            if not found:
                at += 1
                continue
            at = found.end()
            word, figure, byte, sign, brace, text = found.groups()
            if byte or text:
                self._bytes(bytes.fromhex(byte.decode()) if byte else text)
                continue
            if word == b"u" and figure:
                self._unicode(int(figure))
                continue
            yield from self._flush()
            if word == b"bin":
                at += max(0, int(figure or 0))
            elif word:
                yield from self._word(word.decode().lower(), int(figure) if figure else None)
            else:
                yield from self._brace(brace) if brace else self._sign(sign)
        yield from self._flush()

    @property
    def depth(self) -> int:
        """How deep the table is in whose cell the text stands; 0 outside of tables."""
        return self._group.depth if self._stack else 0

    @property
    def _group(self) -> _Group:
        return self._stack[-1]

    def _bytes(self, found: bytes) -> None:
        left = found[self._skip :]
        self._skip = max(0, self._skip - len(found))
        if left and (self._group.shown or self._group.fonts):  # a picture's bytes are text to nobody
            self._pending.append(left)

    def _flush(self) -> Iterator[tuple[str, int | None]]:
        if self._pending:
            font = self._font
            text = _joined(self._pending, font.page or self.page)
            self._pending = []
            if self._group.fonts:
                self._name_font(text)
            else:
                yield from self._shown(text)

    @property
    def _font(self) -> Font:
        number = self._group.font
        return self._fonts.get(self.default if number is None else number, Font())

    def _shown(self, text: str) -> Iterator[tuple[str, int | None]]:
        font = self._font.name
        if is_picture_font(font):
            text = "".join(picture(ord(letter), font) if letter > " " else letter for letter in text)
        if self._group.shown and not self._group.off and text:
            yield "=" + in_font(text, font), None

    def _unicode(self, figure: int) -> None:
        code = figure & 0xFFFF
        self._skip = self._group.fallback
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self._high & 0x3FF) << 10) + (code & 0x3FF)
        if self._group.shown or self._group.fonts:
            self._pending.append(chr(code))

    def _brace(self, brace: bytes) -> Iterator[tuple[str, int | None]]:
        self._skip = 0
        if brace == b"{":
            if len(self._stack) > _DEEPEST:
                raise Refusal(DAMAGED)
            self._stack.append(replace(self._group, starred=False))
        else:
            self._stack.pop()
        yield from ()

    def _sign(self, sign: bytes) -> Iterator[tuple[str, int | None]]:
        if sign == b"*":
            self._group.starred = True
        elif sign in b"\r\n":
            yield from self._if_shown("par", None)
        else:
            text = {b"~": "\xa0", b"_": "-", b"-": "\xad"}.get(sign, sign.decode("latin-1"))
            yield from self._shown(text)

    def _word(self, word: str, figure: int | None) -> Iterator[tuple[str, int | None]]:
        group = self._group
        if group.starred or _NOT_SHOWN.fullmatch(word):
            group.shown = group.shown and word in _SHOWN and word != "fonttbl"
            group.fonts, group.starred = word == "fonttbl", False
        if word in _SIGNS:
            yield from self._shown(_SIGNS[word])
        elif word in ("v", "deleted"):
            group.off = group.off - {word} if figure == 0 else group.off | {word}
        elif word == "plain":
            group.off, group.font = group.off - {"v"}, None
        elif word in ("listtext", "pntext"):
            group.is_label = True
        elif word in ("pard", "intbl", "itap") and not group.is_label:
            deepest = min(max(figure or 0, 0), _DEEPEST_TABLE)
            group.depth = {"pard": 0, "intbl": group.depth or 1, "itap": deepest}[word]
        elif not self._of_letters(word, figure):
            yield from self._if_shown(word, figure)

    def _if_shown(self, word: str, figure: int | None) -> Iterator[tuple[str, int | None]]:
        if self._group.shown:
            yield word, figure

    def _of_letters(self, word: str, figure: int | None) -> bool:
        """Words that say in which letters the text is written."""
        if word == "f":
            self._group.font = figure
        elif word == "uc":
            self._group.fallback = min(max(figure or 0, 0), 16)
        elif word == "deff":
            self.default = figure or 0
        elif word == "ansicpg":
            self.page = known_page(f"cp{figure}") or self.page
        elif word == "fcharset" and self._group.fonts and self._group.font is not None:
            self._fonts[self._group.font] = Font(page=page_of_letters(figure or 0))
        else:
            return False
        return True

    def _name_font(self, text: str) -> None:
        number = self._group.font
        if number is not None and (name := text.strip(" ;")):
            self._fonts[number] = replace(self._fonts.get(number, Font()), name=name)


def _joined(pieces: list[bytes | str], page: str) -> str:
    """Letters of a code page, those that stand together as one, and letters that are known already."""
    text = ""
    for kind, found in groupby(pieces, key=type):
        same = list(found)
        text += "".join(map(str, same)) if kind is str else b"".join(map(_bytes, same)).decode(page, "replace")
    return text


def _bytes(piece: bytes | str) -> bytes:
    return piece if isinstance(piece, bytes) else b""
