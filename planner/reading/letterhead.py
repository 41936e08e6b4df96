"""A letterhead: its two sides apart, and the issuing body that it names."""

import re

from planner.reading.bodies import starts_body
from planner.reading.naming import KIND, KIND_OF_PAGE
from planner.text import fold, line

_ORGAN = re.compile(r"BAN (THƯỜNG TRỰC|CHẤP HÀNH|THƯỜNG VỤ)")  # of the body that is named above or below it
_STATE = re.compile(r"CỘNG H|ĐẢNG CỘNG SẢN|ĐỘC LẬP|ĐOÀN (TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH$")
# The name of a body that its letterhead breaks: "ỦY BAN TRUNG ƯƠNG" over "MẶT TRẬN TỔ QUỐC VIỆT NAM"
_CUT_NAME = re.compile(
    r"(Ủ|U)(Y|Ỷ) BAN( TRUNG ƯƠNG| MẶT TRẬN( TỔ QUỐC)?)?|HỘI (LIÊN HIỆP|ĐỒNG)|BAN CHỈ ĐẠO|BAN CHẤP HÀNH"
)
# "… VIỆT NAM TỈNH" over "BẾN MẪU": the place itself stands on the next line
_CUT_PLACE = re.compile(r"\s(TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|HUYỆN|ĐẶC KHU)$")
# A name that ends in its place wants no more
_OF_PLACE = re.compile(r"\s(TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|HUYỆN|ĐẶC KHU) [^\W\d]")
# "… XÃ MẪU" over "SƠN": a narrow cell broke the place's name
_CUT_PLACE_NAME = re.compile(r"\s(TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|HUYỆN|ĐẶC KHU) [^\W\d]+$")
# "… CHẤT ĐỘC DA" over "CAM/DIOXIN" over "TỈNH …": short words in capitals between a body and its place
_NO_NAME = re.compile(r"(du thao|(tuyet |toi )?mat|(thuong )?khan|hoa toc|.*\d)\b.*")
# What begins the name of a unit inside the body above it
_UNIT = re.compile(
    r"(cong ty|khoa|xi nghiep|nha may|thon|ap|ban|buon|lang|xom|khom|hop tac xa|lam truong|bo mon|mam non|tieu hoc"
    r"|ttyt|bqlda|[bcdfghjklmnpqrstvwxz]{2,})\b"
)
_REST_OF_NAME = re.compile(r"[^\W\d]+( [^\W\d]+)?")
_PLACE = re.compile(r"(tinh|thanh pho|xa|phuong|huyen|quan|thi xa|dac khu)\b")
# What stands on the right of a letterhead: the state's two lines, and place and day beside the number
_BESIDE = re.compile(
    r"\s+(?=CỘNG H[ÒO][AÀ] XÃ|ĐẢNG CỘNG SẢN VIỆT|Độc lập\s*[-–]\s*Tự do|ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH$)"
)
# The same on a line of its own
_BESIDE_OWN = re.compile(r"CỘNG H[ÒO][AÀ] XÃ|ĐẢNG CỘNG SẢN|Độc lập\s*[-–]|ĐỘC LẬP|[^,/:]{2,40},\s*ngày[\s\d….]")
_PLACE_AND_DAY = re.compile(r"[^,/:]{2,40},\s*ngày[\s\d….]")
_PLACE_BESIDE = re.compile(r"(?<=\S)\s+(?=[A-ZÀ-Ỹ][^,/:]{1,40},\s*ngày[\s\d….])")

_DRAWN = re.compile(r"(?<=\S)\s+[-–—_*=]{3,}$")  # the line below the state's name, beside a body's
_MOTTO = ["CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM"]


def without_cut_motto(lines: list[str]) -> list[str]:
    """A narrow page breaks the state's name beside the body's: what is left of it behind the next line is taken off."""
    whole = list(lines)
    for n in range(len(lines) - 1):
        for cut in range(3, len(_MOTTO)):
            head, rest = " ".join(_MOTTO[:cut]), " " + " ".join(_MOTTO[cut:])
            if lines[n].endswith(head) and lines[n + 1].endswith(rest):
                whole[n + 1] = lines[n + 1].removesuffix(rest)
    return whole


