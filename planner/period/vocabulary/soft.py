"""Words that set a time without the calendar, and dates that are not the task's time."""

from planner.period.vocabulary.basis import END, NO_LETTER, NOT_A_NAME, D

_PAPERS = (
    r"(?:nghị quyết|kết luận|chỉ thị|quyết định|kế hoạch|công văn|hướng dẫn|thông báo|đề án|chương trình|quy định|"
    r"quy chế|nghị định|thông tư|thông tri|báo cáo|tờ trình|văn bản|luật|lời kêu gọi)"
)
# Words of time are no part of a paper's name or number: "báo cáo tháng 5 - cuối tháng 6".
_TIME_WORD = (
    r"(?:tháng|ngày|quý|năm|tuần|đầu|giữa|cuối|trước|sau|hết|đến|từ|thứ|sáng|chiều|tối|hằng|mỗi|chậm|xong|và|hoặc)"
)
_SIGNED = rf" ?(?:ký )?ngày {D}\s?[/.-]\s?{D}\s?[/.-]\s?[0-9]{{4}}"
_NUMBERED = (
    rf"[0-9]{{1,5}}\s?[-/]\s?(?:[0-9]{{4}}\s?[-/]\s?)?(?![ivx]+\b|{_TIME_WORD}\b)[^\W\d_][\w/&.-]*"
    rf"(?:,?{_SIGNED}| ?(?:ký )?ngày {D}/{D}(?!\s?/))?"
)
# "Báo cáo ngày 16/7" is when it is made; a decision of that day is a paper.
_DATED = (
    r"(?:nghị quyết|kết luận|chỉ thị|quyết định|kế hoạch|công văn|hướng dẫn|đề án|chương trình|quy định|quy chế|"
    r"nghị định|thông tư|thông tri|luật|lời kêu gọi)"
)
_PAPER = (
    rf"(?:(?:{_PAPERS} )(?:(?!{_TIME_WORD}\b)[^\W\d_]+ ){{0,4}}?(?:số:? ?)?|số:? ?){_NUMBERED}|{_DATED}{_SIGNED}|"
    r"(?:nghị quyết|chỉ thị|kết luận|đề án|nghị định|thông tư) [0-9]{1,3}(?![0-9]|\s?[/,-])(?! (?:tháng|năm|ngày)\b)|"
    r"(?:nđ|qđ|nq|tt|ct|kh|cv|kl|hd|tb|ctr)(?: số)?:? [0-9]{1,5}/(?:19|20)[0-9]{2}(?![0-9])"
)
# Minutes stand right behind the hour; behind a blank, "20h 18/11" has a day.
_MINUTES = (
    r"(?:[0-9]{2}(?![0-9])|\s[0-9]{2}(?=\s?(?:phút|['’′]|(?:, ?)?(?:ngày|thứ|chủ nhật|sáng|chiều|tối)\b|"
    r"(?:-|đến)\s?[0-9]{1,2}\s?[hg]|$)))"
)
_CLOCK = (
    rf"(?:[0-9]{{1,2}}\s?(?:h|giờ|g){_MINUTES}?" + NO_LETTER + r"(?: ?phút|['’′])?|"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9]))"
)

# Where a soft phrase ("theo kế hoạch …", "sau khi …") ends and a time of its own begins.
_TIME_AHEAD = (
    r"(?:[,;(]|và|hoặc)?\s*(?:(?:trước|chậm nhất|từ|đến|hết|xong|hoàn thành|trong|dự kiến)\s+)*"
    r"(?:(?:ngày|tháng|quý|tuần)\s*(?:[0-9]|[ivx]+\b)|(?<![^\W_])(?:t\s?[0-9]|q\s?(?:[0-9]|[ivx]+\b))|"
    r"[0-9]{1,2}\s?/\s?[0-9]|[0-9]{1,2}[.-][0-9]{1,2}[.-][0-9]{4})|thường xuyên|định kỳ|"
    r"[0-9]{1,2} tháng (?:đầu|cuối)|(?:đầu|giữa|cuối) (?:tháng|quý|năm)|"
    r"(?<=[,;(] )(?:(?:trong|từ|đến) )?(?:năm |giai đoạn )?20[0-9]{2}|(?<=[,;] )hằng năm|"
    r"hằng (?!năm)|(?:trước|từ|đến) năm [0-9]"
)
_TAIL = rf"(?:{_PAPER}|(?!{_TIME_AHEAD})[^;()])*"
_EVENT_NOUN = (
    r"(?:hội nghị|đại hội|kỳ họp|tết|bầu cử|ngày bầu cử|ngày hội|ngày lễ|lễ|hội thi|bế mạc|khai mạc|cuộc họp|họp|"
    r"kiểm tra|giám sát|sáp nhập|sắp xếp|khai giảng)"
)

