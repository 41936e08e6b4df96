"""Figures that promise nothing: names, times, ages, sizes, conditions, votes, and where things stand now."""

import re

OTHER_THING = r"(?:(?!\b(?:đạt|loại|xếp|tốt|khá|có|từ|trình độ)\b)[^;,.\d])"
UPWARD = re.compile(rf"{OTHER_THING}{{0,60}}\btrở lên\b")
# A figure behind one of these is a name or a time, not a promise ("mỗi tổ 05 người" is).
_NAMES = re.compile(
    r"(?<!mỗi )(?<!từng )(?<!hằng )(?<!hàng )"
    r"\b(?:(?<!thiểu )(?<!dân )(?<!chuyển đổi )(?<!tảng )(?<!năng )(?<!nghệ )số"
    r"|lần(?: thứ)?|thứ|khóa|khoá|năm|tháng|ngày|quý|điều|khoản|đợt|kỳ|tuần|nghị quyết|quyết định|kết luận"
    r"|chỉ thị|luật|lớp"
    r"|giai đoạn|mục|chương trình|trung ương|biểu|vòng|hạng|loại|từ|đến|quốc lộ|(?<!cao )tuổi|covid-?|đề án|dự án"
    r"|thông báo|kế hoạch"
    r"|hướng dẫn|công văn|quy định|phụ lục|trang|chuyên đề|tiêu chí|nhóm|mức độ|cấp độ|điện thoại|phường|quận"
    r"|tổ|khu phố|so với"
    r"|mùng|mồng|ấp|thôn|khóm|sđt|đt|lúc|mẫu|bảng|phòng|đường|giờ|(?<!chỉ đạo )(?<!làm )(?<!thí )điểm)\s*:?\s*$",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"tháng tuổi\b|(?:năm|tháng|ngày|tuần|giờ|quý|phút|tuổi|sao|(?:âm|dương) lịch)\b"
    r"(?!\s*(?:công|tuổi|lương|hội|chủ nhật|thứ bảy)\b|/)",
    re.IGNORECASE,
)
_RATE = re.compile(r"\w+(?: \w+){0,2}/(?:tuần|tháng|quý|năm)\b", re.IGNORECASE)  # "sinh hoạt chuyên đề 1 lần/quý"
_LASTS = re.compile(r"(?:ngày|giờ|phút)\b(?! (?:tuổi|công|đêm)\b)", re.IGNORECASE)
_BEFOREHAND = re.compile(r"\b(?:trước|sau|kể từ|cách)\b[^;.,]{0,40}$", re.IGNORECASE)
_TERM = re.compile(
    r"\b(?:thời (?:hạn|gian)|ngày điều trị|giải quyết|trả lời|xử lý|phản hồi|rút ngắn|giảm|bình quân|trung bình)\b"
    r"[^;]{0,60}$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:(?:trăm|nghìn|ngàn|triệu|tỷ|tỉ) )?đồng\b(?! (?:chí|bào)\b)", re.IGNORECASE)
