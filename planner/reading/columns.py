"""What a column of a plan table is, by what its header means: the wordings that offices use, in any order."""

import re
from dataclasses import dataclass

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
_BODY = re.compile(r"\b(don vi|co quan|bo phan|phong|ban|to chuc|nguoi|can bo|lanh dao|dong chi|chu the|phan cong)\b")
# Those to whom a paper goes, under "Thời gian trình".
_TO = r"(ban (thuong vu|thuong truc|chap hanh)|btv|btt|bch|thuong truc|uy ban|ubnd|hdnd|(dang|tinh) uy|lanh dao)\b"
_ORGAN = re.compile(f"(trinh )?{_TO}")
_START = re.compile(r"\b(bat dau|khoi (dau|dong)|khoi cong|tu (ngay|thang|quy)|trien khai tu)\b")
_FINISH = re.compile(r"\b(hoan (thanh|tat)|ket thuc|den (ngay|thang|quy)|han|thoi han|ky han|xong|deadline)\b")
_SUBMIT = re.compile(
    r"(?<!chuong )(?<!qua )(?<!cong )(?<!lo )(?<!tien )(?<!quy )\btrinh\b(?! do)"
    r"|\b(tham muu|du thao|ban hanh|xay dung|chuan bi|soan thao)\b"
)
_EXECUTE = re.compile(r"\b(thuc hien|to chuc|trien khai|tien hanh)\b")
_JUST_SUBMIT = re.compile(rf"(thang |ngay |thoi gian )?trinh( (duyet|ky|ban hanh|phe duyet)| {_TO}.{{0,30}})?")
_JUST_EXECUTE = re.compile(r"(to chuc |trien khai )?thuc hien|trien khai|to chuc")

# In this order: the first that fits. Higher weights stand for clearer wordings.
_OTHERS: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("board", 3, re.compile(r"^chu the\b|^phan cong (nhiem vu|cong viec)$|^noi thuc hien (nhiem vu|cong viec)$")),
    (
        "note",
        1,
        re.compile(
            r"^(co quan|don vi|cap|lanh dao|nguoi)( co tham quyen)?"
            r" (tham (dinh|tra)|ban hanh|phe duyet|quyet dinh|(ky|duyet)( ban hanh)?|ky duyet)( van ban)?$"
            r"|^so (nguoi|dai bieu|luot)\b|^nam ke hoach$"
        ),
    ),
    ("title", 5, re.compile(r"^(cac )?(noi dung|nhiem vu|cong viec|dau viec|hoat dong)\b(?!.*\b(chi|kinh phi)$)")),
    ("product", 2, re.compile(r"\b(san pham|dau ra|(hinh thuc|loai|the loai) van ban|san pham hoan thanh)\b")),
    (
        "note",
        1,
        re.compile(
            r"\b(ghi chu|kinh phi|du toan|dia diem|thanh phan(?! (phoi hop|tham gia|chu tri))|can cu|nguon|so luong"
            r"|chi chu|tinh trang)\b"
        ),
    ),
    ("note", 1, re.compile(r"\b(don vi tinh|dvt|chuc (vu|danh)|don gia|thanh tien|so tien)\b")),
    ("board", 1, re.compile(r"\bho (va )?ten\b")),
    (
        "board",
        4,
        re.compile(r"^(don vi|co quan|bo phan|phong|ban|nguoi|to chuc|can bo)( \w+){0,3} duoc (giao|phan cong)\b"),
    ),
    ("note", 1, re.compile(r"\b(duoc (kiem tra|giam sat|giao)|doi tuong)\b")),
    ("board", 2, re.compile(r"^(doan|to) (kiem tra|giam sat|cong tac)\b")),
    ("note", 1, re.compile(r"\b(ket qua|cap (trinh|phe duyet|tham quyen))\b")),
    (
        "board",
        2,
        re.compile(
            r"^(d/c|dong chi|nguoi|can bo|chuyen vien|lanh dao)\b"
            r"(?!.*\b(don vi|co quan|phong|ban|phoi hop|ho tro|cung)\b)"
        ),
    ),
    ("both", 5, re.compile(r"\bchu tri\b.*\b(phoi hop|tham gia)\b")),
    (
        "cooperating",
        3,
        re.compile(
            r"\bphoi (ket )?hop\b|\btham gia\b|\b(don vi|co quan|bo phan|phong|ban|nganh|to chuc) lien quan\b"
            r"|^((don vi|co quan|bo phan|nguoi) )?(ho tro|cung (lam|thuc hien))$|^ben lien quan$"
        ),
    ),
    ("board", 3, re.compile(r"^(ai (lam|phu trach|thuc hien)|giao (cho|don vi|ban|phong)\b.*)$")),
    ("board", 3, re.compile(r"^((don vi|co quan|bo phan) )?(chuan bi|soan thao)\b")),
    ("board", 4, re.compile(r"^(phu trach|thuc hien|phan cong|don vi|nguoi)? ?chinh$")),
    (
        "board",
        3,
        re.compile(r"^(luc luong|tap the|ca nhan|ben|to|doi|khoa)\b.*\b(thuc hien|phu trach|dam (nhiem|nhan)|lam)\b"),
    ),
    (
        "board",
        2,
        re.compile(r"^(giao( thuc hien)?|dam (nhiem|nhan)|to chuyen mon|thuong truc|pic)$|^phong\s?[,/]\s?ban\b"),
    ),
    ("board", 5, re.compile(r"\b(chu tri|tham muu|chiu trach nhiem|trach nhiem|dau moi)\b")),
    (
        "board",
        4,
        re.compile(r"\bbo phan\b|\b(don vi|co quan|phong|ban|to chuc)\b.*\b(thuc hien|phu trach|soan thao|chuan bi)\b"),
    ),
    ("title", 5, re.compile(r"\b(noi dung|nhiem vu|cong viec|dau viec|hoat dong)\b")),
    ("board", 3, re.compile(r"\b(don vi|co quan|phong ban|ban chuyen mon|ban phu trach|cac ban)\b|^ban$")),
    ("board", 2, re.compile(r"\b(phu trach|phan cong|nguoi|can bo|chuyen vien)\b")),
    ("board", 1, re.compile(r"\b(lanh dao|dong chi|chi dao)\b")),
    (
        "title",
        3,
        re.compile(
            r"\b(ten|viec|chuong trinh|van ban|chuyen de|su kien|de muc|muc tieu|ke hoach|cong tac|hang muc"
            r"|de an|du an|van de|cac buoc|tieu de|cuoc (giam sat|kiem tra|hop|thi)|cong trinh)\b"
        ),
    ),
)


_LONGEST = 400  # letters of a header, all its rows together


def is_number_header(text: str) -> bool:
    """Whether a header names the column of running numbers ("Số TT", "STT", "TT")."""
    return bool(_NUMBER.fullmatch(fold(text).strip(" .:")))


def column_of(parts: list[str]) -> Column | None:
    """The column under header texts from top to bottom, or None where nothing can be told."""
    folded = [fold(part).strip(" .:*") for part in parts if fold(part)]
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


def _other(text: str) -> tuple[str, int] | None:
    return next(((role, weight) for role, weight, wording in _OTHERS if wording.search(text)), None)


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
