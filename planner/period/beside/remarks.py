"""What a bracket behind a time says besides: "tháng 5 (cấp xã)", "tháng 01 (trước Tết)"."""

from planner.period.beside.words import BOUNDS, JOINTS, OCCASIONS, REPORTS, WORDS, is_time, names_by_figure, turns
from planner.period.tokens import Token

# "Lồng ghép với hội nghị quý III": what follows is another piece of work, with times of its own.
WITH = ("lồng", "gắn", "kết", "cùng", "hưởng", "nhân", "dịp", "chào", "phối")
_DATED = ("month", "quarter", "week", "day", "dm", "dmy", "my", "every")


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
        return inner[0].name != "occasion" or ends_short(before)
    if any(token.name in ("event", "occasion", "aside") for token in inner) and not ends_short(before):
        return False
    names: tuple[str, ...] = (*WORDS, *OCCASIONS, *JOINTS, "colon", "done")
    if inner[0].name in ("word", "filler", "handed_in") and not any(token.name == "dm" for token in inner):
        names += ("of_year", "years_long")  # "tháng 01/2027 (tổng kết năm 2026)"
    if any(token.name == "quantity" for token in inner):
        names += ("unsaid", "length")
    if any(token.name == "slash" for token in inner):
        names += ("length",)  # "05 ngày/lớp"
    figures = [n for n in range(len(inner)) if names_by_figure(inner, n)]
    calm = all((token.name in names or n in figures) and not turns(token) for n, token in enumerate(inner))
    return calm and any(token.name not in ("filler", "done") for token in inner)


def _is_beside(inner: list[Token]) -> bool:
    """ "(chào mừng 96 năm Ngày truyền thống)", "(Quyết định 19/QĐ-TTg giai đoạn 2021-2030)": of other things."""
    whole = inner[0].name in ("paper", "anniversary") or (len(inner) > 1 and inner[0].name == "occasion")
    report = inner[0].text in REPORTS and not any(token.name in _DATED for token in inner)
    begins = whole or report or (len(inner) > 1 and inner[0].text in WITH)
    return begins and not any(token.name in BOUNDS or turns(token) for token in inner)


def ends_short(before: list[Token]) -> bool:
    """Whether a month or a day stands before, and not a longer time that the occasion would cut."""
    names = {token.name for token in before}
    return bool(names & {"month", "my", "dm", "dmy", "day"}) and not names & {"quarter", "months_of", "half", "year"}