def parted(text: str) -> list[str]:
    """The two sides of a letterhead that stand on one line, apart by tabs or many blanks."""
    pieces: list[str] = []
    for piece in (part for wide in re.split(r"\t+|\s{3,}", _DRAWN.sub("", text)) for part in _sides(wide)):
        if pieces and not piece[:1].isupper():
            pieces[-1] += f" {piece}"  # a place left open in "Số:      /KH-UBND"
        else:
            pieces.append(piece)
    return [piece for piece in pieces if piece]


def _sides(text: str) -> list[str]:
    if text.startswith("Số"):
        return _PLACE_BESIDE.split(text, maxsplit=1)
    return [side for part in _BESIDE.split(text) for side in _of_capitals(part)]


def _of_capitals(text: str) -> list[str]:
    """ "BAN TUYÊN GIÁO Bến Mẫu, ngày 15 tháng 01": a body in capitals, and place and day beside it."""
    words = text.split(" ")
    end = next((n for n, word in enumerate(words) if word[:1].isupper() and any(map(str.islower, word))), 0)
    body, beside = " ".join(words[:end]), " ".join(words[end:])
    return [body, beside] if body.isupper() and _PLACE_AND_DAY.match(beside) else [text]


def issuing_body(lines: list[str]) -> str | None:
    """The issuing body at the top: the one below its superior, with a second line where it goes on."""
    end = next((n for n, text in enumerate(lines) if KIND.match(text) or _names_paper(text)), len(lines))
    top = _ended_at_number(lines[: min(end, 12)])
    top = [text for text in top if not _STATE.match(text) and not _ORGAN.fullmatch(text)]
    top = [text for text in top if text.isupper()] or [text for text in top[:4] if len(text) < 80]
    top = _whole_names(top)
    found: str | None = None
    for n, text in enumerate(top):
        if starts_body(text):
            goes_on = n + 1 < len(top) and _PLACE.match(fold(top[n + 1]))
            found = line(f"{text} {top[n + 1]}" if goes_on else text).rstrip(" .;,")
    return found


def _ended_at_number(lines: list[str]) -> list[str]:
    """A short line in capitals just above the paper's number is the rest of the body's name above it."""
    own = [n for n, text in enumerate(lines) if any(map(str.isalpha, text)) and not _BESIDE_OWN.match(text)]
    at = next((k for k, n in enumerate(own) if lines[n].startswith("Số")), 0)
    if at < 2 or not _is_rest(lines[own[at - 2]], lines[own[at - 1]]):
        return lines
    body, rest = own[at - 2], own[at - 1]
    return [f"{text} {lines[rest]}" if n == body else text for n, text in enumerate(lines) if n != rest]


def _is_rest(body: str, text: str) -> bool:
    """Whether a line in capitals names no body of its own below one that does."""
    is_short = text.isupper() and 1 < len(text.split()) < 4 and text.replace(" ", "").isalpha()
    names = starts_body(text) or _NO_NAME.match(fold(text)) or _UNIT.match(fold(text)) or _PLACE.match(fold(text))
    return is_short and not names and starts_body(body) and body.isupper() and not _OF_PLACE.search(body)


def _names_paper(text: str) -> bool:
    """ "QUYẾT ĐỊNH": those who sign it are named below, in a letter's capitals too."""
    return text.isupper() and bool(KIND_OF_PAGE.match(text)) and not text.startswith("BẢNG")


def _whole_names(lines: list[str]) -> list[str]:
    whole: list[str] = []
    for text, following in zip(lines, [*lines, ""][1:], strict=True):
        cut = whole and (_CUT_NAME.fullmatch(whole[-1]) or _CUT_PLACE.search(whole[-1]))
        if cut or (whole and (_ends_place(whole[-1], text) or _ends_name(whole[-1], text, following))):
            whole[-1] += f" {text}"
        else:
            whole.append(text)
    return whole


def _ends_place(before: str, text: str) -> bool:
    is_rest = bool(_REST_OF_NAME.fullmatch(text)) and text.isupper() and not starts_body(text)
    is_rest = is_rest and not _NO_NAME.match(fold(text))
    return is_rest and before.isupper() and bool(_CUT_PLACE_NAME.search(before)) and not _PLACE.match(fold(text))


def _ends_name(before: str, text: str, following: str) -> bool:
    """Whether a line is the rest of a body's name, whose place stands below it."""
    is_rest = text.isupper() and len(text.split()) < 4 and not starts_body(text) and not _NO_NAME.match(fold(text))
    return is_rest and starts_body(before) and before.isupper() and bool(_PLACE.match(fold(following)))
