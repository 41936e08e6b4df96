"""What stands behind a time and says where, with what, why or how many: "tháng 5 (cấp xã)", "12/5 tại hội trường"."""

from planner.period.beside.words import BOUNDS, JOINTS, OCCASIONS, PLACES, REPORTS, WORDS, is_time, run, turns
from planner.period.tokens import Token

# "Lồng ghép với hội nghị quý III": what follows is another piece of work, with times of its own.
_WITH = ("lồng", "gắn", "kết", "cùng", "hưởng", "nhân", "dịp", "chào", "phối")
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
    if inner[0].text in REPORTS:
        names += ("of_year",)  # "tháng 01/2027 (tổng kết năm 2026)"
    if any(token.name == "quantity" for token in inner):
        names += ("unsaid",)
    if any(token.name == "slash" for token in inner):
        names += ("length",)  # "05 ngày/lớp"
    calm = all(token.name in names and not turns(token) for token in inner)
    return calm and any(token.name not in ("filler", "done") for token in inner)


def _is_beside(inner: list[Token]) -> bool:
    """ "(chào mừng 96 năm Ngày truyền thống)", "(Quyết định 19/QĐ-TTg giai đoạn 2021-2030)": of other things."""
    begins = inner[0].name in ("paper", "anniversary", "occasion") or inner[0].text in _WITH
    return begins and len(inner) > 1 and not any(token.name in BOUNDS or turns(token) for token in inner)


def _ends_short(before: list[Token]) -> bool:
    """Whether a month or a day stands before, and not a longer time that the occasion would cut."""
    names = {token.name for token in before}
    return bool(names & {"month", "my", "dm", "dmy", "day"}) and not names & {"quarter", "months_of", "half", "year"}


def without_tails(tokens: list[Token]) -> list[Token]:
    """ "Ngày 12/5 tại xã Mẫu", "trước 25/6 để tổng hợp", "quý IV, kinh phí 50 triệu đồng": up to the next comma."""
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
    end = run(tokens, at + 1, (*WORDS, "aside", "event", "colon", "roman"))
    return end if end > at + 1 and _breaks(tokens, end) else None


def _amount(tokens: list[Token], at: int, kept: list[Token]) -> int | None:
    """ "Tháng 5 hoàn thành 10/12 chỉ tiêu", "quý II: 1/3 số xã", "quý IV, kinh phí 50 triệu đồng"."""
    if tokens[at].name == "quantity" and kept[-1].name == "done":
        return run(tokens, at, WORDS)
    if kept[-1].text not in (",", ":") or not any(map(is_time, kept)):
        return None
    end = run(tokens, at, WORDS)
    counted = any(token.name == "quantity" for token in tokens[at:end])
    return end if counted and _breaks(tokens, end) else None


def _companion(tokens: list[Token], at: int, kept: list[Token]) -> int | None:
    """ "Tháng 10, lồng ghép với hội nghị cuối năm", "tháng 9, dịp Tết Trung thu", to the end."""
    token, rest = tokens[at], tokens[at:]
    begins = token.text in _WITH or (token.name in ("occasion", "school_year") and _ends_short(kept))
    if not begins or kept[-1].text != "," or any(t.name in (*BOUNDS, "inside") or turns(t) for t in rest):
        return None
    return len(tokens) if len(rest) > 1 or token.name == "school_year" or " " in token.text else None


def _authority(tokens: list[Token], at: int, kept: list[Token]) -> int | None:
    """ "Trước 30/11 theo Công văn số 1025/UBND-VX": a paper that says so."""
    numbered = any(letter.isdigit() for letter in tokens[at].text)
    by_paper = tokens[at].name == "unscheduled" and tokens[at].text.startswith("theo") and numbered
    return at + 1 if by_paper and any(map(is_time, kept)) else None


def _breaks(tokens: list[Token], end: int) -> bool:
    return end == len(tokens) or tokens[end].name in ("list", "outside", "inside")


_RULES = (_place, _amount, _companion, _authority)
