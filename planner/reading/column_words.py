"""The wordings of headers, folded: every role but times, and what offices shorten."""

import re

# In this order: the first that fits. Higher weights stand for clearer wordings.
OTHERS: tuple[tuple[str, int, re.Pattern[str]], ...] = (
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
    (
        "both",
        5,
        re.compile(
            r"\bchu tri\b.*\b(phoi hop|tham gia)\b"
            r"|\b(phu trach|thuc hien|tham muu|dau moi)\s*([/,;&+-]|va )\s*(\w+ ){0,3}(phoi hop|tham gia)\b"
        ),
    ),
    (
        "cooperating",
        3,
        re.compile(
            r"\bphoi (ket )?hop\b|\btham gia\b|\b(don vi|co quan|bo phan|phong|ban|nganh|to chuc) lien quan\b"
            r"|^((don vi|co quan|bo phan|nguoi) )?(ho tro|cung (lam|thuc hien))$|^ben lien quan$"
            r"|^(lam )?(cung )?voi (ai|don vi nao)$"
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

# What offices shorten in their headers, folded
SHORT = {
    "nd": "noi dung", "cq": "co quan", "dv": "don vi", "tg": "thoi gian", "t/gian": "thoi gian", "t.gian": "thoi gian",
    "th.gian": "thoi gian", "kq": "ket qua", "bp": "bo phan", "ph": "phoi hop", "p.hop": "phoi hop",
    "p/hop": "phoi hop", "c.tri": "chu tri", "th": "thuc hien", "t.hien": "thuc hien", "t/hien": "thuc hien",
    "gc": "ghi chu", "nv": "nhiem vu", "cv": "cong viec", "sp": "san pham", "ld": "lanh dao", "ht": "hoan thanh",
    "h.thanh": "hoan thanh", "h/thanh": "hoan thanh", "kp": "kinh phi", "dk": "du kien", "pt": "phu trach",
}  # fmt: skip