# "phường 50 triệu đồng": money is nobody's number, unless it is compared or ranges
_OF_MONEY = re.compile(r"\b(?:từ|đến|so với)\s*:?\s*$", re.IGNORECASE)
_WHOLE_BODY = re.compile(
    r"\b(?:toàn|cả) (?:xã|phường|huyện|quận|tỉnh|thành phố|trường|ngành|hội|hệ thống|khu phố|thôn)"
    r"(?: \w+){0,2} có từ\s*$",
    re.IGNORECASE,
)
_ENDS_UPWARD = re.compile(r"[^;,.\d]{0,50}\btrở lên\s*(?:[.;]|$)")
_EACH = re.compile(r"\b(?:mỗi|phấn đấu|bảo đảm|đảm bảo)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\bcó từ\s*$", re.IGNORECASE)  # "doanh nghiệp có từ 20 lao động": whom it is about
# "Lập 01 tổ, có từ 5 đến 7 người"
_OF_PROMISED = re.compile(r"\d [^;.,\d]{2,60}, (?:mỗi \w+ (?:\w+ )?)?có từ\s*$", re.IGNORECASE)
_BEFORE_THAT = re.compile(
    r"[^;.,\d]{0,25}(?:năm \d{4}[^;.,\d]{0,10})?(?<!trở )\b(?:lên|xuống)\b"
)  # "từ 8,4% xuống còn 6,2%"
# "đường rộng 5 m", "máy chụp 64 dãy", "xe 16 chỗ": what a thing is like
_LIKE = re.compile(
    r"\b(?:(?<!nhân )(?<!mở )rộng|(?<!nâng )cao|dày|sâu|nặng|đường kính|công suất|dung tích|phiên bản|cỡ)\s*$",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"(?:dãy|chỗ|inch|mã lực|kênh|làn|tầng|nòng|pha|trục|k|g|d|gb|tb|kv|kva|kw|mbps|mhz|ghz|cc)\b(?! (?:truyền|thông))",
    re.IGNORECASE,
)
_ADDS = re.compile(r"\b(?:lắp|đặt|mở|thêm|tăng|đạt|lập|tạo|xây dựng|duy trì|vận hành)\s*$", re.IGNORECASE)
_VOTES = re.compile(
    r"\b(?:thông qua|biểu quyết|tán thành|số phiếu|tỷ lệ phiếu)\b[^;.]{0,60}\d\s?%"
    r"|\d\s?%[^;.]{0,40}\b(?:biểu quyết|tán thành)\b"
    r"|\d+/\d+ (?:đại biểu|ủy viên|đại diện|thành viên)[^;.]{0,40}\b(?:biểu quyết|tán thành|nhất trí|đồng ý)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_none(found: re.Match[str], before: str, after: str, percent: bool, comparator: str) -> bool:
    """Whether the figure is a name, a time, a condition or where things stand now."""
    if (_CONDITION.search(before) and not percent and not _binds_each(before, after)) or (
        before.rstrip().endswith("từ") and _BEFORE_THAT.match(after)
    ):
        return True
    if percent:
        return before.rstrip().endswith("so với")
    if found["upto"] and _YEAR.fullmatch(found["value"]) and _YEAR.fullmatch(found["upto"]):
        return True
    if _is_term(before, after, comparator):
        return False
    named = comparator == "=" and not found["upto"] and (_is_name(before, after) or _is_like(before, after))
    return named or bool(_TIMES.match(after)) or not found["value"].strip("0")


def _is_name(before: str, after: str) -> bool:
    names = _OF_MONEY if _MONEY.match(after) else _NAMES
    return bool(names.search(before)) and not _RATE.match(after)


def _is_like(before: str, after: str) -> bool:
    """Whether the figure only says what a thing is like: its size, its kind."""
    return bool(_LIKE.search(before) or (_SIZE.match(after) and not _ADDS.search(before)))


def _is_term(before: str, after: str, comparator: str) -> bool:
    """ "Giải quyết trong thời hạn không quá 20 ngày" promises how long it takes."""
    if comparator not in ("<=", ">=", "<") or not _LASTS.match(after):
        return False
    return bool(_TERM.search(before)) and not _BEFOREHAND.search(before)


def _binds_each(before: str, after: str) -> bool:
    """ "Mỗi ban có từ 01 mô hình trở lên." promises what "doanh nghiệp có từ 20 lao động trở lên" only tells apart."""
    if _OF_PROMISED.search(before):
        return True
    if _WHOLE_BODY.search(before):
        return bool(UPWARD.match(after))
    return bool(_ENDS_UPWARD.match(after) and _EACH.search(before))


def is_vote(text: str) -> bool:
    """ "Nghị quyết được thông qua với tỷ lệ 100%": how a vote went; "phấn đấu" makes it a promise."""
    return bool(_VOTES.search(text)) and "phấn đấu" not in text.lower()
