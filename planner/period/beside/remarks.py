"""What stands behind a time and says where, with what, why or how many: "tháng 5 (cấp xã)", "12/5 tại hội trường"."""

from planner.period.beside.words import BOUNDS, JOINTS, OCCASIONS, PLACES, REPORTS, WORDS, is_time, run, turns, words_in
from planner.period.tokens import Token

# "Lồng ghép với hội nghị quý III": what follows is another piece of work, with times of its own.
_WITH = ("lồng", "gắn", "kết", "cùng", "hưởng", "nhân", "dịp", "chào", "phối")
_DATED = ("month", "quarter", "week", "day", "dm", "dmy", "my", "every")
_FEWEST = 2  # words: one alone may be a word of time that nobody thought of
_TAILS = (*PLACES, "địa", "để", "nhằm", "phục", "gồm", "bao")


def without_brackets(tokens: list[Token]) -> list[Token]:
    """ "Tháng 01 (trước Tết)", "quý II (lồng ghép với hội nghị)", "tháng 3 (12/12 xã)": without the bracket."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _bracket_end(tokens, at) if not kept or is_time(kept[-1]) else None
        if end and _is_remark(tokens[at + 1 : end], kept):
            at = end + 1
        else:
            kept.append(tokens[at])
            at += 1
    return kept


def _bracket_end(tokens: list[Token], at: int) -> int | None:
    if tokens[at].text != "(":
        return None
    end = next((end for end in range(at + 1, len(tokens)) if tokens[end].text in "()"), None)
    return end if end and tokens[end].text == ")" else None


def _is_remark(inner: list[Token], before: list[Token]) -> bool:
    if not inner or (not before and any(token.name in OCCASIONS for token in inner)):
        return False
    if _is_beside(inner):
        return inner[0].name != "occasion" or _ends_short(before)
    if any(token.name in ("event", "occasion", "aside") for token in inner) and not _ends_short(before):
        return False
    names: tuple[str, ...] = (*WORDS, *OCCASIONS, *JOINTS, "colon", "done")
    if inner[0].name in ("word", "filler", "handed_in") and not any(token.name == "dm" for token in inner):
        names += ("of_year", "years_long")  # "tháng 01/2027 (tổng kết năm 2026)"
    if any(token.name == "quantity" for token in inner):
        names += ("unsaid", "length")
    if any(token.name == "slash" for token in inner):
        names += ("length",)  # "05 ngày/lớp"
    calm = all(token.name in names and not turns(token) for token in inner)
    return calm and any(token.name not in ("filler", "done") for token in inner)


def _is_beside(inner: list[Token]) -> bool:
    """ "(chào mừng 96 năm Ngày truyền thống)", "(Quyết định 19/QĐ-TTg giai đoạn 2021-2030)": of other things."""
    whole = inner[0].name in ("paper", "anniversary") or (len(inner) > 1 and inner[0].name == "occasion")
    report = inner[0].text in REPORTS and not any(token.name in _DATED for token in inner)
    begins = whole or report or (len(inner) > 1 and inner[0].text in _WITH)
    return begins and not any(token.name in BOUNDS or turns(token) for token in inner)


def _ends_short(before: list[Token]) -> bool:
    """Whether a month or a day stands before, and not a longer time that the occasion would cut."""
    names = {token.name for token in before}
    return bool(names & {"month", "my", "dm", "dmy", "day"}) and not names & {"quarter", "months_of", "half", "year"}


def without_tails(tokens: list[Token]) -> list[Token]:
    """ "Ngày 12/5 tại xã Mẫu", "trước 25/6 để tổng hợp", "quý IV, kinh phí 50 triệu đồng": up to the next comma."""
    if len(tokens) > 2 and _by_paper(tokens[0]) and tokens[1].name == "list":
        tokens = tokens[2:]  # "theo Kế hoạch số 12/KH-BTT; hoàn thành trong tháng 10"
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        end = next(filter(None, (rule(tokens, at, kept) for rule in _RULES)), None) if kept else None
        if end is None:
            kept.append(tokens[at])
            at += 1
            continue
        if kept[-1].name == "list" and (end == len(tokens) or tokens[end].name == "list"):
            kept.pop()
        at = end
    return kept


def _place(tokens: list[Token], at: int, kept: list[Token]) -> int | None:
    named = tokens[at].name == "word" and tokens[at].text in _TAILS
    if not named or not (is_time(kept[-1]) or kept[-1].name in ("list", "outside")):
        return None
    end = _listed_end(tokens, at) or run(tokens, at + 1, (*WORDS, "aside", "event", "colon", "roman", "number"))
    return end if end > at + 1 and _breaks(tokens, end) else None


def _work(tokens: list[Token], at: int, kept: list[Token]) -> int | None:
    """ "Ngày 23/9 khám tại xã", "quý IV, kinh phí 50 triệu đồng", "tháng 1, quyết toán năm 2025": what is done then."""
    if kept[-1].name == "done" and tokens[at].name == "quantity":
        return run(tokens, at, WORDS)  # "tháng 5 hoàn thành 10/12 chỉ tiêu"
    if not (is_time(kept[-1]) or kept[-1].text in (",", ":", ")")) or not any(map(is_time, kept)):
        return None
    if kept[-1].text == ":" and (end := _listed_end(tokens, at)):
        return end
    if kept[-1].text == "," and (end := _rest_end(tokens, at)):
        return end
    end = run(tokens, at, (*WORDS, "of_year", "years_long"))
    own_year = kept[-1].name in ("my", "dmy")  # "tháng 01/2027 tổng kết năm 2026"
    if own_year and end - at > 1 and tokens[end - 1].name == "of_year" and _breaks(tokens, end):
        return end
    while end > at and tokens[end - 1].name in ("of_year", "years_long") and kept[-1].text != ",":
        end -= 1
    inner = tokens[at:end]
    told = words_in(inner) >= _FEWEST or any(token.name in ("quantity", "handed_in", "paper") for token in inner)
    told = told or (words_in(inner) > 0 and any(token.name in ("of_year", "years_long") for token in inner))
    named = inner and inner[0].name in ("word", "quantity", "handed_in", "carried_out", "filler")
    return end if named and told and _breaks(tokens, end) else None


def _rest_end(tokens: list[Token], at: int) -> int | None:
    """ "Trước ngày 20/9, gửi các bộ, ngành và địa phương": nothing of time to the semicolon or the end."""
    end = run(tokens, at, (*WORDS, "list", "aside", "roman"))
    end = next((n for n in range(at, end) if tokens[n].name == "list" and ";" in tokens[n].text), end)
    whole = end == len(tokens) or ";" in tokens[end].text
    return end if whole and words_in(tokens[at:end]) >= _FEWEST else None


def _listed_end(tokens: list[Token], at: int) -> int | None:
    """ "Ngày 14/11: khu dân cư số 1, 2, 3; ngày 15/11: …": to the semicolon or the end."""
    end = at
    while end < len(tokens) and not (tokens[end].name == "list" and ";" in tokens[end].text):
        if tokens[end].name not in (*WORDS, "number", "roman", "list") or turns(tokens[end]):
            return None
        end += 1
    return end if tokens[at : at + 1] and tokens[at].name in ("word", "filler") and words_in(tokens[at:end]) else None


def _companion(tokens: list[Token], at: int, kept: list[Token]) -> int | None:
    """ "Tháng 10, lồng ghép với hội nghị cuối năm", "tháng 9, dịp Tết Trung thu", to the end."""
    token, rest = tokens[at], tokens[at:]
    begins = token.text in _WITH or (token.name in ("occasion", "school_year") and _ends_short(kept))
    if not begins or kept[-1].text != "," or any(t.name in (*BOUNDS, "inside") or turns(t) for t in rest):
        return None
    return len(tokens) if len(rest) > 1 or token.name == "school_year" or " " in token.text else None


def _authority(tokens: list[Token], at: int, kept: list[Token]) -> int | None:
    """ "Trước 30/11 theo Công văn số 1025/UBND-VX": a paper that says so."""
    return at + 1 if _by_paper(tokens[at]) and any(map(is_time, kept)) else None


def _by_paper(token: Token) -> bool:
    numbered = any(letter.isdigit() for letter in token.text)
    return token.name == "unscheduled" and token.text.startswith("theo") and numbered


def _breaks(tokens: list[Token], end: int) -> bool:
    return end == len(tokens) or tokens[end].name in ("list", "outside", "inside")


_RULES = (_place, _work, _companion, _authority)
