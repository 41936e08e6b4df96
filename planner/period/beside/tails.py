"""What follows a time and says where, to whom, what for or how many: "12/5 tại hội trường", "25/6 để tổng hợp"."""

from planner.period.beside.remarks import WITH, ends_short
from planner.period.beside.words import BOUNDS, PLACES, WORDS, is_time, names_by_figure, run, turns, words_in
from planner.period.tokens import Token

_FEWEST = 2  # words: one alone may be a word of time that nobody thought of
_TAILS = (*PLACES, "địa", "để", "nhằm", "phục", "gồm", "bao")


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
    """ "Ngày 23/9 khám tại xã", "quý IV, kinh phí 50 triệu đồng", "tháng 5 hoàn thành 10/12 chỉ tiêu"."""
    if kept[-1].name == "done" and tokens[at].name == "quantity":
        return run(tokens, at, WORDS)
    if not (is_time(kept[-1]) or kept[-1].text in (",", ":", ")")) or not any(map(is_time, kept)):
        return None
    longer = {":": _listed_end, ",": _rest_end}.get(kept[-1].text)
    return (longer and longer(tokens, at)) or _other_year_end(tokens, at, kept) or _words_end(tokens, at)


def _words_end(tokens: list[Token], at: int) -> int | None:
    end = run(tokens, at, WORDS)
    inner = tokens[at:end]
    told = words_in(inner) >= _FEWEST or any(token.name in ("quantity", "handed_in", "paper") for token in inner)
    named = inner and inner[0].name in ("word", "quantity", "handed_in", "carried_out", "filler")
    return end if named and told and _breaks(tokens, end) else None


def _other_year_end(tokens: list[Token], at: int, kept: list[Token]) -> int | None:
    """ "Tháng 1, quyết toán năm 2025", "tháng 01/2027 tổng kết năm 2026": the year is the work's."""
    end = run(tokens, at, (*WORDS, "of_year", "years_long"))
    inner = tokens[at:end]
    dated = any(token.name in ("of_year", "years_long") for token in inner)
    own_year = kept[-1].name in ("my", "dmy") and len(inner) > 1
    told = words_in(inner) > 0 or any(token.name in ("handed_in", "paper") for token in inner)
    certain = own_year or (kept[-1].text == "," and told)
    return end if dated and certain and _breaks(tokens, end) else None


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
        if turns(tokens[end]) or not (tokens[end].name in (*WORDS, "roman", "list") or names_by_figure(tokens, end)):
            return None
        end += 1
    return end if tokens[at : at + 1] and tokens[at].name in ("word", "filler") and words_in(tokens[at:end]) else None


def _companion(tokens: list[Token], at: int, kept: list[Token]) -> int | None:
    """ "Tháng 10, lồng ghép với hội nghị cuối năm", "tháng 9, dịp Tết Trung thu", to the end."""
    token, rest = tokens[at], tokens[at:]
    begins = token.text in WITH or (token.name in ("occasion", "school_year") and ends_short(kept))
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
