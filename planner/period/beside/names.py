"""The work's name before a time: "cấp xã: tháng 3; cấp tỉnh: tháng 6", "dịp hè (tháng 6, 7)"."""

from planner.period.beside.words import BOUNDS, JOINTS, PLACES, REPORTS, is_time, run, turns, words_in
from planner.period.tokens import Token

# What a name may count or date: "sơ kết 5 năm thực hiện nghị quyết", "tổ 3, 4", "đại hội nhiệm kỳ 2026-2031".
_NAMED = ("word", "filler", "carried_out", "handed_in", "mark", "quantity", "paper", "list", "number", "roman", "range",
          "years_long", "school_year", "term", "term_end", "of_term", "months_of", "months", "outside", "inside",
          "anniversary", "year", "of_year", "aside", "part", "event", "occasion")  # fmt: skip
_BEGINS = ("word", "filler", "carried_out", "handed_in", "aside", "school_year", "event")
_SAYS_WHAT = ("school_year", "aside", "paper", "event", "of_year")
_SOFT = ("word", "filler", "mark", "occasion", "event", "school_year", "of_term", "aside", "anniversary")
_VERBS = ("done", "carried_out", "handed_in")
_REPORTED = ("year", "months", "months_of")
_DAYS = ("day", "dm", "dmy", "dmy2", "day_dash")
# Whose part of one work it is, and its rounds: no steps of it.
_WHOSE_AS_WRITTEN = """
    cấp xã phường tỉnh huyện thôn tổ khu ấp bản làng chi đảng cụm khối đơn cơ trường vòng sơ bán chung đợt lớp học hội
"""
_WHOSE = frozenset(_WHOSE_AS_WRITTEN.split())
_FEWEST = 2  # words of a name without a colon: one alone may be a word of time that nobody thought of
_BREAK = Token("list", ";", ())
_STEPS = Token("steps", "", ())  # "khảo sát tháng 3, giám sát tháng 5": one work's steps, or two works


def without_name_of_bracket(tokens: list[Token]) -> list[Token]:
    """ "Khai giảng năm học mới (05/9)", "cấp xã (tháng 3), cấp tỉnh (tháng 5)": the times are in the brackets."""
    pieces = _pieces(tokens)
    inner = [_inside(piece) for piece in pieces if piece]
    if not inner or not all(inner):
        return tokens
    return [token for piece in inner for token in (_BREAK, *piece)][1:]


def _pieces(tokens: list[Token]) -> list[list[Token]]:
    """The tokens between the commas and semicolons outside of brackets."""
    pieces: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        if token.name == "list" and not depth:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces


def _inside(piece: list[Token]) -> list[Token]:
    """What the bracket at a piece's end holds, when there is nothing of time before it."""
    at = next((at for at, token in enumerate(piece) if token.text == "("), 0)
    if not at or piece[-1].text != ")" or any(token.text in "()" for token in piece[at + 1 : -1]):
        return []
    name, inner = piece[:at], piece[at + 1 : -1]
    named = [token for token in name if not _counts(token, name)]
    calm = all(token.name in _SOFT and not turns(token) for token in named)
    ends = bool(inner) and inner[0].name in ("before", "by")
    if not ends and any(token.name == "event" for token in named) and any(token.name in _DAYS for token in inner):
        return []  # "trước khai giảng (05/9)" is before that day
    return inner if calm and inner and is_time(inner[0]) and any(t.name != "filler" for t in named) else []


def _counts(token: Token, name: list[Token]) -> bool:
    """ "Cụm 1": a figure behind the name's word."""
    return token.name in ("number", "roman") and token is not name[0]


def without_labels(tokens: list[Token]) -> list[Token]:
    """ "Cấp xã: tháng 3", "họp chi bộ ngày 5 hằng tháng": leaves out what names the work."""
    if any(token.name == "continuous" for token in tokens):
        return tokens  # "Thường xuyên; cao điểm tháng 10": what is named may not be all of the work
    kept: list[Token] = []
    said: list[str] = []  # what each name begins with, "" for a time without one at the start
    at, parallel = 0, False
    while at < len(tokens):
        begins = _begins_piece(kept, parallel)
        end = _end(tokens, at) if begins or _place(tokens[at], kept) else _object_end(tokens, at, kept)
        end = end or (None if begins else _end_inside(tokens, at))
        if said and begins and tokens[at].text in REPORTS:
            said.append(_whose(tokens[at]))
        if end is None:
            kept.append(tokens[at])
            at += 1
            continue
        if not _place(tokens[at], kept):
            said += [""] * (not said and _has_time(kept)) + [_whose(tokens[at])]
        _close(kept)
        at, parallel = end, True
    return [*kept, _STEPS] if len(set(said)) > 1 else kept


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


