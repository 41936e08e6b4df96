"""How sentences word the time of work: in brackets, called by name, led in, first, last, by the hour, by a rhythm."""

import re

_YEAR = r"(?:\s*(?:/|-|,?\s?năm)\s*20\d\d)?"
_DAY = rf"\d{{1,2}}\s?[/.-]\s?\d{{1,2}}(?:\s?[/.-]\s?20\d\d)?(?![\d/%])|\d{{1,2}}\s+tháng\s+\d{{1,2}}{_YEAR}"
WHOLE_DAY = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?20\d\d(?![\d/%])"
YEARS = r"(?:giai đoạn 20\d\d\s*[-–]\s*20\d\d|năm 20\d\d(?:\s*(?:,|;|và|[-–])\s*(?:năm )?20\d\d){0,5})"
_POINT = (
    rf"(?:(?:đầu|giữa|cuối|hết|nửa (?:đầu|cuối|sau)|trung tuần|thượng tuần|hạ tuần)\s+)?"
    rf"(?:ngày\s+(?:{_DAY}|\d{{1,2}}(?=\s*(?:-|–"
    rf"|đến|và)\s*(?:ngày\s+)?\d))"
    r"|ngày\s+\d{1,2}\s+(?:(?:hằng|hàng)\s+(?:tháng|quý)|(?:của\s+)?tháng\s+(?:đầu|giữa|cuối)\s+(?:mỗi\s+)?quý\b)"
    rf"|(?:từ\s+)?tuần\s+(?:thứ\s+)?\w{{1,4}}\s+(?:của\s+)?tháng\s+\d{{1,2}}{_YEAR}|(?:tháng|T)\s*\d{{1,2}}\b{_YEAR}"
    rf"|quý\s+(?:I{{1,3}}|IV|[1-4])\b{_YEAR}|\d{{1,2}}/20\d\d|6 tháng (?:đầu|cuối) năm{_YEAR})"
)
_BARE = rf"(?:{_DAY}|(?:I{{1,3}}|IV|\d{{1,2}})\b(?:/20\d\d)?(?=\s*(?:$|[.,;:)]|và\b|đến\b|[-–])))"
_MORE = (
    rf"(?:\s*(?:,|;)?\s*(?:và|đến(?: hết)?|tới|hoặc|[-–]|,)\s*(?:trước\s+|từ\s+)?(?:{_POINT}|{_BARE}{_YEAR})"
    r"(?!\s+(?:vào|trước|trong)\b)){0,5}"
)
_SPAN = rf"{_POINT}{_MORE}(?:\s+(?:hằng|hàng) năm)?"
# "Từ 05/9 đến 02/10": two days need not call themselves such
_DAYS = r"\d{1,2}/\d{1,2}(?:/20\d\d)?\s*(?:đến(?: hết)?|[-–])\s*(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/20\d\d)?(?![\d/%])"
# "(từ 01 đến 08/3)": the first day has the month of the last, and no thing is counted
_DAYS_OF_MONTH = rf"\d{{1,2}}\s*(?:đến(?: hết)?|[-–])\s*(?:ngày\s+)?(?:{_DAY})(?=\s*(?:[,;)]|\.?\s*$))"
_LEAD = r"(?:(?:dự kiến|trong|vào|trước|xong|từ|đến|hết|chậm nhất|là|khoảng|của)\s+){1,3}"
_HALF_DAY = r"(?:(?:sáng|chiều|tối)\s+)?"
FLAGS = re.IGNORECASE
BRACKETS = re.compile(
    r"\(\s*(?:(?:dự kiến\s+)?\d{1,2}\s+(?:ngày|đêm|buổi|đợt|lớp|cuộc|kỳ|lần)[,:;]\s+)?"
    rf"(?P<time>(?:(?:dự kiến|hoàn thành|thực hiện|tổ chức|xong|thời gian:?)\s+){{0,2}}(?:{_LEAD})?"
    rf"(?:{_SPAN}|{YEARS}|{_DAYS}|{_DAYS_OF_MONTH}|(?<=trước ){_DAY}"
    rf"|(?:\d{{1,2}}\s*[-–]\s*)?{WHOLE_DAY}(?:\s*(?:-|–|đến)\s*{WHOLE_DAY})?)[^()\d]{{0,25}})\)",
    FLAGS,
)
CALLED = re.compile(
    r"(?:^|[;,.:(–-]\s*|\s)(?:thời gian|thời hạn|tiến độ|hạn)(?:\s(?:nộp|xong|thực hiện|hoàn thành|tổ chức"
    r"|triển khai|dự kiến"
    rf"|báo cáo)){{0,3}}\s*(?::\s*|\s)(?P<time>(?:{_LEAD})?{_HALF_DAY}(?:{_SPAN}|{_DAYS}|{_DAYS_OF_MONTH}"
    rf"|{WHOLE_DAY}))",
    FLAGS,
)
# "trước ngày 20/6 (6 tháng) và 20/11 (năm)"
_MORE_EXPLAINED = rf"(?:\s\([^()]{{1,40}}\)(?:,|,?\svà)\s(?:ngày\s)?(?:{_DAY})){{1,3}}"
_EXPLAINED = rf"(?:(?<=trước )|(?<=vào ))(?:ngày\s)?(?:{_DAY}){_MORE_EXPLAINED}"
LED = re.compile(
    rf"(?<!\w)(?P<time>{_LEAD}(?:{_EXPLAINED}|{_SPAN}|(?<=từ ){_DAYS}|(?<=từ )(?=\d\d){_DAYS_OF_MONTH}"
    rf"|(?:(?<=trước )|(?<=nhất )|(?<=nhất là ))(?:{_DAY})(?:(?:,|,? và) trước (?:{_DAY})){{0,3}}))",
    FLAGS,
)
# "Đến năm 2030" says what shall be true by then
IN_YEARS = re.compile(
    r"(?<!\w)(?P<time>từ năm 20\d\d đến(?: hết)? năm 20\d\d"
    r"|(?:trong|vào)(?: các)? năm 20\d\d(?:\s*(?:,|và|[-–])\s*(?:năm )?20\d\d)*)",
    FLAGS,
)
FIRST = re.compile(rf"(?:^|;\s*)(?P<time>{_SPAN})(?=\s*[:,–-]\s)", FLAGS)
LAST = re.compile(
    rf"(?::|(?<!tháng \d)(?<!tháng \d\d)(?<!quý I)(?<!quý II)(?<!quý III),|(?<!\d)(?<!\d\s)[–-])\s*"
    rf"(?P<time>(?:dự kiến\s+)?{_HALF_DAY}(?:{_SPAN}|(?:dịp\s+)?{WHOLE_DAY}))"
    r"(?=\s*(?:[;.]|\./\.)?\s*$|\s*[;)]|,?\stại\b|\s\((?:thứ|chủ nhật)\b)",
    FLAGS,
)
_MONTH = r"(?:tháng\s\d{1,2}|quý\s(?:I{1,3}|IV|[1-4]))"
# "…, khóa 2 ngày 10/9": the next clause has its own time
_WORDS = r",\s(?:[^\W\d]+\s)"
_NEXT_CLAUSE = (
    rf"{_WORDS}{{1,5}}(?:(?:\d{{1,2}}\s)?(?:ngày\s\d{{1,2}}/|tháng\s\d{{1,2}}/|quý\s[IV\d]+/)"
    r"|(?:tháng\s\d{1,2}|quý\s[IV\d]+)\s(?:và|đến|-|–)\s)"
)
# "Báo cáo tháng 5/2026" is named by its month; "… bàn kế hoạch đầu tháng 10" is not
_NOT_NAMED = (
    r"(?<!báo cáo)(?<!báo cáo sơ kết)(?<!kế hoạch)(?<!công tác)(?<!nhiệm vụ)(?<!kết quả)(?<!giao ban)(?<!chương trình)"
    r"(?<!hoạt động)(?<!kỳ họp)(?<!phiên họp)(?<!tình hình)(?<!công việc)(?<!phương hướng)(?<!trọng tâm)"
)
# "Đại hội điểm tháng 3, đại trà tháng 4 và tháng 5"
_NEXT_MONTHS = rf"{_WORDS}{{0,4}}[^\W\d]+{_NOT_NAMED}(?:\s\d{{1,2}})?\s{_MONTH}(?:/|,\s(?:tháng|quý)|\s(?:và|đến)\s)"
AT_END = re.compile(
    rf"(?<=\w)(?:{_NOT_NAMED}\s(?=tháng|quý)|(?<!báo cáo)\s(?=[^tq]|tr))"
    rf"(?P<time>{_MONTH}(?:/|\snăm\s)20\d\d|tháng\s\d{{1,2}}(?:(?:,| và)\stháng\s\d{{1,2}}){{1,5}}{_YEAR}"
    rf"|quý\sI{{1,3}}(?:(?:,| và)\squý\s(?:I{{1,3}}|IV)){{1,3}}{_YEAR}|{_MONTH}(?={_NEXT_MONTHS})"
    rf"|(?:đầu|giữa|cuối|nửa (?:đầu|cuối)|(?:trung|thượng|hạ) tuần)\s{_MONTH}{_YEAR})"
    rf"(?=\s*(?:[;.]|\./\.)?\s*$|\s*;|{_NEXT_CLAUSE}|{_NEXT_MONTHS})",
    FLAGS,
)
# "Viếng nghĩa trang ngày 26/7/2026", "Khai mạc lúc 8 giờ 00, ngày 17/10/2026 (thứ Bảy) tại …"
ON_DAY = re.compile(
    r"(?<!đến)(?<!tới)(?<!từ)(?<!hết)(?<!trước)(?<!sau)(?<!qua)(?<!và)(?<!hoặc)(?<!kể)"
    rf"(?<=\w)\s(?P<time>ngày\s(?:{_DAY})(?:{_MORE_EXPLAINED}(?=\s*\()|(?:(?:,| và)\s(?:ngày\s)?(?:{_DAY})){{0,3}}))"
    rf"(?=\s*\([^()]{{1,40}}\)(?:[;.\s]*$|{_NEXT_CLAUSE})|\s*(?:[;.]|\./\.)?\s*$|\s*;|,?\stại\b|{_NEXT_CLAUSE}"
    r"|\svà\s(?!(?:ngày|tháng|quý)\b)[^\W\d])",
    FLAGS,
)
_WEEKDAY = r"(?:(?:sáng|chiều|tối)\s)?(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),?\s"
_HOUR = rf"(?:\d{{1,2}}\s?(?:giờ|h|g)\s?(?:\d{{1,2}}(?:\s?phút)?)?,?\s(?:{_WEEKDAY})?|{_WEEKDAY})"
AT_HOUR = re.compile(
    r"(?:^|[:,.–-]\s*|\s)(?P<time>(?:(?:trước|sau|chậm nhất(?: là)?|từ|đến|lúc|vào lúc|hồi)\s)?"
    rf"{_HOUR}ngày\s(?:{_DAY})(?:\s?(?:đến|[-–])\s?(?:{_HOUR})?(?:ngày\s)?(?:{_DAY}))?)",
    FLAGS,
)
# "Phát hành bản tin hằng quý.", "Hằng tháng, Ban họp giao ban"
_OFTEN = r"(?:(?:hằng|hàng|mỗi)\s(?:tháng|quý)|định kỳ\s(?:(?:hằng|hàng|mỗi)\s)?(?:tháng|quý|0?[36] tháng))"
# "chiều thứ Năm tuần thứ hai", "ngày 25"
_WHICH_DAY = (
    r"(?:(?:(?:sáng|chiều)\s)?(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
    r"(?:,?\s(?:của\s)?tuần\s(?:thứ\s)?\w+|\s(?:đầu|cuối)(?:\s(?:tiên|cùng))?)|tuần\s(?:thứ\s)?\w+|ngày\s\d{1,2})\s(?:của\s)?"
)
_BY_DAY = r"(?:,\strước\sngày\s\d{1,2}|\s\(trước\sngày\s\d{1,2}(?:\s(?:của\s)?tháng\scuối\squý)?\))?"
# "Văn phòng định kỳ hằng quý tổng hợp kết quả"
_DO = (
    r"(?:tổng hợp|báo cáo|rà soát|kiểm tra|kiểm điểm|đánh giá|giao ban|họp|sinh hoạt|tổ chức|cập nhật|theo dõi"
    r"|đôn đốc|thông báo|tham mưu|sơ kết|công khai|đăng tải|gửi|nộp|tiếp|đối thoại|thẩm định|xếp loại|chấm điểm)\b"
)
OFTEN = re.compile(
    rf"(?<=\w)\s(?P<time>(?:vào\s)?(?:{_WHICH_DAY})?{_OFTEN}(?:,?\s(?:một|0?1) lần)?{_BY_DAY})"
    rf"(?=\s*(?:[;.]|\./\.)?\s*$|\s*;|\s(?:về|cho|gửi|tại|với)\b|\s{_DO}(?![^;]{{0,200}}\bngày\b))",
    FLAGS,
)
# "Định kỳ hằng tháng, quý, năm" is a list of rhythms, and "hằng quý … trước ngày 25" has a day
OFTEN_FIRST = re.compile(
    rf"^(?P<time>{_OFTEN})(?!(?:,|\svà|\shoặc)\s(?:hằng\s|hàng\s|\d+\s)?(?:tháng|quý|năm|tuần|đột)\b)"
    r"(?=,?\s[^\W\d])(?!.*\bngày\b)",
    FLAGS,
)
# "(phát động tháng 3/2026, tổng kết tháng 11/2026)"
WORDED = re.compile(
    r"(?:phát động|khai mạc|bế mạc|trao giải|công bố|chấm(?: thi| giải)?|nghiệm thu|sơ kết|tổng kết|bắt đầu|kết thúc"
    rf"|hoàn thành|triển khai|tổ chức|chung kết|vòng \w+|đợt \d+|lần \d+)"
    rf"\s*:?\s+(?P<time>(?:{_LEAD})?(?:{_SPAN}|{_DAYS}|{_DAYS_OF_MONTH}))"
    r"(?=\s*[,;)])",
    FLAGS,
)
