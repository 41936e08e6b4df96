"""Names that hold figures and dates: papers, anniversaries, rounds, campaigns, places."""

from planner.period.vocabulary.basis import END, D
from planner.period.vocabulary.papers import PAPER, TIME_WORD

# What a campaign is for, then its days; no time of its own.
_CAMPAIGN = r"(?:(?:(?! (?:ngày|tháng|quý|năm|tuần|từ|trước|đến)\b)[^\W\d_]|[ \"“”']){0,60}\s?[(:,]|\s?[(:,]?)"

# "Tháng Công nhân", "Tuần lễ Đại đoàn kết": words with nothing of time among them.
_NAME = (
    r"(?!(?:sau|tới|nay|liền|kế|tiếp|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|giêng|chạp|thứ|chủ|làm|nào)\b)"
    rf"(?:(?:và )?(?!{TIME_WORD}\b)[^\W\d_]+[ ,“”\"-]*){{1,12}}"
)

_BODIES = r"(?:thôn|tổ|tổ dân phố|khu|khu phố|quận|phường|ấp|khối|xóm|đội|cụm|chi bộ|chi hội)"

# "Đợt 1: tháng 4", "đợt 1 - tháng 4": the dash says what a colon does.
_NAMES = r"\s*(?::|-(?=\s?(?:(?:tháng|quý|ngày|tuần|trước|từ|trong|cuối|đầu|giữa)\b|t\s?[0-9]|[0-9]{1,2}\s?/)))?"

RULES: tuple[tuple[str, str], ...] = (
    # "Đường 30/4", "Trường Tiểu học 2/9": a date in a name.
    ("ordinal", r"(?:đường|phố|trường|quảng trường|công viên|bệnh viện|rạp)"
                rf"(?: (?!{TIME_WORD}\b)[^\W\d_]+){{0,2}} {D}/{D}(?![0-9/])"),
    ("ordinal", rf"(?:^|(?<=; )){_BODIES}(?: số)? [0-9]{{1,2}},(?= (?:ngày|tháng|quý|từ|trước)\b)"),
    # What bears dates that are not the task's time.
    ("paper", PAPER),
    ("anniversary", r"\(0?([0-9]{1,2})/0?([0-9]{1,2})[/-][0-9]{4}\s*-\s*0?\1/0?\2[/-][0-9]{4}\)"),
    ("anniversary", r"(?:lễ )?kỷ niệm (?:lần thứ )?[0-9]{1,4} (?:năm|ngày)" + END + r"[^;,(]*(?:\([^)]*\))?"),
    ("anniversary", r"[0-9]{1,4} năm (?:ngày (?![0-9])|thành lập|giải phóng|chiến thắng)[^;,()]*"),
    ("occasion", r"(?:(?:nhân )?dịp(?: lễ| tết| kỷ niệm)*|(?:chào mừng|kỷ niệm)(?: ngày)?|(?:mùa )?hè|"
                 r"tết(?: nguyên đán| trung thu)?)" + END),
    ("ordinal", r"(?:đợt|vòng|giai đoạn|bước|kỳ|lớp|lần) [0-9](?:\s?(?:-|,|và|đến)\s?[0-9])+(?=\s*(?:[:;)]|$))\s*:?"),
    ("ordinal", r"(?:lần|khóa|khoá|phiên|kỳ họp)(?: thứ)? (?:[0-9]{1,3}|[ivxlc]+)" + END + _NAMES + r"(?!\s*/)"),
    ("ordinal", r"(?:đợt|vòng) (?:một|hai|ba|bốn)" + END + _NAMES),
    ("ordinal", r"(?:lần|đợt|vòng|bước|kỳ|lớp) thứ (?:nhất|hai|ba|tư|năm)" + END + _NAMES),
    ("ordinal", r"(?:đợt|vòng|giai đoạn|bước|kỳ|lớp)(?: thứ)? (?:[0-9]|[ivx]{1,4})" + END + _NAMES),
    ("ordinal", r"(?<=[0-9ivx] )\((?:0?1|một) (?:cuộc|lớp|hội nghị|buổi|lần|đợt|đoàn)\)"),  # "tháng 3 (01 cuộc)"
    ("ordinal", r"(?<=[0-9ivx])\s?: (?:0?1|một) (?:cuộc|lớp|hội nghị|buổi|đoàn)" + END),  # "quý II: 01 hội nghị"
    # "Tháng cao điểm Vì người nghèo (17/10 - 18/11)": a campaign, then its days.
    ("ordinal", rf"(?:^|(?<=\()|trong )(?:đợt|tháng|tuần|thời gian) cao điểm{_CAMPAIGN}"
                rf"(?=\s?(?:(?:từ|ngày) )*{D}\s?[/.-]\s?{D})"),
    # "Tháng Công nhân (tháng 5)", "tháng 3 (Tháng Thanh niên)": a name, and when it is.
    ("ordinal", rf"(?:^|(?<=\()|trong )(?:tháng|tuần lễ|tuần|ngày) {_NAME}(?:(?:năm )?20[0-9]{{2}})?"
                rf"(?=\s?\((?:(?:từ|ngày|tháng) )*[0-9]|"
                rf"(?:từ |ngày )+{D}\s?/|[0-9]{{1,2}}/20[0-9]{{2}}$)"),
    ("ordinal", rf"(?<=[0-9ivx] )\((?:tháng|tuần lễ|ngày) {_NAME}\)"),
    ("ordinal", rf"(?:(?<=[0-9ivx])|(?<=[0-9ivx] ))[,-] (?:tháng|tuần lễ|ngày) {_NAME}$"),
    # "Tháng 4, tháng 9 (mỗi tháng 01 cuộc)"
    ("ordinal", r"(?<=[0-9ivx] )\(mỗi (?:tháng|quý|đợt|lần|kỳ) (?:0?1|một) [^\W\d_]{2,}(?: [^\W\d_]+){0,3}\)"),
)  # fmt: skip