def _end(tokens: list[Token], at: int) -> int | None:
    """Where the time begins that a name stands before; None where there is none."""
    if tokens[at].name == "quantity" and _begins_time(tokens, run(tokens, at + 1, ("filler",))):
        return at + 1  # "30% trong quý I"
    if tokens[at].name not in _BEGINS:
        return None
    end = run(tokens, at, _NAMED)
    named = tokens[at:end]
    if end + 1 < len(tokens) and tokens[end].name == "colon":
        told = words_in(named) or any(token.name in _SAYS_WHAT for token in named)
        told = told or (named[0].text in REPORTS and named[-1].name in _REPORTED)  # "tổng kết năm: tháng 12"
        return end + 1 if told and is_time(tokens[end + 1]) and not _has_own_year(named, tokens[end:]) else None
    end = _year_end(tokens, at) or run(tokens, at, ("word", "filler", "school_year"))
    enough = words_in(tokens[at:end]) >= _FEWEST or any(t.name in ("school_year", "of_year") for t in tokens[at:end])
    enough = enough or (words_in(tokens[at:end]) == 1 and end < len(tokens) and tokens[end].name == "ordinal")
    return end if enough and _begins_time(tokens, end) else None


def _year_end(tokens: list[Token], at: int) -> int | None:
    """ "Xây dựng kế hoạch năm 2027 trước 25/12", "quyết toán năm 2025 trong quý I": the year is the work's."""
    end = run(tokens, at, ("word", "filler", "handed_in", "carried_out"))
    year = end < len(tokens) and tokens[end].name == "of_year"
    follows = tokens[end + 1].name if end + 1 < len(tokens) else ""
    told = words_in(tokens[at:end]) or any(token.name == "handed_in" for token in tokens[at:end])
    return end + 1 if year and told and follows in (*BOUNDS, "filler") else None


def _begins_time(tokens: list[Token], at: int) -> bool:
    """A figure right behind a name may be part of it: "khu phố 3 trong tháng 6"."""
    at = run(tokens, at, ("filler",))
    return at < len(tokens) and is_time(tokens[at]) and tokens[at].name not in ("number", "roman")


def _object_end(tokens: list[Token], at: int, kept: list[Token]) -> int | None:
    """ "Hoàn thành đại hội phụ nữ phường, xã trong tháng 10": what is done, between the verb and the first time."""
    verbs = [token for token in kept if token.name in _VERBS]
    begins = bool(verbs) and all(token.name in (*_VERBS, "filler") for token in kept)
    if not begins or tokens[at].name not in ("word", "filler", "school_year"):
        return None
    end = _year_end(tokens, at) or run(tokens, at, ("word", "filler", "list", "number", "mark", "paper", "school_year"))
    end = run(tokens, end, ("filler",))
    whole = end < len(tokens) and is_time(tokens[end]) and tokens[end - 1].name not in ("number", "list")
    return end if whole and any(token.name in ("word", "school_year") for token in tokens[at:end]) else None


def _end_inside(tokens: list[Token], at: int) -> int | None:
    """A name in the middle of a text ends in a colon and is nothing but words."""
    end = run(tokens, at, ("word", "mark", "filler"))
    ends = end + 1 < len(tokens) and tokens[end].name == "colon" and is_time(tokens[end + 1])
    return end + 1 if words_in(tokens[at:end]) >= _FEWEST and ends else None


def _has_own_year(named: list[Token], after: list[Token]) -> bool:
    """ "Kế hoạch năm 2027: tháng 3" may be March of either year."""
    years = any(token.name == "of_year" for token in named)
    return years and not any(token.name in ("of_year", "my", "dmy", "dmy2") for token in after)
