"""What somebody shall do in figures: "Tổ chức 02 lớp", "Đài xã phát sóng 02 chuyên mục/tháng"."""

import re

_VERBS = (
    r"(?:tổ chức|tặng|trao|phát hành|phát sóng|phát thanh|phát động|phát triển|phát|hỗ trợ|xây dựng|xây|kết nạp"
    r"|thành lập"
    r"|kiểm tra|giám sát|phản biện|vận động|huy động|ủng hộ|quyên góp|giúp|mở|trồng|làm mới|sửa chữa|tu sửa"
    r"|nâng cấp|cải tạo|chỉnh trang|bê tông hóa|cứng hóa|số hóa|xóa|duy trì|giới thiệu|tập huấn|bồi dưỡng"
    r"|đào tạo"
    r"|dạy nghề|đăng tải|đăng ký|đăng|viết|biên soạn|nhân rộng|ra mắt|tư vấn|hòa giải|giải quyết|tiếp nhận|tiếp"
    r"|đối thoại|khám|tiêm|thăm|cấp|in|hiến|khởi công|khánh thành|khai trương|bàn giao|trang bị|lắp đặt|lắp"
    r"|đầu tư|mua|thả|tạo việc làm|đưa|cử|chọn|lựa chọn|tuyên dương|biểu dương|khen thưởng|tôn vinh|công nhận"
    r"|nhận|đỡ đầu|chăm sóc|phụng dưỡng|giải ngân|cho vay|ký kết|kết nối|tuyên truyền|thực hiện|hoàn thành|họp"
    r"|thu hút|thu gom|tuyển|gọi|khảo sát|rà soát|gắn|treo|vẽ|góp|củng cố|kiện toàn|bình xét|hướng dẫn|hoàn thiện"
    r"|ban hành|tham mưu|nâng|tăng|giảm)\b(?! (?:huy|cao|cường|rộng|thức|tri|ủy|tục)\b)"
)
_BEGINS = re.compile(
    r"(?:^|[;:,.(]\s*|\b(?:và|đã|chủ trì|phối hợp|phấn đấu|(?:hằng|hàng) (?:năm|quý|tháng))\s)"
    + _VERBS
    + r"[^;.\d]{0,60}$",
    re.IGNORECASE,
)
# Whoever it is said of: "Phối hợp với Đài Truyền thanh phát sóng 02 chuyên mục"
_OBJECT = re.compile(
    rf"(?<!các )(?<!ban )(?<!tham gia )\b{_VERBS}(?: (?:mới|thêm|được|đủ|từ|khoảng))?\s*$", re.IGNORECASE
)
_EACH = re.compile(r"\bmỗi (?!lớp|đội|đoàn|suất|giải|người|cháu|em|phần|hộ)\w+(?: \w+){0,3}\s*$", re.IGNORECASE)
_EXISTS = re.compile(r"\b(?:có|gồm|là|thuộc|của|toàn bộ|cả|tổng số|trong số|chi|mức|phụ cấp)\s*$", re.IGNORECASE)
# "Thực hiện 3 khâu đột phá": what has its number by its name
_NAMED = re.compile(r"(?:khâu|nhiệm vụ|chương trình|cuộc vận động|phong trào|giải pháp|nội dung)\b", re.IGNORECASE)
# "Kiểm tra công tác hòa giải tại 06 thôn": where somebody looks
_WHERE = re.compile(r"\b(?:kiểm tra|thanh tra|giám sát|khảo sát|rà soát) [^;.\d]{0,60}\b(?:tại|ở)\s*$", re.IGNORECASE)
_CARRIES_OUT = re.compile(r"\b(?:thực hiện|triển khai)(?: [^;,.\d]{0,40})?$", re.IGNORECASE)
_LASTS = re.compile(r"\b\d+ (?:ngày|năm|tháng|giờ|phút)\b")  # "Tập huấn 02 ngày cho 120 cán bộ"
_RHYTHM = re.compile(r"/(?:tuần|tháng|quý|năm)$")


def does(before: str, unit: str) -> bool:
    """Whether a figure, with the words before it and its unit, is what somebody shall do."""
    before = _LASTS.sub("", before)
    if _EXISTS.search(before) or _WHERE.search(before) or (_NAMED.match(unit) and _CARRIES_OUT.search(before)):
        return False
    if _RHYTHM.search(unit) and "đồng" not in unit and "%" not in unit:
        return True
    return bool(_BEGINS.search(before) or _OBJECT.search(before) or _EACH.search(before))
