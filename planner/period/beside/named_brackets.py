"""Times in the brackets behind the work's name: "dịp hè (tháng 6, 7)", "cấp xã (tháng 3), cấp tỉnh (tháng 5)"."""

from planner.period.beside.words import is_time, turns
from planner.period.tokens import Token

_SOFT = ("word", "filler", "mark", "occasion", "event", "school_year", "of_term", "aside", "anniversary")
_DAYS = ("day", "dm", "dmy", "dmy2", "day_dash")
_BREAK = Token("list", ";", ())


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
