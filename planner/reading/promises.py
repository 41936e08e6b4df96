"""Who a promise binds, by when, and which sentences are promises at all."""

import re

from planner.reading.sentences import is_past, own_words
from planner.text import fold, line, plain_dashes

_LISTED = r"(?:cap )?(?:trung uong|tinh|thanh pho|huyen|quan|xa|phuong|co so)\b"
_CAP = re.compile(rf"\bcap ({_LISTED}(?:(?:, | va |/| - ){_LISTED}){{0,4}})")
_LEVELS = (
    ("trung ương", re.compile(r"\btrung uong\b")),
    ("tỉnh", re.compile(r"\btinh\b|\bthanh pho\b(?! )")),
    ("huyện", re.compile(r"\bhuyen\b|\bquan\b")),
    ("xã", re.compile(r"\bxa\b|\bphuong\b|\bco so\b")),
)
_EACH = r"(?:moi|cac|tung|\d%? (?:so )?|% (?:so )?)"
_BODY = r"^(?:ban (?:thuong vu|chap hanh) )?"  # "Tỉnh Hội hỗ trợ …": who shall do it
_ALSO = (
    ("trung ương", re.compile(r"\bttuw\b|\buy ban trung uong\b")),
    ("tỉnh", re.compile(rf"{_BODY}tinh (?:hoi|doan|uy)\b(?! (?:vien|ket)\b)"
        r"|\btoan tinh\b|\bmttq (?:viet nam )?tinh\b|\b(?:moi|cac) tinh\b")),
    ("huyện", re.compile(rf"{_BODY}huyen (?:hoi|doan|uy)\b(?! (?:vien|ket)\b)"
        r"|\btoan huyen\b|\bmttq (?:viet nam )?huyen\b|\b(?:moi|cac) (?:huyen|quan)\b")),
    ("xã", re.compile(
        rf"\btoan (?:xa|phuong)\b|\bmttq (?:viet nam )?(?:xa|phuong)\b|\bxa, (?:phuong|thi tran)\b"
        rf"|{_EACH}\s?(?:xa|phuong)\b"
    )),
    ("khu dân cư", re.compile(
        rf"\bkhu dan cu\b|\bthon, (?:ban|to|ap|lang|khu)\b|{_EACH}\s?(?:thon|khom|buon"
        rf"|to dan pho|khu pho)\b"
        r"|\bban cong tac mat tran\b|\bto dan pho\b"
    )),
)  # fmt: skip
# Words that without their accents would be others: "hồ sơ", "Ban", "áp dụng".
_ACCENTED = (
    (
        "khu dân cư",
        re.compile(r"(?:\b(?:mỗi|các|từng)|\d%?(?: số)?) (?:bản|ấp)\b(?! (?:tin|đồ|cam|ghi))", re.IGNORECASE),
    ),
    ("hộ", re.compile(r"\d\s?% (?:tổng )?(?:số )?hộ\b(?! (?:\w+ )?nghèo\b)|\b(?:mỗi|từng) hộ\b", re.IGNORECASE)),
)  # fmt: skip
_POINT = (
    r"(?:ngày\s+\d[\d/.-]*(?:\s+tháng\s+\d+)?(?:\s+năm\s+\d{4})?|tháng\s+\d+(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?"
    r"|quý\s+[IVX\d]+(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?|năm\s+20\d\d|nhiệm\s+kỳ|giai\s+đoạn|\d{1,2}/\d{1,2}(?:/\d{4})?"
    r"|năm(?!\s+\d)|6 tháng (?:đầu|cuối) năm)"
)
_DUE = re.compile(
    rf"\b(?:(?:từ nay )?đến|trước|chậm nhất(?: là)?|trong|hết|vào)\s+(?:(?:hết|cuối|đầu|giữa)\s+){{0,2}}{_POINT}"
    r"|\b(?:hằng|hàng) (?:năm|quý|tháng|tuần)|\bmỗi (?:năm|quý|tháng|tuần)|\bđịnh kỳ (?:hằng|hàng|\d+) \w+"
    r"|(?<!so với )(?<!lần )(?<!thành lập )(?<!của )(?<!từ )\bnăm 20\d\d"
    r"|\bgiai đoạn 20\d\d\s*[-–]\s*20\d\d|\bnhiệm kỳ 20\d\d\s*[-–]\s*20\d\d",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\bđã (?!(?:được )?(?:phát hiện|ban hành|thành lập|xây dựng|công bố|cam kết|có hiệu lực)\s*(?:[;.,)]|$)"
    r"|đề ra|được (?:giao|phê duyệt|công nhận)|đạt chuẩn|đăng ký|ký kết)|\bđến nay\b"
    r"|(?<!thực )(?<!phát )\bhiện (?:nay|có|còn)\b"
    r"|\b(?:năm|nhiệm kỳ|thời gian) (?:vừa )?qua\b|\bcùng kỳ\b|\btính đến\b",
    re.IGNORECASE,
)
# Years that the figure is measured by, and those of papers.
_COMPARED = re.compile(
    r"\blần năm \d{4}|\bso với (?:cùng kỳ|[^,;.]{0,30}?năm \d{4})"
    r"|\b(?:luật|nghị quyết|kế hoạch|chương trình|đề án|hiến pháp|pháp lệnh|nghị định|kết luận)\b"
    r"[^,;.]{0,80}?năm \d{4}",
    re.IGNORECASE,
)
_FROM_YEAR = re.compile(r"\btừ \d[\d.,]*\s?%?[^;.\d]{0,15}năm \d{4}", re.IGNORECASE)  # "từ 5% năm 2025 xuống 4%"
_OVER_HEADING = re.compile(
    r"su can thiet|can cu|co so (?:phap ly|thuc tien|chinh tri|khoa hoc)|thuc trang|danh gia (?:ket qua"
    r"|tinh hinh|thuc trang|chung|viec)"
    r"|ket qua(?! (?:can|phai|mong|du kien))|tinh hinh|dac diem|uu diem|han che|ton tai|nguyen nhan|boi canh|khai quat"
    r"|tan thanh|mo dau|nhung ket qua|mot so ket qua|tong quan"
)
_STRIVES = re.compile(
    r"\bphấn đấu\b|\bbảo đảm\b|\bđảm bảo\b|\bđạt\b|\bgiảm còn\b|\b100\s?%"
    r"|(?:^|;\s)\d[\d.,]*\s?%|\b(?:lên|xuống|còn)\s(?:khoảng\s)?\d[\d.,]*\s?(?:%|lần\b)"
    r"|\b(?:tăng|nâng|đưa|giảm)\b[^;:]{0,80}\b(?:lên|xuống|còn)\s(?:khoảng\s)?\d",
    re.IGNORECASE,
)
_FACTS = re.compile(
    r"(?:địa điểm|số lượng(?!.*\b(?:đạt|tăng|giảm)\b)"
    r"|thành phần|kinh phí|tổng kinh phí|đối tượng|điều kiện|tiêu chuẩn|giải thưởng|cơ cấu"
    r"|thể lệ|dung lượng)\b",
    re.IGNORECASE,
)
# "Văn phòng bảo đảm kinh phí 120 triệu đồng": what it costs; raised money is promised
_COSTS = re.compile(
    r"(?!.*\b(?:huy động|vận động|ủng hộ|quyên góp)\b).{0,60}\bkinh phí\b[^;.:\d]{0,30}\d[\d.,]*\s"
    r"(?:tỷ|tỉ|triệu|nghìn|đồng)",
    re.IGNORECASE,
)


