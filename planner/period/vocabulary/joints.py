"""Ends of terms, joints, and what is left when nothing else fits."""

from planner.period.vocabulary.basis import END

_LATEST = r"(?:(?:chậm|muộn|trễ) nhất(?: là)?|hạn cuối(?: cùng)?|hạn chót|thời hạn|hạn)"

# Whose meeting it is says nothing about when: "kỳ họp HĐND tháng 7".
_MEETING = r"(?:kỳ họp|phiên họp|hội nghị)"
_ORGAN = (
    r"(?:hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân|ub ?mttq|ủy ban mttq|btv|bch|ban thường vụ|ban chấp hành|"
    r"ban thường trực|thường trực|đảng ủy|quốc hội)(?: (?:tỉnh|thành phố|xã|phường|các cấp))?"
)

RULES: tuple[tuple[str, str], ...] = (
    ("filler", r"đúng (?:thời )?hạn(?: quy định)?" + END + r"|kéo dài(?= từ)|suốt(?= (?:tháng|quý|tuần)\b)"),
    ("filler", r"(?<=[0-9] )tới(?=\s?[.,;]?$)|trong vòng(?= [0-9])"),
    # Ends of terms.
    ("by", r"(?:trước và trong|trong và trước|trước hoặc trong|trước hoặc đúng)" + END),
    ("before", rf"(?:(?:{_LATEST}|xong|hoàn thành|đến):?\s*)?trước" + END),
    # "Ít nhất đến 30/6", "không sớm hơn 01/7": the other way round, which is asked.
    ("unsaid", r"(?:ít nhất|tối thiểu|sớm nhất)"
               r"(?= (?:là |cũng )?(?:đến|tới|hết|từ|ngày|tháng|quý|[0-9]{1,2}\s?/))"),
    ("by", rf"(?:{_LATEST}|không quá|không (?:muộn|chậm|trễ) (?:hơn|quá))" + END
           + r"(?: (?:là|đến|vào|hết|cuối cùng|hoàn thành|nộp|gửi|báo cáo|trong))*:?"),
    ("done", r"(?:làm |xong|hoàn thành|kết thúc|hoàn tất)" + END + r"(?: (?:vào|trong))?"),
    ("from_now", r"(?:kể )?từ (?:nay|bây giờ|đây)" + END),
    ("from", r"không sớm hơn" + END),
    ("from", r"(?:(?:bắt đầu|kể|tính) )?từ" + END + r"|bắt đầu" + END),
    ("until", r"(?:cho |tính )?(?:đến|tới|kéo dài đến)(?: hết| trọn)?" + END),
    ("ended", r"hết" + END),
    ("after", r"(?:ngay )?sau" + END),
    ("onwards", r"trở đi" + END),
    # Joints.
    ("inside", r"\("),
    ("outside", r"\)"),
    ("range", r"[-÷~]+"),
    ("or", r"(?:hoặc|hay)" + END),
    ("list", r"(?:[,;+&]|và" + END + r"|cùng" + END + r")+"),
    ("short_year", r"(?<=[ivx])\s?/\s?([0-9]{2})(?![0-9/])"),
    ("slash", r"/"),
    ("number", r"[0-9]+"),
    ("roman", r"(?:i{1,3}|iv|v|vi{0,3}|ix|x|xi{0,2})" + END),
    ("colon", r":"),
    ("handed_in", r"(?:trình|ban hành|xây dựng kế hoạch|ký)" + END),
    ("carried_out", r"(?:(?:tổ chức )?(?:thực hiện|triển khai)|tổ chức|tiến hành)" + END),
    ("filler", rf"(?:{_MEETING}(?: thường lệ| chuyên đề| thường kỳ)?|"
               rf"(?:(?<=họp )|(?<=hội nghị )|(?<=trình )){_ORGAN})" + END),
    ("filler", r"(?:^|(?<=; ))(?:(?:hoãn|lùi|dời|chuyển) sang|gia hạn(?= (?:đến|tới)))" + END),
    ("filler", r"của năm báo cáo" + END),
    ("filler", r"chia(?: thành| làm)?(?= [0-9])"),
    ("filler", r"(?:trong|vào|là|của|dự kiến|khoảng|toàn|trọn|thời gian|thời điểm|báo cáo|bc|ngay|các|cả|dương lịch|"
               r"mốc|gửi|nộp|họp|"
               r"được|sẽ|phải|diễn ra|diễn(?! đàn| tập| văn| biến)|lấy|đưa vào (?:sử dụng|hoạt động)|"
               r"giao ban|sơ kết|tổng kết|phiên họp|kỳ họp|cũng|đó|này|ít nhất|tối thiểu|bắt đầu|"
               r"kết thúc|hội nghị|cuộc họp|lần|đợt|phấn đấu|cơ bản|"
               r"dứt điểm)" + END),
    ("filler", r"(?:đối với|của|cho) (?:báo cáo|bc) (?:tháng|quý|0?[69] tháng(?: đầu năm)?|(?:cả )?năm)" + END),
    ("space", r"[\s.\[\]\"'“”‘’*•_…]+"),
    ("word", r"[^\W\d_]+"),
    ("mark", r"."),
)  # fmt: skip
