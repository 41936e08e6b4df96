"""What the words of rhythms do to the walk: each becomes a mark of so many months."""

from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.questions import Unclear
from planner.period.tokens import Token
from planner.period.walk import Handler, Walk

_MONTHS_A_UNIT = {"ngày": 0, "tuần": 0, "tháng": 1, "quý": 3, "năm": 12}
_MONTHS_IN_QUARTER = {"đầu": (1, 4, 7, 10), "giữa": (2, 5, 8, 11), "cuối": (3, 6, 9, 12)}
_TWO = 2
_UNITS = {"tháng": "month", "quý": "quarter", "năm": "year"}


def every(walk: Walk, token: Token) -> None:
    name = token.values[0]
    if walk.part and name in _UNITS:
        walk.add(Mark(_UNITS[name]))
    _rhythm(walk, _MONTHS_A_UNIT[name])


def every_n(walk: Walk, token: Token) -> None:
    number, name = int(token.values[0]), token.values[1]
    months = number * _MONTHS_A_UNIT[name]
    if months > 12:
        raise Unclear(ask.RARE)
    if months and 12 % months:
        raise Unclear(ask.UNREAD)
    _rhythm(walk, months)


def every_weekday(walk: Walk, token: Token) -> None:
    """ "Hằng thứ Năm" is weekly."""
    _rhythm(walk, 0)


def every_one(walk: Walk, token: Token) -> None:
    _rhythm(walk, _MONTHS_A_UNIT[token.values[0]])


def times(walk: Walk, token: Token) -> None:
    """ "2 lần/năm": so many in each unit."""
    _times(walk, int(token.values[0]), token.values[1])


def times_after(walk: Walk, token: Token) -> None:
    _times(walk, int(token.values[1]) if token.values[1].isdigit() else 1, token.values[0])


def _times(walk: Walk, number: int, name: str) -> None:
    months = _MONTHS_A_UNIT[name]
    if number == 0:
        raise Unclear(ask.UNREAD)
    if months > 1 and number > 1:
        walk.ask(ask.SOME_TIMES)
    if months > 1 and months % number:
        number = 1  # "hằng quý (02 cuộc)": each quarter, and what is asked says the rest
    _rhythm(walk, 0 if months < number else months // number)


def _rhythm(walk: Walk, months: int) -> None:
    walk.add(Mark("every", count=months))
    walk.unit, walk.open = None, True


def tally(walk: Walk, token: Token) -> None:
    """ "3 đợt: tháng 3, 6, 9": as many times as follow, or it is asked."""
    walk.tally = int(token.values[0])


def odd_months(walk: Walk, token: Token) -> None:
    """ "Các tháng lẻ", "ngày 5 các tháng chẵn"."""
    months = tuple(range(1 if token.values[0] == "lẻ" else 2, 13, 2))
    if walk.last and walk.last.unit == "every" and walk.last.count == _TWO and not walk.last.months:
        walk.last.count, walk.last.months = 1, months  # "hai tháng một lần, vào tháng chẵn"
        walk.settle()
    else:
        walk.add(Mark("every", count=1, months=months))


def quarter_month(walk: Walk, token: Token) -> None:
    months = _MONTHS_IN_QUARTER[token.values[0]]
    quarterly = next((mark for mark in walk.marks if mark.unit == "every" and mark.count == 3), None)
    if quarterly and not quarterly.months:
        quarterly.months = months
    else:
        walk.add(Mark("every", count=3, months=months))


WORDS: dict[str, Handler] = {
    "every": every, "every_n": every_n, "every_one": every_one, "every_weekday": every_weekday,
    "times": times, "times_after": times_after,
    "quarter_month": quarter_month, "odd_months": odd_months, "tally": tally,
}  # fmt: skip
