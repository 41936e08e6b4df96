"""Parts of a year, dates in figures and the calendar's own words."""

from planner.period.vocabulary.basis import COLON, END, NO_LETTER, NOT_A_NAME, D, Y

_WEEKDAY = r"(?:hai|ba|tư|năm|sáu|bảy|[2-7])"

_THINGS = (
    r"(?:xã|phường|thôn|ấp|bản|khu|khu dân cư|tổ dân phố|chi bộ|chi hội|chi đoàn|đơn vị|cơ sở|trường|đại biểu|người|hộ|"
    r"chỉ tiêu|triệu|tỷ|nghìn|đồng|đoàn|đoàn viên|hội viên|học sinh|học viên|cán bộ|mô hình|nhà|suất|công trình|"
    r"đề mục|tin|điểm|đội|giải|%)"
)
_NO_TERM = r"(?! (?:ngày|tháng|quý|khi|kỳ họp|tết|[0-9]))"  # "báo cáo năm trước ngày 15/12"

RULES: tuple[tuple[str, str], ...] = (
    # Parts of a year.
    ("months_of", r"([0-9]{1,2}) tháng (đầu|cuối)(?: của)?(?: năm)?" + END
                  + r"(?! (?:cùng |tiên )?(?:của )?(?:mỗi |hằng )?quý)"),
    ("half", r"nửa(?: năm)? (đầu|cuối|sau)(?: của)?(?: năm)?" + END + r"(?!\s*(?:tháng|quý|nhiệm kỳ))"),
    ("half_of", r"nửa (đầu|cuối|sau)(?: của)?" + END),
    ("months", r"([0-9]{1,2}) tháng" + END + r"(?!\s*[0-9])(?!\s+(?:cuối|đầu|giữa)\s)(?! sau| trước| tới| nay)"),
    ("years_long", rf"{NOT_A_NAME}([0-9]{{1,2}}) năm" + END + r"(?!\s*[0-9]{4}| sau| tới| nay| liền| tiếp| trước)"),
    ("length", r"trong (?:vòng )?[0-9]{1,2} tháng(?=,? \(?từ\b)"),
    ("length", r"[0-9]{1,2} ngày,? (?:và )?[0-9]{1,2} đêm" + END),
    ("length", rf"(?:^|trong |cả )[0-9]{{1,2}} năm(?=:? \(?{Y}\s?(?:-|,|và|đến)\s?{Y})"),
    ("length", NOT_A_NAME + r"(?:1\s?[/\u2044]\s?2|[0-9]{1,2}[,.]5|nửa|một) (?:ngày|buổi)" + END
     + r"(?! (?:đầu|cuối|sau)\b)"),
    ("length", r"từ [0-9]{1,2}(?:[,.]5)?\s?(?:-|đến)\s?([0-9]{1,3}) ngày" + END + r"(?!\s*[0-9]| đầu| cuối)"),
    ("length", rf"{NOT_A_NAME}(?<![^\W_])(?:[0-9]{{1,2}}\s?-\s?)?([0-9]{{1,3}}) (?:ngày|tuần|buổi|giờ|tiết)"
     r"(?:\s?/\s?(?:lớp|đợt|cuộc|người|đoàn|xã))?" + END
     + r"(?! đầu| cuối)"),
    ("school_year", r"(?:(?:đầu|giữa|cuối|hết|kết thúc|tổng kết|khai giảng) )?"
                    r"(?:năm học(?: mới)?|năm tài chính|niên khóa|niên độ|(?:học kỳ|hk)(?:\s?(?:[12]|ii?))?)"
                    rf"(?: {Y}\s?-\s?{Y})?" + END),
    ("lunar_year", r"(?:xuân )?(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) "
                   r"(?:tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi)" + END),
    # "Đến hết nhiệm kỳ 2024-2029" ends with the second year; the first only names the term.
    ("of_term", r"(?:đầu|giữa|cuối) nhiệm kỳ(?=\s?[(:)])"),
    ("term_end", r"(?:(?<=đến )|(?<=tới )|(?<=hết )|(?<=trọn )|(?<=cuối ))(?:nhiệm kỳ|giai đoạn):?"
                 rf"(?: năm)?\s{Y}\s?(?:-|đến)\s?(?:năm )?{Y}"),
    ("term", r"(?:cả |trong |suốt )?(?:nhiệm kỳ|giai đoạn)" + END + rf"(?:\s*:?\s*(?=(?:năm )?{Y}))?"),
    ("quarters_of", r"([1-4]) quý (đầu|cuối)(?: của)?(?: năm)?" + END),
    ("some_months", r"(?:các|những) tháng (đầu|cuối)(?: của)? năm" + END),
    ("end_of_year", r"(tháng|quý) (đầu|cuối)(?: tiên| cùng)?(?: của)? năm" + END),
    ("days_of", r"([0-9]{1,2}) (ngày|tuần) (đầu|cuối)(?: tiên| cùng)?(?: của)?" + END),
    ("week_part", r"tuần (đầu|cuối)(?: tiên| cùng)?(?: của)?" + END),
    ("day_part", r"ngày( làm việc)? (đầu|cuối)(?: tiên| cùng)?(?: của)?" + END),
    ("part", r"(thượng|trung|hạ) tuần" + END),
    ("part", r"(?:những|các|mấy) ngày (đầu|giữa|cuối)(?= (?:của )?tháng)"),
    ("part", r"tháng (đầu|giữa|cuối)(?: tiên| cùng)?(?: của)?(?= quý\s?(?:[0-9]|[ivx]+\b))"),
    ("word", r"đầu (?:tư|mối|ra|vào)" + END),
    ("part", r"(đầu|giữa|cuối)" + END),
    ("onwards", r"(?:(?:và|&|\+) )?(?:các|những) (?:năm|quý|tháng) (?:tiếp theo|sau|kế tiếp|còn lại)" + END),
    ("next_year", r"năm (?:sau|tới|kế tiếp|tiếp theo)(?: liền kề)?" + END + _NO_TERM),
    ("year_before", r"năm (?:trước|liền trước)" + END + _NO_TERM),
    ("this_year", r"năm nay" + END),
    # "12/12 xã", "10-12 đại biểu", "50 triệu đồng": how many of what.
    ("quantity", rf"{NOT_A_NAME}(?<![0-9/,-])(?<![0-9/,-] )[0-9]{{1,4}}(?:\s?[/-]\s?[0-9]{{1,4}})?\s?(?:số )?{_THINGS}"
     + END),
    ("quantity", r"[0-9]{1,3}\s?%|tỷ lệ [0-9]{1,3}\s?/\s?[0-9]{1,3}" + END),
    # Dates in figures.
    ("dmy", rf"(?<=ngày ){D} - {D} - {Y}"),
    ("ym", rf"{Y}-(0?[1-9]|1[0-2])(?![0-9/-])"),
    ("iso", r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?![0-9])(?:[ t][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?"),
    ("dm", rf"{D}/{D}(?=\s/\s)"),
    ("dmy", rf"{D}\s?/\s?{D}\s?/\s?{Y}"),
    ("dmy", rf"{D}(?:-|\.){D}(?:-|\.){Y}"),
    ("dm", rf"{D}\.{D}(?=\s?(?:-|đến|và|,)\s?(?:ngày )?[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?:19|20)[0-9]{{2}})"),
    # "15.6", "15-6": no month has so high a number, and no range runs backwards.
    ("dm", r"(?<!tháng )(?<!quý )(?<![0-9/.])(1[3-9]|2[0-9]|3[01])[.-](0?[1-9]|1[0-2])(?!\s?[/]|[0-9.]|-[0-9]| tháng)"),
    ("dm", rf"(?<=ngày ){D}\.{D}(?!\s?/|\.|-[0-9])"),
    ("dmy2", rf"{D}\s?/\s?{D}\s?/\s?([0-9]{{2}})(?![0-9/])"),
    ("my", rf"{D}\s?/\s?{Y}"),
    ("my", rf"{D}(?:-|\.){Y}(?!\s*-)"),
    ("day_dash", rf"ngày {D}-{D}(?!\s?[/-])(?!\s*(?:tháng|hằng (?!năm)))"),
    ("dm", rf"{D}\s?/\s?{D}(?!\s?/\s?[0-9])"),
    ("each_year", rf"(?:của |trong |vào )?các năm(?=:? {Y})"),
    ("of_year", rf"(?<=[ivx])-{Y}(?!\s?-)"),
    ("of_year", rf"(?:/|trong năm|của năm|năm)\s?{Y}"),
    # The calendar's own words.
    ("nth_weekday", rf"(?:ngày )?(?:thứ )?((?<=thứ ){_WEEKDAY}|chủ nhật|cn) (đầu|cuối)(?: tiên| cùng)?(?: của| trong)?"
                    r"(?= (?:hằng |mỗi )?tháng\b)"),
    ("weekday", rf"(?:các )?(?:ngày )?thứ ({_WEEKDAY})(?:\s?(?:,|và|-|đến)\s?(?:thứ )?{_WEEKDAY})+"
                r"(?=,? (?:hằng|mỗi) tuần\b)"),
    ("weekday", r"(?:các )?(?:ngày )?thứ (hai|ba|tư|năm|sáu|bảy|[2-7])" + END),
    ("weekday", r"(?:ngày )?(chủ nhật|cn)" + END),
    ("weekday", r"(t[2-7])(?=(?:,|-| |và|t[2-7]|cn)* ?(?:hằng|mỗi) tuần)"),
    ("weekday", rf"(t[2-7])(?=\s?,?\s?\(?(?:ngày )?{D}\s?/\s?{D})"),
    ("month", r"(?:các )?tháng" + NO_LETTER + COLON),
    ("month", r"(?:thg|th|t)\s?\.?(?=\s?[0-9])"),
    ("quarter", r"(?:các )?quý" + NO_LETTER + COLON),
    ("quarter", r"q\s?\.?(?=\s?(?:[0-9]|[ivx]+\b))"),
    ("day", r"(?:các |trong )?ngày(?! (?:làm việc )?(?:đầu|cuối)\b)" + NO_LETTER + COLON),
    ("filler", r"tuần(?: lễ)?(?= từ\b)"),
    ("week", r"(?:các )?tuần(?: lễ)?(?: thứ)?" + NO_LETTER + COLON),
    ("whole_year", r"(?:trong|cả|toàn|trọn) năm" + END + rf"(?!\s?{Y}| học| tài chính| nay\b)"),
    ("year", r"(?:các )?năm" + NO_LETTER),
)  # fmt: skip
