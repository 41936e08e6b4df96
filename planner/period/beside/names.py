"""The work's name before a time: "cấp xã: tháng 3; cấp tỉnh: tháng 6", "dịp hè (tháng 6, 7)"."""

from planner.period.beside.words import BOUNDS, JOINTS, PLACES, REPORTS, is_time, run, words_in
from planner.period.tokens import Token

# What a name may count or date: "sơ kết 5 năm thực hiện nghị quyết", "tổ 3, 4", "đại hội nhiệm kỳ 2026-2031".
_NAMED = ("word", "filler", "carried_out", "handed_in", "mark", "quantity", "paper", "list", "number", "roman", "range",
          "years_long", "school_year", "term", "term_end", "of_term", "months_of", "months", "outside", "inside",
          "anniversary", "year", "of_year", "aside", "part", "event", "occasion")  # fmt: skip
_BEGINS = ("word", "filler", "carried_out", "handed_in", "aside", "school_year", "event")
_SAYS_WHAT = ("school_year", "aside", "paper", "event", "of_year")
_VERBS = ("done", "carried_out", "handed_in", "by")
_CLAUSE = ("word", "filler", "school_year", "paper", "quantity", "aside", "mark", *_VERBS)
_REPORTED = ("year", "months", "months_of")
# Whose part of one work it is, and its rounds: no steps of it.
_WHOSE_AS_WRITTEN = """
    cấp xã phường tỉnh huyện thôn tổ khu ấp bản làng chi đảng cụm khối đơn cơ trường vòng sơ bán chung đợt lớp học hội
"""
_WHOSE = frozenset(_WHOSE_AS_WRITTEN.split())
_FEWEST = 2  # words of a name without a colon: one alone may be a word of time that nobody thought of
_BREAK = Token("list", ";", ())
_STEPS = Token("steps", "", ())  # "khảo sát tháng 3, giám sát tháng 5": one work's steps, or two works


def without_labels(tokens: list[Token]) -> list[Token]:
    """ "Cấp xã: tháng 3", "họp chi bộ ngày 5 hằng tháng": leaves out what names the work."""
    if any(token.name == "continuous" for token in tokens):
        return tokens  # "Thường xuyên; cao điểm tháng 10": what is named may not be all of the work
    kept: list[Token] = []
    said: list[str] = []  # what each name begins with, "" for a time without one at the start
    at = 0
    while at < len(tokens):
        begins, place = _begins_piece(kept, parallel=bool(said)), _place(tokens[at], kept)
        end = (_colon_end(tokens, at) or _clause_end(tokens, at)) if begins or place else _inner_end(tokens, at)
        if (end and not place) or (said and begins and tokens[at].text in REPORTS):
            said += [""] * (not said and _has_time(kept)) + [_whose(tokens[at])]
        if end is None:
            kept.append(tokens[at])
        else:
            _close(kept)
            kept += _verbs(tokens[at:end]) if tokens[end - 1].name != "colon" else []
        at = end or at + 1
    return [*kept, _STEPS] if len(set(said)) > 1 else kept


def _verbs(clause: list[Token]) -> list[Token]:
    """What a clause says of its time: "hoàn thành …" makes a day a deadline, "xong, nghiệm thu 25/11" does not."""
    last = max((n for n, token in enumerate(clause) if token.name == "list"), default=-1)
    return [token for n, token in enumerate(clause) if token.name in _VERBS and (n > last or token.name != "done")]


def _whose(token: Token) -> str:
    """Bodies, rounds, shares and reports are no steps of one another."""
    if token.name == "quantity" or token.text in _WHOSE:
        return "cấp"
    return "báo cáo" if token.text in REPORTS else token.text.split()[0]


def _place(token: Token, kept: list[Token]) -> bool:
    """ "20-28/7 và tại tỉnh Mẫu từ 01-10/8": the same work in another place."""
    return token.text in PLACES and bool(kept) and kept[-1].name == "list"


def _has_time(kept: list[Token]) -> bool:
    return any(is_time(token) and token.name not in _VERBS for token in kept)


def _close(kept: list[Token]) -> None:
    """A name behind a time begins a piece of its own."""
    if kept and kept[-1].text == ",":
        kept.pop()
    if kept and kept[-1].name not in (*JOINTS, *_VERBS, "filler"):
        kept.append(_BREAK)


