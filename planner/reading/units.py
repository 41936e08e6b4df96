"""What a figure counts: the words behind it, as far as they name the thing ("cuộc giám sát/đơn vị", "tỷ đồng")."""

import re

_WORD = re.compile(r"[^\W\d]+[23²³]?(?:/[^\W\d]+)*")
# Words that no unit begins with, and those that end one.
_PREPOSITIONS = re.compile(
    r"cho|của|trong|ở|trở|về|và|đạt|được|theo|với|từ|đến|do|tại|trên|để|là|có|"
    r"cùng|hoặc|trước|vào|mỗi|dưới|nhằm|giữa|chưa|không|hằng|hàng|nếu|khi|như|hay|"
    r"bằng|lên|xuống|còn|qua|bị|đã|sẽ|phải|cần|nào|này|đó|gồm|kể|so|ra|mà|sau|gắn|"
    r"thông|cả|các|những|mọi|thì|bình|nhưng|đều",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"thực|tổ|xây|ủng|làm|sửa|chủ|phấn|tham|trực|thuộc|đề|đăng|đảm|bảo|hoàn|hoạt|"
    r"phối|vận|giúp|hỗ|nâng|duy|ký|tiếp|biết|dự|triển|phát|đủ|thường",
    re.IGNORECASE,
)
# Words of two syllables whose second one would end the unit.
_COMPOUNDS = re.compile(
    r"(?:sinh hoạt|tổ chức|dân vận|chuyên đề|vấn đề|chủ đề|chữ ký|nhật ký|lương thực|bưu phẩm|tổ tiếp|điểm tiếp"
    r"|việc làm|buổi tiếp|cuộc tiếp|đợt ra|lễ ra)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?:tổ chức(?! (?:đảng|chính trị|hội|thành viên|cơ sở|đoàn|tôn giáo|xã hội|tín dụng|kinh tế))"
    r"|thực hiện|xây dựng|hoàn thành|phấn đấu|triển khai|tiến hành)\b",
    re.IGNORECASE,
)
_SIZES = re.compile(r"lần|ha|km|m|m[23²³]|kg|tấn|tạ|lít", re.IGNORECASE)
_PERSONS = re.compile(r"đồng (?:chí|bào)\b", re.IGNORECASE)  # nobody's money
_MONEY = ("tỷ", "tỉ", "triệu", "nghìn", "ngàn", "trăm")
# What is counted most, for figures whose words run on into the sentence.
_THING = re.compile(
    r"(?:khu dân cư|hợp tác xã|tổ hợp tác|tổ dân phố|hộ gia đình|hộ nghèo|hộ cận nghèo|"
    r"cuộc giám sát|lớp tập huấn|hội nghị|mô hình|công trình|phần việc|hội viên|đoàn viên|"
    r"đảng viên|cán bộ|lao động|đơn vị|gia đình|suất quà|căn nhà|ngôi nhà|lượt người|"
    r"tin bài|bài viết|ý tưởng|tập thể|cá nhân|doanh nghiệp|học sinh|trẻ em|hội thi|"
    r"hội thảo|chuyên đề|sáng kiến|đề tài|sản phẩm|nhà|hộ|người|cuộc|lớp|tin|bài|xã|"
    r"phường|huyện|thôn|bản|ấp|tổ|đội|con|cây|tấn|đồng|suất|buổi|lượt|chiếc|bộ|cuốn|"
    r"em|việc|điểm)(?= )",
    re.IGNORECASE,
)
_MOST, _AT_A_LOSS = 6, 4  # syllables
_RATES = {
    "đơn": 1,
    "khu": 2,
    "cơ": 1,
    "tổ": 2,
    "mô": 1,
    "hội": 1,
    "thành": 1,
    "địa": 1,
    "gia": 1,
    "công": 1,
    "chi": 1,
    "hợp": 2,
    "học": 1,
}
_ALOUD = re.compile(r"\s*\([^()\d]{1,20}\)")  # "01 (một) mô hình"


def unit_of(after: str) -> str:
    """The unit in the text behind a figure, or nothing when no thing is counted."""
    aloud = _ALOUD.match(after)
    pieces = after[aloud.end() if aloud else 0 :].lstrip().split(" ")
    if _DOES.match(" ".join(pieces[:4])):
        return ""
    words: list[str] = []
    for n, piece in enumerate(pieces):
        found = _WORD.match(piece)
        if not found or _ends(words, found[0]):
            break
        if len(words) == _MOST:
            return _thing(words)
        words.append(found[0])
        if found[0] != piece or (_is_whole(words) and not _PERSONS.match(" ".join(pieces[n : n + 2]))):
            break
        if "/" in found[0]:
            words += _rest_of_rate(pieces[n + 1 :], found[0])
            break
    return " ".join(words)


def _is_whole(words: list[str]) -> bool:
    """Money and sizes need no word more."""
    if len(words) == 1 and _SIZES.fullmatch(words[0]):
        return True
    return words[-1] == "đồng" and (len(words) == 1 or words[-2] in _MONEY)


def _ends(words: list[str], word: str) -> bool:
    if words and _COMPOUNDS.fullmatch(f"{words[-1]} {word}"):
        return False
    return bool(_PREPOSITIONS.fullmatch(word) or (_VERBS.fullmatch(word) and words))


def _thing(words: list[str]) -> str:
    """The thing itself where the words run on: its name, or its first words."""
    text = " ".join(words)
    found = _THING.match(f"{text} ")
    return found[0] if found else " ".join(words[:_AT_A_LOSS])


def _rest_of_rate(following: list[str], word: str) -> list[str]:
    """The second syllable of what a rate is of: "/đơn vị", "/khu dân cư"."""
    count = _RATES.get(word.rpartition("/")[2].lower(), 0)
    return [found[0] for piece in following[:count] if (found := _WORD.match(piece))]