# "Kỳ họp thường lệ giữa năm" is a name, no time.
_WHICH = r"(?: thường lệ)?(?: (?:giữa|cuối) năm\b)?"

_AROUND = r"(?:trước, trong và sau|trước và sau|sau|trước|trong|kể từ|tính từ|từ|đến)"
# "Kể từ ngày ký", "trước ngày bầu cử": a day that has a name and no date.
_NAMED_DAY = r"ngày (?!(?:đầu|giữa|cuối|thứ|chủ nhật|cn|mùng|mồng|rằm|làm việc|nào|tháng|quý|năm|tuần)\b)[^\W\d_]{2,}"

# What a campaign is for, then its days; no time of its own.
_CAMPAIGN = r"(?:(?:(?! (?:ngày|tháng|quý|năm|tuần|từ|trước|đến)\b)[^\W\d_]|[ \"“”']){0,60}\s?[(:,]|\s?[(:,]?)"

# "Tháng Công nhân", "Tuần lễ Đại đoàn kết": words with nothing of time among them.
_NAME = (
    r"(?!(?:sau|tới|nay|liền|kế|tiếp|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|giêng|chạp|thứ|chủ|làm|nào)\b)"
    rf"(?:(?:và )?(?!{_TIME_WORD}\b)[^\W\d_]+[ ,“”\"-]*){{1,12}}"
)

_LUNAR = r"\b(?:âm lịch|lịch âm|[aâ]l|(?<=[0-9] )âm)\b"
_LUNAR_DAY = r"mùng|mồng|rằm|tháng giêng|tháng chạp"

# "Ngày …/…/2025": a form that nobody filled in.
_BLANK = r"\s?(?:\.{2,}|_{2,})\s?(?=/|(?:ngày|tháng|quý|năm)\b)"

# "Đợt 1: tháng 4", "đợt 1 - tháng 4": the dash says what a colon does.
_NAMES = r"\s*(?::|-(?=\s?(?:(?:tháng|quý|ngày|tuần|trước|từ|trong|cuối|đầu|giữa)\b|t\s?[0-9]|[0-9]{1,2}\s?/)))?"

