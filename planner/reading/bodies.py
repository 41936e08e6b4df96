"""Names of boards and of other bodies: one name for three spellings, and a cell of several taken apart."""

import re

from planner.language import N_
from planner.reading.notes import Note
from planner.text import fold, line, one_tone

ONE_OR_MANY = N_("“%(text)s” là một hay nhiều đơn vị?")
WHO_LEADS = N_("Đơn vị nào chủ trì: “%(text)s”?")
# How the name of a body begins; what follows a comma without one of these belongs to the name before it.
_STARTS = (
    r"(?:các|cả|ban|sở|ủy ban|ub[a-zđ]*|hội(?! (?:nghị|trường|thảo))|hiệp hội|liên minh|văn phòng|vp[a-zđ]*|thường trực"
    r"|đoàn(?! (?:kết|viên))|btv|btt|bch|trường|trưởng|công an|bộ|báo|đài|ngân hàng|liên đoàn|công đoàn|lđlđ|hđnd"
    r"|(?:tỉnh|thành|huyện|quận|xã|phường|thị) (?:đoàn|ủy)|đảng (?:ủy|bộ|đoàn)|chi (?:bộ|đoàn|hội|cục)|cấp ủy|thường vụ"
    r"|mttq|mặt trận|phòng(?! (?:chống|ngừa))|trung tâm|tòa án|viện|cục|tổng cục|tổ(?! chức)|nhóm|quỹ(?! đất)|phụ nữ"
    r"|cựu chiến binh|nông dân|liên hiệp|học viện|bệnh viện|nhà (?:văn hóa|thiếu nhi)|thư viện|bảo tàng|đồn"
    r"|câu lạc bộ|clb|khối|khu phố|thanh tra|kho bạc|bảo hiểm xã hội|hạt|trạm|đội|lãnh đạo|hiệu trưởng|chánh"
    r"|(?:phó )?(?:chủ tịch|bí thư|giám đốc|hiệu trưởng|trưởng)|cđcs|vườn ươm"
    r"|y tế (?:thôn|bản|ấp|xóm|khóm|khu phố|tổ dân phố)|đ/c|đ\.c|đồng chí)(?!\w)"
)
_STARTS_BODY = re.compile(_STARTS)
# Words that want the rest of their name: what stands on the next line belongs to them.
_OPEN = re.compile(
    r"(?:ban|hội|sở|phòng|tổ|trường|văn phòng|vp|(?:ban )?thường trực|ban chấp hành|ban thường vụ|lãnh đạo|ủy ban"
    r"|bộ phận|đảng ủy|ban cán sự(?: đảng)?|trung tâm|liên đoàn|công đoàn|đoàn|cơ quan|mttq|ban chỉ huy|hội đồng|các|và"
    r"|(?:các )?(?:tổ )?đại biểu"
    r"|hội (?:liên hiệp|lh)|hội đồng nhân|ủy ban (?:kiểm|nhân)|ủy ban mặt|trung tâm (?:phục vụ|văn hóa)|ban công tác)"
)
# "Đảng ủy" on a line below "Ủy ban Kiểm tra" is no body of its own.
_OF_PARTY = re.compile(r"(?:đảng|tỉnh|thành|huyện|quận|thị) ủy\b[^,;]{0,25}")
# One word that ends a name: "Đoàn" below "Ban Xây dựng"
_LONE_END = re.compile(r"(?:đoàn|đội|hội|đảng)")
_WANTS_END = re.compile(r"(?:ban|ủy ban kiểm tra|ubkt|văn phòng|thường trực|cơ quan|tổng phụ trách)\b[^,;]*")
_HAS_PARTY = re.compile(
    r"(?:ban(?! (?:công tác|giám))|(?:cơ quan )?(?:ủy ban kiểm tra|ubkt)|văn phòng|thường trực)\b(?!.*\bủy$)[^,;]*"
)
_BULLET = re.compile(r"^\s*[-–—+•*]\s+|^\s*\d{1,2}[.)]\s+")
_LONE_FRONT = re.compile(r"(uy ban )?(mttq|mat tran to quoc)( viet nam)?( tinh| xa| phuong| cac cap)?")
# One office that works for two organs, and a paper and a station that are one body ("Báo và Đài PT-TH tỉnh")
_OFFICE_OF_TWO = re.compile(
    r"bao va dai( (phat thanh|pt|truyen hinh|ptth|th).*)?|"
    r"(van phong|vp) (doan (dbqh|dai bieu quoc hoi)|(thuong truc )?(hdnd|hoi dong nhan dan))"
    r" va (hdnd|hoi dong nhan dan|ubnd|uy ban nhan dan)( (tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|dac khu)\b.*)?"
)
_CUT_WORDS = re.compile(
    r"(?<=\bphối)\s*\n\s*(?=hợp\b)|(?<=\bchủ)\s*\n\s*(?=trì\b)|(?<=\btham)\s*\n\s*(?=mưu\b)", re.IGNORECASE
)
_AND = re.compile(r"\s+(?:và|cùng)\s+")
_LOOSE_DASH = re.compile(r"(?<=[^\W\d])(?:\s+([-–—])\s*|\s*([-–—])\s+)(?=[^\W\d])")


