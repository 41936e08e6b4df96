"""Which tokens are mere words, which are times, and which words could change a time."""

from planner.period.tokens import Token

JOINTS = ("list", "range", "slash", "or")
WORDS = ("word", "filler", "carried_out", "handed_in", "mark", "quantity", "paper")
# What sets a time without the calendar; beside a month it only says why then.
OCCASIONS = ("event", "occasion", "anniversary", "unscheduled", "aside", "school_year", "of_term")
REPORTS = ("báo cáo", "bc", "sơ kết", "tổng kết", "họp", "hội nghị", "gửi", "nộp")
PLACES = ("tại", "ở", "trên")
BOUNDS = ("before", "by", "from", "until", "done", "after", "ended")
# Syllables that may turn a time into another one, or deny it.
_TURNS_AS_WRITTEN = """
    trở đã tạm dừng ngừng nghỉ mười mươi hai bốn sáu bảy tám chín không chưa chẳng đừng trừ ngoài ngoại
    riêng nếu hoãn lùi dời thay bỏ hủy tránh sớm muộn chậm trễ nhanh gấp lẻ chẵn mỗi từng hằng nửa rưỡi
    kém hơn sau trước ngoái mai hôm quá sang tận giáp cận nhuận âm rằm mùng mồng giêng chạp mùa hoặc hay
    bù vẫn liền lần giữa đầu cuối đến từ hết tới
"""
_TURNS = frozenset(_TURNS_AS_WRITTEN.split())


def turns(token: Token) -> bool:
    return token.name in ("word", "mark") and token.text in _TURNS


def is_time(token: Token) -> bool:
    return token.name not in (*WORDS, *OCCASIONS, *JOINTS, "inside", "outside", "colon", "unsaid")


def words_in(tokens: list[Token]) -> int:
    return sum(token.name == "word" for token in tokens)


def run(tokens: list[Token], at: int, names: tuple[str, ...]) -> int:
    """Where a run of calm tokens of these names ends that begins at `at`."""
    while at < len(tokens) and (tokens[at].name in names or _joins_words(tokens, at)) and not turns(tokens[at]):
        at += 1
    return at


def _joins_words(tokens: list[Token], at: int) -> bool:
    """ "Tại xã Mẫu và phường Mẫu", "đoàn số 1 giám sát": a joint or a figure between two words."""
    between = [token.name for token in tokens[at - 1 : at] + tokens[at + 1 : at + 2]]
    return (tokens[at].text in ("và", "&") or tokens[at].name == "number") and between == ["word", "word"]


def names_by_figure(tokens: list[Token], at: int) -> bool:
    """Whether a figure counts what the word before it names: "thôn 1, 2"; "tháng 5 tại xã, 6 tại phường" does not."""
    before = [token.name for token in tokens[max(at - 2, 0) : at]]
    return tokens[at].name == "number" and (before[-1:] in (["word"], ["paper"]) or before == ["number", "list"])
