"""Words that set a time without the calendar, and dates that are not the task's time."""

from planner.period.vocabulary.basis import END, NOT_A_NAME, D
from planner.period.vocabulary.papers import PAPER

# Where a soft phrase ("theo kế hoạch …", "sau khi …") ends and a time of its own begins.
_TIME_AHEAD = (
    r"(?:[,;(]|và|hoặc)?\s*(?:(?:trước|chậm nhất|từ|đến|hết|xong|hoàn thành|trong|dự kiến)\s+)*"
    r"(?:(?:ngày|tháng|quý|tuần)\s*(?:[0-9]|[ivx]+\b)|(?<![^\W_])(?:t\s?[0-9]|q\s?(?:[0-9]|[ivx]+\b))|"
    r"[0-9]{1,2}\s?/\s?[0-9]|[0-9]{1,2}[.-][0-9]{1,2}[.-][0-9]{4})|thường xuyên|định kỳ|"
    r"[0-9]{1,2} tháng (?:đầu|cuối)|(?:đầu|giữa|cuối) (?:tháng|quý|năm)|"
    r"(?<=[,;(] )(?:(?:trong|từ|đến) )?(?:năm |giai đoạn )?20[0-9]{2}|(?<=[,;] )hằng năm|"
    r"hằng (?!năm)|(?:trước|từ|đến) năm [0-9]"
)
_TAIL = rf"(?:{PAPER}|(?!{_TIME_AHEAD})[^;()])*"
_EVENT_NOUN = (
    r"(?:hội nghị|đại hội|kỳ họp|tết|bầu cử|ngày bầu cử|ngày hội|ngày lễ|lễ|hội thi|bế mạc|khai mạc|cuộc họp|họp|"
    r"kiểm tra|giám sát|sáp nhập|sắp xếp|khai giảng)"
)

# "Kỳ họp thường lệ giữa năm" is a name, no time.
_WHICH = r"(?: thường lệ)?(?: (?:giữa|cuối) năm\b)?"

_AROUND = r"(?:trước, trong và sau|trước và sau|sau|trước|trong|kể từ|tính từ|từ|đến)"
# "Kể từ ngày ký", "trước ngày bầu cử": a day that has a name and no date.
_NAMED_DAY = r"ngày (?!(?:đầu|giữa|cuối|thứ|chủ nhật|cn|mùng|mồng|rằm|làm việc|nào|tháng|quý|năm|tuần)\b)[^\W\d_]{2,}"

_LUNAR = r"\b(?:âm lịch|lịch âm|[aâ]l|(?<=[0-9] )âm)\b"
_LUNAR_DAY = r"mùng|mồng|rằm|tháng giêng|tháng chạp"

# "Ngày …/…/2025": a form that nobody filled in.
_BLANK = r"\s?(?:\.{2,}|_{2,})\s?(?=/|(?:ngày|tháng|quý|năm)\b)"