def _begins_piece(kept: list[Token], parallel: bool) -> bool:
    """At the start and behind a semicolon; behind a comma when the times before have names as well."""
    return not kept or (kept[-1].name == "list" and (";" in kept[-1].text or (parallel and kept[-1].text == ",")))


def _colon_end(tokens: list[Token], at: int) -> int | None:
    """Where the time begins behind a name and its colon; None where there is none."""
    if tokens[at].name not in _BEGINS:
        return None
    end = run(tokens, at, _NAMED)
    named = tokens[at:end]
    if end + 1 >= len(tokens) or tokens[end].name != "colon" or not _follows(tokens, end):
        return None
    told = words_in(named) or any(token.name in _SAYS_WHAT for token in named)
    told = told or (named[0].text in REPORTS and named[-1].name in _REPORTED)  # "tổng kết năm: tháng 12"
    return end + 1 if told and not _has_own_year(named, tokens[end:]) else None


def _clause_end(tokens: list[Token], at: int) -> int | None:
    """ "Cấp xã hoàn thành và báo cáo kết quả trước 15/4": where the time begins behind words and verbs."""
    if tokens[at].name == "quantity" and _begins_time(tokens, at + 1):
        return at + 1  # "30% trong quý I"
    if tokens[at].name not in (*_BEGINS, *_VERBS):
        return None
    end = _year_end(tokens, at) or _run_on(tokens, at)
    if end < len(tokens) and tokens[end].name in ("of_year", "year"):
        return None  # "kế hoạch năm 2027: tháng 3": of which year?
    inner = tokens[at:end]
    one = any(token.name in _VERBS for token in inner) or (end < len(tokens) and tokens[end].name == "ordinal")
    told = any(token.name in ("school_year", "of_year") for token in inner)
    told = told or words_in(inner) >= (1 if one else _FEWEST)
    return end if told and _begins_time(tokens, end) else None


def _run_on(tokens: list[Token], at: int) -> int:
    """Over the clause's words and the commas between them."""
    end = run(tokens, at, _CLAUSE)
    while end + 1 < len(tokens) and tokens[end].name == "list" and ";" not in tokens[end].text:
        after = run(tokens, end + 1, _CLAUSE)
        if after == end + 1 or not words_in(tokens[end + 1 : after]):
            break
        end = after
    return end


def _year_end(tokens: list[Token], at: int) -> int | None:
    """ "Xây dựng kế hoạch năm 2027 trước 25/12", "quyết toán năm 2025 trong quý I": the year is the work's."""
    end = run(tokens, at, ("word", "filler", *_VERBS))
    year = end < len(tokens) and tokens[end].name == "of_year"
    follows = tokens[end + 1].name if end + 1 < len(tokens) else ""
    told = words_in(tokens[at:end]) or any(token.name == "handed_in" for token in tokens[at:end])
    return end + 1 if year and told and follows in (*BOUNDS, "filler") else None


def _follows(tokens: list[Token], colon: int) -> bool:
    at = run(tokens, colon + 1, ("filler",))
    return at < len(tokens) and is_time(tokens[at])


def _begins_time(tokens: list[Token], at: int) -> bool:
    """A figure right behind a name may be part of it: "khu phố 3 trong tháng 6"."""
    at = run(tokens, at, ("filler",))
    return at < len(tokens) and is_time(tokens[at]) and tokens[at].name not in ("number", "roman")


def _inner_end(tokens: list[Token], at: int) -> int | None:
    """A name in the middle of a text ends in a colon and is nothing but words."""
    end = run(tokens, at, ("word", "mark", "filler"))
    ends = end + 1 < len(tokens) and tokens[end].name == "colon" and _follows(tokens, end)
    return end + 1 if words_in(tokens[at:end]) >= _FEWEST and ends else None


def _has_own_year(named: list[Token], after: list[Token]) -> bool:
    """ "Kế hoạch năm 2027: tháng 3" may be March of either year."""
    years = any(token.name == "of_year" for token in named)
    return years and not any(token.name in ("of_year", "my", "dmy", "dmy2") for token in after)
