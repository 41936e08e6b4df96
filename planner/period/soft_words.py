"""What words without days do to the walk: they leave a flag, or end the reading with a question."""

import re

from planner.period import questions as ask
from planner.period.questions import Unclear
from planner.period.tokens import Token
from planner.period.walk import Handler, Walk

_MIDNIGHT = re.compile(r"(?<![0-9])0?0\s?(?:h|g|giờ|:)\s?(?:00)?$")
_FEW = 5  # days that a meeting lasts; "15 ngày 20/3" may have lost a comma


def quiet(walk: Walk, token: Token) -> None:
    """ "8h - 11h": on the day all the same."""


def flag(name: str) -> Handler:
    def seen(walk: Walk, token: Token) -> None:
        walk.flags.add(name)
        walk.soft.append(token.text)

    return seen


def clock(walk: Walk, token: Token) -> None:
    """ "Trước 17h ngày 25/3" is on that day, "trước 0h ngày 25/3" is not."""
    if not _MIDNIGHT.search(token.text):
        walk.flags.add("clock")
    walk.soft.append(token.text)


def relative(walk: Walk, token: Token) -> None:
    number, name, *rest = token.values
    walk.soft.append(token.text)
    walk.relative = int(number), name, len(rest) > 1, rest[-1]


def length(walk: Walk, token: Token) -> None:
    """ "01 ngày, tháng 5": how long it takes says nothing about when; "trước 18/11 ít nhất 10 ngày" does."""
    listed = walk.peek() in ("number", "dm", "dmy") and any(_FEW < number < 1000 for number in token.numbers)
    if listed or (walk.last and walk.last.prefix in ("before", "after") and walk.join is None):
        walk.leave(token.text)
    walk.flags.add("duration")


def school_year(walk: Walk, token: Token) -> None:
    """A school year begins and ends where its office says; a time of its own beside it is read, and asked about."""
    walk.left.append(token.text)
    walk.flags.add("school_year")


def occasion(walk: Walk, token: Token) -> None:
    walk.flags.add("occasion")
    walk.ask(ask.OCCASION)


def blank(walk: Walk, token: Token) -> None:
    raise Unclear(ask.UNREAD)


def lunar_gloss(walk: Walk, token: Token) -> None:
    """ "26/4/2026 (10/3 âm lịch)": the same day again; "tháng 9 (rằm tháng 8)" is one day of the month."""
    if not walk.last:
        raise Unclear(ask.LUNAR)
    if walk.last.unit != "day":
        walk.ask(ask.LUNAR)


def of_term(walk: Walk, token: Token) -> None:
    raise Unclear(ask.WHICH_TERM)


def steps(walk: Walk, token: Token) -> None:
    walk.ask(ask.STEPS)


def lunar(walk: Walk, token: Token) -> None:
    raise Unclear(ask.LUNAR)


WORDS: dict[str, Handler] = {
    "event": flag("event"), "unscheduled": flag("unscheduled"), "continuous": flag("continuous"),
    "periodic": flag("periodic"), "paper": flag("paper"), "anniversary": flag("paper"), "clock": clock,
    "hours": quiet, "relative": relative, "length": length, "school_year": school_year, "occasion": occasion,
    "aside": flag("aside"), "of_term": of_term, "steps": steps, "lunar": lunar, "lunar_gloss": lunar_gloss,
    "lunar_name": quiet, "blank": blank, "adhoc": flag("adhoc"),
}  # fmt: skip
