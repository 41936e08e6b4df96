"""The words of the grammar, in the order in which they are tried. What no rule knows becomes a `word` or a `mark`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_D = r"([0-9]{1,2})(?![0-9])"
_Y = r"((?:19|20)[0-9]{2})(?![0-9])"
_END = r"(?![^\W_])"
_NOT_A_NAME = r"(?<!tháng )(?<!ngày )(?<!quý )(?<!tuần )(?<!thứ )"  # what follows is no "tháng 5", "ngày 5"
_NO_LETTER = r"(?![^\W\d_])"

_PAPERS = (
    r"(?:nghị quyết|kết luận|chỉ thị|quyết định|kế hoạch|công văn|hướng dẫn|thông báo|đề án|chương trình|quy định|"
    r"quy chế|nghị định|thông tư|thông tri|báo cáo|tờ trình|văn bản|luật|lời kêu gọi)"
)
_SIGNED = rf"(?:,? ?(?:ký )?ngày {_D}\s?[/.-]\s?{_D}\s?[/.-]\s?[0-9]{{4}})"
_NUMBERED = r"[0-9]{1,5}\s?[-/]\s?(?:[0-9]{4}\s?[-/]\s?)?(?![ivx]+\b)[^\W\d_][\w/&.-]*"
_PAPER = rf"(?:(?:{_PAPERS} )(?:[^\W\d_]+ ){{0,4}}?(?:số:? ?)?|số:? ?){_NUMBERED}{_SIGNED}?|{_PAPERS}{_SIGNED}"

# Where a soft phrase ("theo kế hoạch …", "sau khi …") ends and a time of its own begins.
_TIME_AHEAD = (
    r"(?:[,;(]|và|hoặc)?\s*(?:(?:trước|chậm nhất|từ|đến|xong|hoàn thành|trong)\s+)*"
    r"(?:ngày|tháng|quý|tuần|t|q)\s*(?:[0-9]|[ivx]+\b)|[0-9]{1,2}\s?/\s?[0-9]|thường xuyên|hằng |định kỳ|"
    r"(?:trước|từ|đến) năm [0-9]"
)
_TAIL = rf"(?:{_PAPER}|(?!{_TIME_AHEAD})[^;()])*"
_EVENT_NOUN = (
    r"(?:hội nghị|đại hội|kỳ họp|tết|bầu cử|ngày bầu cử|ngày hội|ngày lễ|lễ|hội thi|bế mạc|khai mạc|cuộc họp|họp|"
    r"kiểm tra|giám sát|sáp nhập|sắp xếp|khai giảng)"
)

RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple((name, re.compile(rule)) for name, rule in (
    ("lunar", r"(?:\()?\s*(?:âm lịch|al)" + _END + r"\s*(?:\))?|tháng (?:giêng|chạp)" + _END + r"|(?:mùng|mồng|rằm)" + _END),
    # An event sets the time, not the calendar.
    ("relative", _NOT_A_NAME
     + r"(?:(?:trong vòng|trong thời hạn|trong|chậm nhất(?: là)?|không quá|sau)\s)*"
                 rf"{_D} (ngày|tuần|tháng|năm)( làm việc)?,? (kể từ khi|kể từ|tính từ|từ khi|từ|sau khi|sau|trước khi|"
                 r"trước|tính đến)(?! (?:năm|tháng|quý)\b)" + _END),
    ("event", rf"(?:ngay )?(?:trước, trong và sau|trước và sau|sau|trước|trong|kể từ|từ|đến)\s+(?:khi\b|{_EVENT_NOUN}\b)"
              + _TAIL),
    ("unscheduled", r"(?:thực hiện )?(?:theo|tùy(?: theo)?|căn cứ|phù hợp với)" + _END
                    + r"(?! (?:tháng|quý|năm|tuần|ngày)\b)" + _TAIL),
    ("unscheduled", r"khi (?:có|cần|được|phát sinh|nhận|cấp|đủ)" + _END + _TAIL),
    ("unscheduled", r"(?:đột xuất|chưa xác định(?: thời gian)?|chưa có lịch|chưa rõ|thông báo sau|bổ sung sau|linh hoạt|"
                    r"không xác định(?: thời gian)?|chưa xếp lịch|chưa ấn định)" + _END),
    ("continuous", r"(?:(?:trong )?suốt (?:cả )?năm|quanh năm|thường xuyên|liên tục|xuyên suốt|suốt nhiệm kỳ)" + _END),
    # What bears dates that are not the task's time.
    ("paper", _PAPER),
    ("anniversary", rf"\({_D}/{_D}[/-][0-9]{{4}}\s*-\s*{_D}/{_D}/[0-9]{{4}}\)"),
    ("anniversary", r"(?:lễ )?kỷ niệm (?:lần thứ )?[0-9]{1,4} (?:năm|ngày)" + _END + r"[^;,(]*(?:\([^)]*\))?"),
    ("occasion", r"(?:nhân )?dịp" + _END + r"(?: lễ| tết| kỷ niệm)*|(?:mùa )?hè" + _END + r"|tết(?: nguyên đán| trung thu)?" + _END),
    ("ordinal", r"(?:lần|khóa|khoá|phiên|kỳ họp)(?: thứ)? (?:[0-9]{1,3}|[ivxlc]+)" + _END + r"\s*:?(?!\s*/)"),
    ("ordinal", r"(?:đợt|vòng|giai đoạn|bước|kỳ|lớp)(?: thứ)? (?:[0-9]|[ivx]{1,4})" + _END + r"\s*:?"),
    # The time of day.
    ("clock", r"(?:vào )?(?:lúc |hồi )?[0-9]{1,2}\s?(?:h|giờ|g)\s?(?:[0-9]{2})?" + _NO_LETTER + r"(?: ?phút)?"),
    ("clock", r"(?:vào )?(?:lúc |hồi )?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"),
    ("clock", r"(?:buổi )?(?:sáng|chiều|tối)" + _END),
    # Rhythms.
    ("times", r"(?:(?:mỗi|hằng|một|1) )?(?:(?:khoảng|ít nhất|tối thiểu) )?(?:[0-9]{1,2}\s?-\s?)?([0-9]{1,2}) "
              r"(?:lần|cuộc|kỳ|đợt|buổi|hội nghị|báo cáo|số|bài)\s?(?:/|trong|mỗi|một|trên)\s?(?:(?:1|01|một|mỗi|hằng) )?"
              r"(ngày|tuần|tháng|quý|năm)" + _END),
    ("times_after", r"(?:mỗi|một|1|01|hằng) (ngày|tuần|tháng|quý|năm),? (?:họp |ít nhất |tối thiểu )*([0-9]{1,2}|một) "
                    r"(?:lần|cuộc|kỳ|đợt|buổi)" + _END),
    ("every_n", r"(?:cứ )?([0-9]{1,2}) (ngày|tuần|tháng|quý|năm)\s?(?:/|một|mỗi|1|01)\s?(?:(?:một|1|01) )?(?:lần|kỳ)" + _END),
    ("every_n", r"(?:hằng|mỗi) ([0-9]{1,2}) (ngày|tuần|tháng|quý|năm)" + _END),
    ("every_one", r"(ngày|tuần|tháng|quý|năm)\s?(?:/|một|1)\s?(?:(?:1|01) )?(?:lần|kỳ)" + _END),
    ("quarter_month", r"tháng (đầu|giữa|cuối)(?: tiên| cùng)?(?: của)?(?: mỗi| hằng| các)* quý" + _END
                      + r"(?!\s*(?:[0-9]|[ivx]+\b))"),
    ("every", r"(?:hằng|mỗi|từng|hàng)(?: một)? (ngày|tuần|tháng|quý|năm)" + _END
              + r"(?:\s?/?\s?(?:1|01|một) (?:lần|kỳ)\b)?(?!\s+(?:học|tài chính))"),
    ("every", r"(?:cả )?(?:0?4|bốn) (quý)" + _END + r"(?: trong năm)?"),
    ("every", r"(?:tất cả )?các (ngày|tuần|tháng|quý)" + _END + r"(?: trong năm)?(?!\s*(?:[0-9]|[ivx]+\b))"),
    ("periodic", r"định kỳ" + _END),
    # Parts of a year.
    ("months_of", r"([0-9]{1,2}) tháng (đầu|cuối)(?: của)?(?: năm)?" + _END + r"(?! (?:của )?(?:mỗi |hằng )?quý)"),
    ("half", r"nửa(?: năm)? (đầu|cuối|sau)(?: của)?(?: năm)?" + _END + r"(?!\s*(?:tháng|quý|nhiệm kỳ))"),
    ("half_of", r"nửa (đầu|cuối|sau)(?: của)?" + _END),
    ("months", r"([0-9]{1,2}) tháng" + _END + r"(?!\s*[0-9])(?!\s+(?:cuối|đầu|giữa)\s)(?! sau| trước| tới| nay)"),
    ("years_long", rf"{_NOT_A_NAME}([0-9]{{1,2}}) năm" + _END + r"(?!\s*[0-9]{4}| sau| tới| nay| liền| tiếp| trước)"),
    ("length", rf"{_NOT_A_NAME}([0-9]{{1,3}}) (?:ngày|tuần|buổi|giờ|tiết)" + _END + r"(?!\s*[0-9]| đầu| cuối)"),
    ("school_year", r"(?:năm học|năm tài chính|niên khóa|niên độ)" + _END),
    ("lunar_year", r"(?:xuân )?(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) "
                   r"(?:tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi)" + _END),
    ("term", r"(?:cả |trong |hết |suốt )?(?:nhiệm kỳ|giai đoạn)" + _END + rf"(?:\s*:?\s*(?=(?:năm )?{_Y}))?"),
    ("week_part", r"tuần (đầu|cuối)(?: tiên| cùng)?(?: của)?" + _END),
    ("day_part", r"ngày(?: làm việc)? (đầu|cuối)(?: tiên| cùng)?(?: của)?" + _END),
    ("part", r"(thượng|trung|hạ) tuần" + _END),
    ("part", r"(đầu|giữa|cuối)" + _END),
    ("onwards", r"(?:và )?(?:các|những) (?:năm|quý|tháng) (?:tiếp theo|sau|kế tiếp|còn lại)" + _END),
    ("next_year", r"năm (?:sau|tới|liền kề|tiếp theo)" + _END),
    ("year_before", r"năm (?:trước|liền trước)" + _END),
    ("this_year", r"năm nay" + _END),
    # Dates in figures.
    ("iso", r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])(?:[ t][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?"),
    ("dmy", rf"{_D}\s?/\s?{_D}\s?/\s?{_Y}"),
    ("dmy", rf"{_D}(?:-|\.){_D}(?:-|\.){_Y}"),
    ("dmy2", rf"{_D}\s?/\s?{_D}\s?/\s?([0-9]{{2}})(?![0-9/])"),
    ("my", rf"{_D}\s?/\s?{_Y}"),
    ("my", rf"{_D}(?:-|\.){_Y}(?!\s*-)"),
    ("day_dash", rf"ngày {_D}-{_D}(?!\s?[/-])(?!\s*(?:tháng|hằng))"),
    ("dm", rf"{_D}\s?/\s?{_D}(?!\s?/\s?[0-9])"),
    ("of_year", rf"(?:/|trong năm|của năm|năm)\s?{_Y}"),
    # The calendar's own words.
    ("weekday", r"(?:các )?(?:ngày )?thứ (hai|ba|tư|năm|sáu|bảy|[2-7])" + _END),
    ("weekday", r"(?:ngày )?(chủ nhật|cn)" + _END),
    ("weekday", r"(t[2-7])(?=(?:,| |và|t[2-7])* ?(?:hằng|mỗi) tuần)"),
    ("month", r"(?:các )?tháng" + _NO_LETTER),
    ("month", r"(?:thg|th|t)\s?\.?(?=\s?[0-9])"),
    ("quarter", r"(?:các )?quý" + _NO_LETTER),
    ("quarter", r"q\s?\.?(?=\s?(?:[0-9]|[ivx]+\b))"),
    ("day", r"(?:các |trong )?ngày" + _NO_LETTER),
    ("week", r"(?:các )?tuần(?: lễ)?(?: thứ)?" + _NO_LETTER),
    ("whole_year", r"(?:trong|cả|toàn|trọn) năm" + _END + rf"(?!\s?{_Y})"),
    ("year", r"(?:các )?năm" + _NO_LETTER),
    # Ends of terms.
    ("by", r"(?:trước và trong|trong và trước|trước hoặc trong|trước hoặc đúng)" + _END),
    ("before", r"(?:(?:chậm|muộn) nhất(?: là)?|hạn cuối(?: cùng)?|hạn chót|thời hạn|hạn|xong|hoàn thành|đến)?:?\s*trước" + _END),
    ("by", r"(?:chậm nhất|muộn nhất|hạn cuối(?: cùng)?|hạn chót|không quá|không (?:muộn|chậm|trễ) (?:hơn|quá)|thời hạn|hạn)"
           + _END + r"(?: (?:là|đến|vào|hết|cuối cùng|hoàn thành|nộp|gửi|báo cáo|trong))*:?"),
    ("done", r"(?:làm |xong|hoàn thành|kết thúc|hoàn tất)" + _END + r"(?: (?:vào|trong))?"),
    ("from_now", r"(?:kể )?từ (?:nay|bây giờ)" + _END),
    ("from", r"(?:bắt đầu|kể|tính)? ?từ" + _END + r"|bắt đầu" + _END),
    ("until", r"(?:cho )?(?:đến|tới|kéo dài đến)(?: hết| trọn)?" + _END),
    ("ended", r"hết" + _END),
    ("after", r"(?:ngay )?sau" + _END),
    ("onwards", r"trở đi" + _END),
    # Joints.
    ("inside", r"\("),
    ("range", r"[-÷~]+"),
    ("or", r"(?:hoặc|hay)" + _END),
    ("list", r"(?:[,;+&]|và" + _END + r"|cùng" + _END + r")+"),
    ("short_year", r"(?<=[ivx])\s?/\s?([0-9]{2})(?![0-9/])"),
    ("slash", r"/"),
    ("number", r"[0-9]+"),
    ("roman", r"(?:i{1,3}|iv|v|vi{0,3}|ix|x|xi{0,2})" + _END),
    ("colon", r":"),
    ("filler", r"(?:trong|vào|là|của|dự kiến|khoảng|thời gian|thời điểm|thực hiện|tổ chức|triển khai|tiến hành|trình|"
               r"ban hành|báo cáo|ngay|các|cả|dương lịch|mốc|gửi|nộp|ký|họp|giao ban|sơ kết|tổng kết|cũng|đó|này|"
               r"bắt đầu|kết thúc|hội nghị|cuộc họp|lần|đợt)" + _END),
    ("space", r"[\s.)\[\]\"'“”‘’*•_…]+"),
    ("word", r"[^\W\d_]+"),
    ("mark", r"."),
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    name: str
    text: str
    values: tuple[str, ...]

    @property
    def numbers(self) -> list[int]:
        """The figures among the values."""
        return [int(value) for value in self.values if value.isdigit()]


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a normalised text, without blanks; together they hold every character of it."""
    at = 0
    while at < len(text):
        name, found = next((name, found) for name, rule in RULES if (found := rule.match(text, at)) and found.end() > at)
        if name != "space":
            yield Token(name, found.group().strip(), tuple(value for value in found.groups() if value))
        at = found.end()