def starts_body(text: str) -> bool:
    """Whether a text begins like the name of a body ("Ban …", "Văn phòng …", "các cơ quan …")."""
    return bool(_STARTS_BODY.match(one_tone(line(text).casefold())))


def clean_name(text: str) -> str:
    """A name on one line, with blanks on both sides of a dash that has one, and without a closing full stop."""
    name = _LOOSE_DASH.sub(lambda m: f" {m[1] or m[2]} ", line(text))
    return name.strip(" ;,:").removesuffix(".") if not name.endswith("...") else name


def whole_words(text: str) -> str:
    """A cell's text with the words that say who leads on one line, where a narrow cell broke them."""
    return _CUT_WORDS.sub(" ", text)


def split_bodies(text: str) -> tuple[list[str], list[str]]:
    """The bodies of a cell of co-operators, in order, and what has to be asked.

    Semicolons, and lines that each begin a name, part them for sure. Without these a comma does where a name begins
    after it ("các huyện ủy, thành ủy" stays one), and "và" between two whole names.
    """
    pieces = sure_pieces(text)
    if len(pieces) > 1:
        return pieces, [_ask(piece) for piece in pieces if len(at_commas(piece)) > 1]
    if len(pieces := at_commas(line(text))) > 1:
        return pieces, []
    pieces = at_and(line(text))
    return pieces, [_ask(line(text))] if len(pieces) > 1 and not _alike(pieces) else []


def _ask(text: str) -> Note:
    return Note(ONE_OR_MANY, text=text)


def _alike(names: list[str]) -> bool:
    """Whether names begin with one word: "Sở A và Sở B" are two for sure."""
    return len({name.split()[0] for name in names}) == 1


def sure_pieces(text: str) -> list[str]:
    """The names that semicolons, bullets or lines of their own part."""
    text = re.sub(r"(?<=\w)\s*\+\s+(?=\w)", "; ", text)
    lines = [each.strip() for each in text.split("\n") if each.strip()]
    if sum(bool(_BULLET.match(each)) for each in lines) > 1:
        lines = [f";{_BULLET.sub('', each)}" if _BULLET.match(each) else each for each in lines]
    else:
        lines = _names_of_lines(lines)
    return [name for piece in " ".join(lines).split(";") if (name := clean_name(_BULLET.sub("", piece)))]


def _names_of_lines(lines: list[str]) -> list[str]:
    """The lines with a semicolon before each that begins a name of its own."""
    found: list[str] = []
    for text in lines:
        before = line(" ".join(found).rpartition(";")[2])
        found.append(f";{text}" if before and _begins_anew(before, text) else text)
    return found


def _begins_anew(before: str, text: str) -> bool:
    """Whether a line begins a name of its own and does not end the one of the line before."""
    open_name = re.split(r"[,;]\s*", one_tone(before.casefold()))[-1]
    goes_on = before.endswith((",", "-", "–")) or _OPEN.fullmatch(open_name)
    first = re.split(r"[,;]", one_tone(text.casefold()), maxsplit=1)[0]
    ends = _LONE_END.fullmatch(first.strip(" .")) and _WANTS_END.fullmatch(open_name)
    if ends or (_OF_PARTY.fullmatch(first) and _HAS_PARTY.fullmatch(open_name)):
        return False
    last = one_tone(before.casefold()).rpartition(" ")[2]
    return not goes_on and last not in ("và", "các", "với") and text[0].isupper() and starts_body(text)


def at_commas(text: str) -> list[str]:
    """The names that commas part, and "và" before the last of several."""
    pieces: list[str] = []
    for part in re.split(r",\s+", text):
        if pieces and (not starts_body(part) or _of_a_group(pieces[-1], part)):
            pieces[-1] += f", {part}"
        else:
            pieces.append(part)
    if len(pieces) > 1:
        pieces += at_and(pieces.pop())
    return [name for piece in pieces if (name := clean_name(piece))]


def _of_a_group(before: str, part: str) -> bool:
    """ "ban", "ngành" after "các sở": one group of bodies with several names."""
    return part[:1].islower() and not part.startswith("các ") and bool(re.search(r"\bcác\b", before.casefold()))


def at_and(text: str) -> list[str]:
    """Two whole names on both sides of "và"; "UBND" alone ends the name before it ("Văn phòng HĐND và UBND")."""
    parts = _AND.split(text, maxsplit=1)
    whole = (
        len(parts) == 2
        and all(map(starts_body, parts))
        and " " in parts[1].strip()
        and not _LONE_FRONT.fullmatch(fold(parts[0]))
        and not _OFFICE_OF_TWO.fullmatch(fold(text))
    )
    return [clean_name(part) for part in (parts if whole else [text]) if clean_name(part)]