RULES: tuple[tuple[str, str], ...] = (
    ("blank", _BLANK),
    ("unsaid", r"(?:các |những )?(?:tháng|quý|tuần|ngày) còn lại" + END),
    ("unsaid", r"\((?:đã |được )?(?:điều chỉnh|thay đổi|cập nhật)[^()]*\)"),
    ("filler", r"^quý (?:đơn vị|cơ quan|đồng chí|vị|ông|bà)" + END + r"|(?:các )?ngày lễ(?: lớn| tết)?" + END),
    ("unsaid", r"(?:chốt )?số liệu(?: được)? (?:tính|chốt)" + END),
    ("unsaid", r"phương án(?: (?:[0-9]|[iv]+))?" + END),
    ("ordinal", r"\((?:chốt )?số liệu [^();]*\)"),
    # Beside a time these say nothing; alone they leave it open.
    ("aside", r"(?:(?:kỳ|phiên) họp(?: thường lệ)? (?:giữa|cuối) năm|kịp thời|theo (?:đúng )?(?:quy|luật) định)" + END
     + r"(?= ?(?:$|[,;:()]|(?!(?:19|20)[0-9]{2})[0-9]|(?:trước|trong|từ|tháng|quý|ngày|thường xuyên|hằng|khi)\b))"),
    # A solar day beside the lunar one is the day.
    ("ordinal", r"(?<=[0-9] )\((?:trước|sau|trong|dịp) tết[^();0-9]*\)"),
    ("lunar_gloss", r"\((?:nhằm|tức) [^();]*(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) "
                    r"(?:tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi)[^();]*\)"),
    ("lunar_gloss", rf"\((?=[^();]*(?:[0-9]|{_LUNAR_DAY}))[^();]*(?:{_LUNAR}|{_LUNAR_DAY})[^();]*\)"),
    ("lunar_name", r"(?:ngày )?(?:(?:mùng|mồng|rằm) )?(?:[0-9]{1,2}(?:\s?/\s?| tháng )(?:[0-9]{1,2}|giêng|chạp) )?"
                   rf"{_LUNAR}\s?(?=[(,]\s?(?:tức |nhằm )?(?:ngày )?{D}\s?/\s?{D})"),
    ("lunar_name", r"(?:ngày )?(?:mùng|mồng) [0-9]{1,2} tháng (?:[0-9]{1,2}|giêng|chạp)"
                   rf"(?=\s?\((?:tức |nhằm )?(?:ngày )?{D}\s?/\s?{D})"),
    ("lunar", rf"\([^();]*{_LUNAR}[^();]*\)|{_LUNAR}|(?:{_LUNAR_DAY})" + END),
    ("lunar", r"(?:ngày )?(?:10/0?3|15/0?[478]|0?5/0?5)(?:/20[0-9]{2})?\s?[(,-]\s?(?:(?:lễ|tết) )?"
              r"(?:giỗ tổ|trung thu|vu lan|phật đản|đoan ngọ)[^();,]*\)?"),
    ("lunar", r"(?:giỗ tổ(?: hùng vương)?|(?:tết )?trung thu|vu lan|phật đản|(?:tết )?đoan ngọ)[ ,(:]*(?:ngày )?"
              r"(?:10/0?3|15/0?[478]|0?5/0?5)(?![0-9/])\)?"),
    # The head of an annex, its number and date often left blank.
    ("paper", r"\(?(?:ban hành )?kèm theo\s[^();]*\)?"),
    # "(Báo cáo) 6 tháng trước ngày 15/6": the report that is due, not a term that ends there.
    ("months", rf"(?<!ngày )(0?[69]) tháng(?=(?:,? trước)? (?:ngày )?{D}\s?[/.]\s?{D})"),
    # An event sets the time, not the calendar.
    ("relative", NOT_A_NAME + r"(?:(?:trong vòng|trong thời hạn|trong|chậm nhất(?: là)?|không quá|sau)\s)*"
                 r"([0-9]{1,3}) (ngày|tuần|tháng|năm)( làm việc)?"
                 r"(?:,? (kể từ khi|kể từ|tính từ|từ khi|sau khi|trước khi)| (từ|sau|trước|tính đến))"
                 r"(?! (?:năm|tháng|quý)\b)" + END + r"(?=\s*[^\W_])"),
    ("by", r"trước khi (?:kết thúc|hết)(?= (?:năm|quý|tháng|học kỳ|[0-9]))"),
    ("event", r"(?:(?:xong|hoàn thành|kết thúc|chậm nhất|đến) )?"
              rf"(?:ngay )?{_AROUND}\s+(?:khi\b|(?:các |những |mỗi )?{_EVENT_NOUN}\b{_WHICH}|{_NAMED_DAY})" + _TAIL),
    ("unscheduled", r"(?:thực hiện )?(?:theo|tùy(?: theo)?|căn cứ|phù hợp với|phụ thuộc(?: vào)?|trong quá trình)" + END
                    + r"(?! (?:từng )?(?:tháng|quý|năm|tuần|ngày)\b)" + _TAIL),
    ("unscheduled", r"(?:ngay )?khi (?=[^\W\d_])" + _TAIL),
    ("unscheduled", r"(?:có )?(?:kế hoạch|lịch|hướng dẫn|văn bản|thông báo) riêng" + END),
    ("adhoc", r"(?:đột xuất|bất thường)" + END + r"(?:,? khi (?:có yêu cầu|cần thiết|cần|được yêu cầu)" + END + ")?"),
    ("unscheduled", r"(?:(?:chưa|không) (?:xác|cố|ấn) định(?: thời gian)?|chưa có lịch|chưa rõ|thông báo sau|"
                    r"thông báo vào thời điểm thích hợp|"
                    r"bổ sung sau|linh hoạt|chưa xếp lịch|chưa ấn định)" + END),
    ("continuous", r"(?:(?:trong )?suốt (?:cả )?năm|quanh năm|thường xuyên|t\.? ?xuyên|liên tục|xuyên suốt|"
                   r"suốt nhiệm kỳ)" + END),
    ("unsaid", r"(?:và |với )?(?:định hướng|tầm nhìn)(?: đến)?(?: năm)? 20[0-9]{2}(?![0-9])"),
)  # fmt: skip