def level_of(text: str) -> str | None:
    """The levels that a sentence names ("tỉnh, xã"), from the top down: a cấp, each of a kind, or a kind counted."""
    folded = fold(text)
    listed = " ".join(found[1] for found in _CAP.finditer(folded))
    named = {name for name, wording in _LEVELS if wording.search(listed)}
    named |= {name for name, wording in _ALSO if wording.search(folded)}
    named |= {name for name, wording in _ACCENTED if wording.search(text)}
    return ", ".join(name for name in (*dict(_ALSO), "hộ") if name in named) or None


def due_of(text: str, first_year: int | None = None) -> str | None:
    """By when or how often, in the sentence's words."""
    text = _FROM_YEAR.sub(lambda found: " " * len(found[0]), text)
    found = _DUE.search(plain_dashes(own_words(text, first_year)))
    return line(text[found.start() : found.end()]).rstrip(" .") if found else None


def is_over(text: str, first_year: int | None) -> bool:
    """Whether a sentence tells what was, not what shall be."""
    return has_been(text, first_year) or is_past(_now(text, first_year), first_year)


def has_been(text: str, first_year: int | None) -> bool:
    """Whether a sentence says that it tells what was ("đã", "năm qua")."""
    return bool(_OVER.search(_now(text, first_year)))


def _now(text: str, first_year: int | None) -> str:
    """A sentence without the years that its figures are compared with."""
    return _COMPARED.sub("", _FROM_YEAR.sub("", own_words(text, first_year)))


def is_over_heading(title: str) -> bool:
    """Whether a heading stands over results, grounds and the state of things."""
    return bool(_OVER_HEADING.match(fold(title)))


def strives(text: str) -> bool:
    """Whether a sentence says that a figure is to be reached."""
    return bool(_STRIVES.search(text))


def is_about_time(text: str) -> bool:
    """Whether an item only tells the time ("Thời gian: từ ngày …")."""
    return bool(re.match(r"(?:thời (?:gian|hạn|điểm)|tiến độ)\b[^:]{0,30}:", text, re.IGNORECASE))


def states_facts(text: str) -> bool:
    """Whether an item tells of place, numbers or money ("Số lượng: …"), which nobody promises."""
    return bool(_FACTS.match(text) or _COSTS.match(text))
