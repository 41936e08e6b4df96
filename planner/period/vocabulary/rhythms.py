"""Rhythms: how often, and in which months of a quarter."""

from planner.period.vocabulary.basis import END

_A = r"(?:một|1|01)"
_UNIT = r"(ngày|tuần|tháng|quý|năm)"

_COUNTED = r"(?:lần|cuộc|kỳ|đợt|buổi|số|bài|hội nghị|lớp|chuyên đề|chuyên mục|tin)"
_NO_NUMBER = r"(?!\s*:?\s*(?:[0-9]|[ivx]+\b))"

RULES: tuple[tuple[str, str], ...] = (
    ("odd_months", r"(?:các |những )?tháng (lẻ|chẵn)(?: trong năm| hằng năm)?" + END),
    # "Tháng 2 lần" is twice a month, or February without its comma.
    ("blank", r"(?:tháng|quý|tuần) (?!0?1 )[0-9]{1,2} (?:lần|kỳ|cuộc|buổi)" + END + r"(?! thứ| [0-9])"),
    ("every_n", rf"{_A} (?:lần|cuộc|kỳ|đợt)\s?/\s?([0-9]{{1,2}}) {_UNIT}" + END),
    ("times", r"(?:(?:mỗi|hằng|một|1) )?(?:(?:khoảng|ít nhất|tối thiểu) )?(?:[0-9]{1,2}\s?-\s?)?([0-9]{1,2}) "
              r"(?:lần|cuộc|kỳ|đợt|buổi|hội nghị|báo cáo|số|bài)\s?(?:/|trong|mỗi|một|trên)\s?"
              rf"(?:(?:{_A}|mỗi|hằng) )?{_UNIT}" + END + _NO_NUMBER),
    ("times_after", rf"(?:mỗi|hằng|{_A}) {_UNIT},? (?:họp |ít nhất |tối thiểu )*([0-9]{{1,2}}|một) "
                    + _COUNTED + END),
    # "Hằng tháng (02 lần)", "hằng quý: 01 cuộc"; "hằng năm (2 lần: tháng 3, tháng 9)" says which.
    ("times_after", rf"(?:mỗi|hằng) {_UNIT}\s?[(:]\s?(?:ít nhất |tối thiểu )?([0-9]{{1,2}}|một) {_COUNTED}" + END
                    + r"(?!\s?[:,;]| (?:vào|trong)\b)"),
    ("times_after", rf"(?:{_A} )?(năm) (?!0?1 )([0-9]{{1,2}}) (?:lần|kỳ|cuộc|đợt)" + END + r"(?! thứ)"),
    ("times_after", rf"{_A} {_UNIT}\s?/\s?([0-9]{{1,2}}|một) (?:lần|cuộc|kỳ|đợt|buổi)" + END),
    ("every_n", rf"(?:cứ )?([0-9]{{1,2}}) {_UNIT}\s?(?:/|mỗi|{_A})\s?(?:{_A} )?(?:lần|kỳ)" + END),
    ("every_n", rf"(?:hằng|mỗi) ([0-9]{{1,2}}) {_UNIT}" + END),
    ("every_one", rf"{_UNIT}\s?(?:/|{_A})\s?(?:{_A} )?(?:lần|kỳ)" + END),
    ("quarter_month", r"tháng (đầu|giữa|cuối)(?: tiên| cùng)?(?: của| trong)?(?: mỗi| hằng| các)* quý" + END
                      + _NO_NUMBER),
    ("every", r"(?:hằng|mỗi|từng|hàng)(?: một)? (ngày|tuần|tháng|quý|năm)" + END
              + rf"(?:\s?/?\s?{_A} (?:lần|kỳ)\b)?(?!\s+(?:học|tài chính))"),
    ("every_weekday", r"(?:(?<=thứ hai )|(?<=thứ 2 ))đầu tuần" + END),
    ("every_weekday", r"(?:hằng|mỗi) (?=(?:ngày )?(?:thứ|chủ nhật|t[2-7]\b))"),
    ("every", r"(?:báo cáo|bc|giao ban|sinh hoạt|họp) (tháng|quý)" + END
              + r"(?=:? ?,? ?(?:gửi |nộp )?(?:trước|chậm nhất|vào|ngày|định kỳ)\b)"),
    ("every", r"(?:cả )?(?:0?4|bốn) (quý)" + END + r"(?:(?: trong| của|\s?/)\s?năm)?"),
    ("every", r"(?:tất cả )?các (ngày|tuần|tháng|quý)" + END
              + r"(?! (?:lễ|kỷ niệm|hội|còn lại|từ)\b)(?: trong năm)?" + _NO_NUMBER),
    ("every", r"(?:cả )?12 (tháng)(?: trong| của) năm" + END),
    ("every", r"theo (?:từng )?(tháng|quý)" + END + _NO_NUMBER),
    ("tally", r"([0-9]{1,2}) (?:mốc|lần|đợt|kỳ|cuộc|buổi|hội nghị|lớp)" + END + r"(?=\s?[:(,;]| (?:vào|trong)\b)"),
    ("tally", rf"(?<=\()([0-9]{{1,2}}) {_COUNTED}(?=\s?\))"),
    ("unsaid", rf"(?:(?<=\()|(?<=: ))[0-9]{{1,3}} {_COUNTED}" + END),  # how many is no month and no day
    ("periodic", r"(?:định|thường) kỳ" + END),
)  # fmt: skip
