"""The time of day."""

from planner.period.vocabulary.basis import END, NO_LETTER, NOT_A_NAME, D

# Minutes stand right behind the hour; behind a blank, "20h 18/11" has a day.
_MINUTES = (
    r"(?:[0-9]{2}(?![0-9])|\s[0-9]{2}(?=\s?(?:phút|['’′]|(?:, ?)?(?:ngày|thứ|chủ nhật|sáng|chiều|tối)\b|"
    r"(?:-|đến)\s?[0-9]{1,2}\s?[hg]|$)))"
)
_CLOCK = (
    rf"(?:[0-9]{{1,2}}\s?(?:h|giờ|g){_MINUTES}?" + NO_LETTER + r"(?: ?phút|['’′])?|"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9]))"
)

RULES: tuple[tuple[str, str], ...] = (
    ("hours", r"(?:trực(?: ban| chiến)? )?24\s?/\s?(?:24|7)\s?(?:h|giờ)" + END),
    ("hours", r"trực(?: ban| chiến)? 24/7(?![0-9/])"),
    ("hours", rf"trước {_CLOCK}(?=\s*(?:$|[;)]))"),  # "thứ Sáu hằng tuần, trước 15h"
    ("hours", rf"(?:từ )?(?:{_CLOCK}|{NOT_A_NAME}(?<![0-9/.]){D})\s?(?:-|đến)\s?{_CLOCK}"),
    ("clock", rf"từ (?!0?0\s?(?:h|g|:)){_CLOCK}"),  # "từ 19h30 ngày 17/10" is when it begins on that day
    ("clock", rf"(?:vào )?(?:lúc |hồi )?{_CLOCK}"),
    ("clock", r"(?:buổi )?(?:đầu giờ |cuối giờ )?(?:sáng|trưa|chiều|tối(?! thiểu| đa)|đêm)" + END),
)  # fmt: skip
