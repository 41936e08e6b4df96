"""What a column of a plan table is, by what its header means: the wordings that offices use, in any order."""

import re
from dataclasses import dataclass

from planner.reading.column_words import OTHERS, SHORT
from planner.text import fold

# Roles: the meanings of `planner.reading.meanings`, and "both" for one column of leads and co-operators.


@dataclass(frozen=True)
class Column:
    """A recognised column; of two columns with one role the higher weight wins. `header` is its full header text.

    `by_cells` says that only its cells told what it is, so a person is asked.
    """

    role: str
    weight: int
    header: str = ""
    by_cells: bool = False


_NUMBER = re.compile(
    r"(so )?(tt|stt|s\.?\s?t\.?\s?t\.?|t/t|thu tu|so thu tu)( chung| muc)?|no\.?|#|so( muc)?$"
    r"|ma( so| hieu| viec| cong viec| nhiem vu)?"
)
_TIME = re.compile(
    r"\b(thoi (gian|han|diem|ky|luong)|tien do|lo trinh|moc|ngay|thang|quy|tuan|lich|han|ky han"
    r"|bat dau|ket thuc|hoan (thanh|tat)|khoi (dong|cong)|trien khai tu|xong|khi nao|bao gio"
    r"|deadline|nam (thuc hien|hoan thanh|trinh|bat dau|ket thuc))\b"
)
# Days and amounts of something else: a list of people, of papers, of costs.
_NOT_TIME = re.compile(
    r"\b((ngay|nam)( thang)?( nam)? sinh|ngay (cap|vao|nhan|ky|den(?! han))|so (ngay|thang|quy)|(ngay|thang) cong"
    r"|han ngach|quy (che|dinh|mo|hoach|trinh)|muc do hoan thanh)\b|^(ty le|%|phan tram|ket qua|tinh hinh)\W"
)
_BODY = re.compile(
    r"\b(don vi|co quan|bo phan|phong|ban(?! hanh)|to chuc|nguoi|can bo|lanh dao|dong chi|chu the|phan cong)\b"
)
# Those to whom a paper goes, under "Thời gian trình".
_TO = r"(ban (thuong vu|thuong truc|chap hanh)|btv|btt|bch|thuong truc|uy ban|ubnd|hdnd|(dang|tinh) uy|lanh dao)\b"
_ORGAN = re.compile(f"(trinh )?{_TO}")
_SUBMITTED_TO = re.compile(rf"\btrinh (duyet )?{_TO}")
_START = re.compile(r"\b(bat dau|khoi (dau|dong)|khoi cong|tu (ngay|thang|quy)|trien khai tu)\b")
_FINISH = re.compile(r"\b(hoan (thanh|tat)|ket thuc|den (ngay|thang|quy)|han|thoi han|ky han|xong|deadline)\b")
_SUBMIT = re.compile(
    r"(?<!chuong )(?<!qua )(?<!cong )(?<!lo )(?<!tien )(?<!quy )\btrinh\b(?! do)"
    r"|\b(tham muu|du thao|ban hanh|xay dung|chuan bi|soan thao)\b"
)
_EXECUTE = re.compile(r"\b(thuc hien|to chuc|trien khai|tien hanh)\b")
_JUST_SUBMIT = re.compile(rf"(thang |ngay |thoi gian )?trinh( (duyet|ky|ban hanh|phe duyet)| {_TO}.{{0,30}})?")
_JUST_EXECUTE = re.compile(r"(to chuc |trien khai )?thuc hien|trien khai|to chuc")

_WORD = re.compile(r"[^\s(),;:-]+")
_LONGEST = 400  # letters of a header, all its rows together


def is_number_header(text: str) -> bool:
    """Whether a header names the column of running numbers ("Số TT", "STT", "TT")."""
    return bool(_NUMBER.fullmatch(fold(text).strip(" .:")))


def column_of(parts: list[str]) -> Column | None:
    """The column under header texts from top to bottom, or None where nothing can be told."""
    folded = [_in_full(fold(part).strip(" .:*")) for part in parts if fold(part)]
    if not folded:
        return None
    leaf, whole = folded[-1], " ".join(folded)
    if len(whole) > _LONGEST:
        return None
    header = " ".join(part for part in parts if part)
    if is_number_header(leaf):
        return Column("number", 5, header)
    role = _time_role(leaf, whole)
    if role:
        return Column(*role, header)
    found = _other(leaf) or _other(whole)
    return Column(found[0], found[1], header) if found else None


def is_submitted_to(column: Column) -> bool:
    """Whether a column says to whom a paper goes then."""
    return bool(_SUBMITTED_TO.search(fold(column.header)))


def is_prepared(column: Column) -> bool:
    """Whether a header alone may head those who prepare a paper, or when they do ("Tham mưu", "Chuẩn bị")."""
    return bool(_SUBMIT.fullmatch(fold(column.header)))


def _in_full(folded: str) -> str:
    return _WORD.sub(lambda word: SHORT.get(word[0].rstrip("."), word[0]), folded)


def _other(text: str) -> tuple[str, int] | None:
    return next(((role, weight) for role, weight, wording in OTHERS if wording.search(text)), None)


def _time_role(leaf: str, whole: str) -> tuple[str, int] | None:
    if _JUST_SUBMIT.fullmatch(leaf):
        return "submit", 5
    if _JUST_EXECUTE.fullmatch(leaf):
        return "execute", 4
    above = whole.removesuffix(leaf).strip()
    if _ORGAN.match(leaf) and _TIME.search(above):
        return _kind_of_time(above)
    if _NOT_TIME.search(leaf) or not _TIME.search(whole) or (_BODY.search(leaf) and not _TIME.search(leaf)):
        return None
    if re.search(
        r"\b(noi dung|nhiem vu|cong viec|san pham|ket qua|ghi chu|kinh phi|co quan|don vi|bo phan|nguoi)\b", leaf
    ):
        return None
    return _kind_of_time(leaf)


def _kind_of_time(leaf: str) -> tuple[str, int]:
    if leaf in ("tu", "den"):
        return ("start", 4) if leaf == "tu" else ("finish", 4)
    if _START.search(leaf) and not _FINISH.search(leaf):
        return "start", 4
    if _SUBMIT.search(leaf) and not _EXECUTE.search(leaf):
        return "submit", 4
    if _FINISH.search(leaf) and not _EXECUTE.search(leaf) and not _START.search(leaf):
        return "finish", 4
    return "execute", 5 if _EXECUTE.search(leaf) else 3