RULES: tuple[tuple[str, str], ...] = (
    ("blank", _BLANK),
    ("unsaid", r"phương án(?: (?:[0-9]|[iv]+))?" + END),
    ("ordinal", r"\((?:chốt )?số liệu [^();]*\)"),
    # Beside a time these say nothing; alone they leave it open.
    ("aside", r"(?:(?:kỳ|phiên) họp(?: thường lệ)? (?:giữa|cuối) năm|kịp thời|theo (?:đúng )?(?:quy|luật) định)" + END
     + r"(?= ?(?:$|[,;:()]|(?!(?:19|20)[0-9]{2})[0-9]|(?:trước|trong|từ|tháng|quý|ngày|thường xuyên|hằng|khi)\b))"),
    # A solar day beside the lunar one is the day.
    ("ordinal", r"(?<=[0-9] )\((?:trước|sau|trong|dịp) tết[^();0-9]*\)"),
    ("lunar_gloss", rf"\((?=[^();]*(?:[0-9]|{_LUNAR_DAY}))[^();]*(?:{_LUNAR}|{_LUNAR_DAY})[^();]*\)"),
    ("lunar_name", r"(?:ngày )?(?:(?:mùng|mồng|rằm) )?(?:[0-9]{1,2}(?:\s?/\s?| tháng )(?:[0-9]{1,2}|giêng|chạp) )?"
                   rf"{_LUNAR}\s?(?=[(,]\s?(?:tức |nhằm )?(?:ngày )?{D}\s?/\s?{D})"),
    ("lunar", rf"\([^();]*{_LUNAR}[^();]*\)|{_LUNAR}|(?:{_LUNAR_DAY})" + END),
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
    # What bears dates that are not the task's time.
    ("paper", _PAPER),
    ("anniversary", r"\(0?([0-9]{1,2})/0?([0-9]{1,2})[/-][0-9]{4}\s*-\s*0?\1/0?\2[/-][0-9]{4}\)"),
    ("anniversary", r"(?:lễ )?kỷ niệm (?:lần thứ )?[0-9]{1,4} (?:năm|ngày)" + END + r"[^;,(]*(?:\([^)]*\))?"),
    ("anniversary", r"[0-9]{1,4} năm (?:ngày (?![0-9])|thành lập|giải phóng|chiến thắng)[^;,()]*"),
    ("occasion", r"(?:(?:nhân )?dịp(?: lễ| tết| kỷ niệm)*|(?:chào mừng|kỷ niệm)(?: ngày)?|(?:mùa )?hè|"
                 r"tết(?: nguyên đán| trung thu)?)" + END),
    ("ordinal", r"(?:đợt|vòng|giai đoạn|bước|kỳ|lớp|lần) [0-9](?:\s?(?:-|,|và|đến)\s?[0-9])+(?=\s*(?:[:;)]|$))\s*:?"),
    ("ordinal", r"(?:lần|khóa|khoá|phiên|kỳ họp)(?: thứ)? (?:[0-9]{1,3}|[ivxlc]+)" + END + _NAMES + r"(?!\s*/)"),
    ("ordinal", r"(?:lần|đợt|vòng|bước|kỳ|lớp) thứ (?:nhất|hai|ba|tư|năm)" + END + _NAMES),
    ("ordinal", r"(?:đợt|vòng|giai đoạn|bước|kỳ|lớp)(?: thứ)? (?:[0-9]|[ivx]{1,4})" + END + _NAMES),
    ("ordinal", r"(?<=[0-9ivx] )\((?:0?1|một) (?:cuộc|lớp|hội nghị|buổi|lần|đợt|đoàn)\)"),  # "tháng 3 (01 cuộc)"
    ("ordinal", r"(?<=[0-9ivx])\s?: (?:0?1|một) (?:cuộc|lớp|hội nghị|buổi|đoàn)" + END),  # "quý II: 01 hội nghị"
    # "Tháng cao điểm Vì người nghèo (17/10 - 18/11)": a campaign, then its days.
    ("ordinal", rf"(?:^|(?<=\()|trong )(?:đợt|tháng|tuần|thời gian) cao điểm{_CAMPAIGN}"
                rf"(?=\s?(?:(?:từ|ngày) )*{D}\s?[/.-]\s?{D})"),
    # "Tháng Công nhân (tháng 5)", "tháng 3 (Tháng Thanh niên)": a name, and when it is.
    ("ordinal", rf"(?:^|(?<=\()|trong )(?:tháng|tuần lễ|tuần|ngày) {_NAME}(?=\s?\((?:(?:từ|ngày|tháng) )*[0-9]|"
                rf"(?:từ |ngày )+{D}\s?/|[0-9]{{1,2}}/20[0-9]{{2}}$)"),
    ("ordinal", rf"(?<=[0-9ivx] )\((?:tháng|tuần lễ|ngày) {_NAME}\)"),
    ("ordinal", rf"(?:(?<=[0-9ivx])|(?<=[0-9ivx] ))[,-] (?:tháng|tuần lễ|ngày) {_NAME}$"),
    # "Tháng 4, tháng 9 (mỗi tháng 01 cuộc)"
    ("ordinal", r"(?<=[0-9ivx] )\(mỗi (?:tháng|quý|đợt|lần|kỳ) (?:0?1|một) [^\W\d_]{2,}(?: [^\W\d_]+){0,3}\)"),
    # The time of day.
    ("hours", r"24\s?/\s?(?:24|7)\s?(?:h|giờ)" + END),
    ("hours", rf"trước {_CLOCK}(?=\s*(?:$|[;)]))"),  # "thứ Sáu hằng tuần, trước 15h"
    ("hours", rf"(?:từ )?(?:{_CLOCK}|{NOT_A_NAME}(?<![0-9/.]){D})\s?(?:-|đến)\s?{_CLOCK}"),
    ("clock", rf"từ (?!0?0\s?(?:h|g|:)){_CLOCK}"),  # "từ 19h30 ngày 17/10" is when it begins on that day
    ("clock", rf"(?:vào )?(?:lúc |hồi )?{_CLOCK}"),
    ("clock", r"(?:buổi )?(?:đầu giờ |cuối giờ )?(?:sáng|trưa|chiều|tối(?! thiểu| đa)|đêm)" + END),
)  # fmt: skip
