"""What numbers mean where they stand: months, quarters, weeks and days of the unit in force, and years."""

from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.questions import Unclear
from planner.period.tokens import Token
from planner.period.walk import Handler, Walk

_JOINTS = (["list"], ["range"], ["or"])
_COUNTED = ("%", "lần", "đợt", "hội nghị", "cuộc họp")
_MANY = 12  # numbers in a row that are looked over for the month that they are days of
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
           "xii": 12}  # fmt: skip


def number(walk: Walk, token: Token) -> None:
    counts_things = not walk.fresh and (walk.peek() == "word" or walk.next_text in _COUNTED)  # "3 lần đến tháng 6"
    if len(token.text) == 4 and token.text[:2] in ("19", "20"):
        year(walk, int(token.text))
    elif len(token.text) > 2 or not walk.open or counts_things or walk.unit == "year":
        walk.leave(token.text)
    else:
        if not walk.fresh and _days_follow(walk):
            walk.unit, walk.template = "day", None
        count(walk, int(token.text))


def _days_follow(walk: Walk) -> bool:
    """ "Ngày 28 tháng 2 và 30 tháng 8", "Quý I; 1-5/9": numbers right before a month or a date are its days."""
    names = [token.name for token in walk.tokens[walk.at + 1 : walk.at + 3]]
    inside = walk.unit == "month" and walk.inside and names[:1] == ["range"] and names[1:] in (["dm"], ["dmy"])
    return inside or (bool(walk.template or walk.unit == "quarter") and _month_follows(walk))


def _month_follows(walk: Walk) -> bool:
    """Whether the numbers from here on, listed or joined, end in a month or a date of their own."""
    names = [token.name for token in walk.tokens[walk.at + 1 : walk.at + 2 * _MANY]]
    while names[:1] in _JOINTS and names[1:2] in (["number"], ["roman"]):
        names = names[2:]
    return names[:1] == ["month"] or (names[:1] in _JOINTS and names[1:2] in (["dm"], ["dmy"]))


def roman(walk: Walk, token: Token) -> None:
    if walk.unit is None and walk.peek() == "of_year":
        walk.start_unit("quarter")
        walk.ask(ask.BARE_QUARTER)
    if walk.unit in ("quarter", "month", "week") and walk.open:
        count(walk, _ROMANS[token.text])
    else:
        walk.leave(token.text)


def count(walk: Walk, value: int, year: int | None = None) -> None:
    """A number of the unit in force: a month, a quarter, a day, a week; without one, it waits for its neighbour."""
    last = walk.last
    if walk.attaching and last:
        last.month, last.year, walk.template = value, year or last.year, last
        last.extra["attached"] = 1
        walk.settle()
    elif walk.to_its_end:
        walk.to_its_end = False
        walk.add(Mark("day", -1, month=value, year=year, extra={"attached": 1}))
    elif walk.template and walk.unit == "month" and walk.join == "range":
        walk.add(Mark("day", value, year=year))  # "ngày 5 tháng 3 đến 10" is asked: a day has no month of its own
    elif walk.template and walk.unit == "month":
        _repeat(walk, walk.template, value, year)
    else:
        if walk.unit in ("day", "week") and walk.fresh:
            _go_under(walk)
        walk.add(Mark(walk.unit or "bare", value, year=year))


def _repeat(walk: Walk, template: Mark, month: int, year: int | None) -> None:
    """ "Ngày 15 đến 20 các tháng 3, 6": the day, or both ends, in another month."""
    at = next(number for number, mark in enumerate(walk.marks) if mark is template)
    if template.join == "list" and at and walk.marks[at - 1].unit == "day":
        walk.ask(ask.UNDER_WHICH)  # "ngày 10, 25 tháng 4, 5"
    group = walk.marks[at - 1 : at + 1] if template.join in ("range", "or") and at else [template]
    for mark in group:
        if mark is not group[0]:
            walk.join = template.join
        walk.add(mark.copy(month=month, year=year, part=None, carried=False))


def _go_under(walk: Walk) -> None:
    """ "Tháng 3 (tuần 2)", "Tháng 3, ngày 15": the month was only where the week or day is."""
    last = walk.last
    if _month_follows(walk):
        return
    ends = walk.prefix in ("before", "by")
    if last and last.unit == "month" and (ends or not last.part) and walk.close_by and last.join != "range":
        walk.under = last
        if ends:
            walk.inside = True  # "Tháng 3 (trước ngày 20)", "tháng 3, chậm nhất ngày 20": the month is when it begins
            return
        walk.marks.pop()
        if walk.prefix in ("from", "after"):
            walk.flags.add("framed")
        # "Tháng 3, ngày 15 và tháng 9, ngày 20": what stands before has a day of its own
        if walk.marks and last.join != "next" and walk.marks[-1].unit not in ("day", "week"):
            walk.ask(ask.UNDER_WHICH)
        walk.join, walk.prefix = last.join, walk.prefix or last.prefix


def year(walk: Walk, value: int) -> None:
    """A year belongs to the mark before it, or is a mark of its own."""
    last = walk.last
    if last and last.year is None and last.unit != "year" and _belongs(walk, last, value):
        last.year = value
        walk.settle()
    elif last and _lists_years(walk, last):
        if "each_year" not in walk.flags:
            walk.ask(ask.LISTED_YEAR, year=value)
        walk.add(last.copy(year=value))
    else:
        walk.unit = "year"
        named = {"named": 1} if walk.tokens[walk.at].name == "of_year" else {}
        walk.add(Mark("year", year=value, extra=named))


def _lists_years(walk: Walk, last: Mark) -> bool:
    """ "Tháng 12 các năm 2021, 2023": the same month of another year."""
    listed = walk.join == "list" and ";" not in walk.joint and walk.tokens[walk.at].name == "number"
    same = {"year": None, "join": None, "prefix": None}
    alike = all(mark.copy(**same) == last.copy(**same) for mark in walk.marks)
    return listed and alike and last.unit != "year" and bool(last.year)


def _belongs(walk: Walk, last: Mark, value: int) -> bool:
    if walk.prefix or (last.unit == "every" and walk.inside):
        return False
    if walk.join is None or (walk.joint == "," and last.unit not in ("months", "every", "bare")):
        return True
    says = walk.tokens[walk.at].name == "number" or "-" in walk.joint
    whole = last.unit in ("month", "quarter") or (last.unit == "day" and bool(last.month))
    dashed = walk.join == "range" and says and whole  # "tháng 5 - năm 2026"
    # A range that ended in a year not after the plan's first would run backwards
    if dashed and value > walk.years.first:
        walk.ask(ask.DASHED_YEAR, year=value)
    return dashed


def month_year(walk: Walk, token: Token) -> None:
    value, its_year = token.numbers
    if walk.unit == "week" and walk.open:
        raise Unclear(ask.WEEK_OF_YEAR)
    if walk.unit == "day" and walk.fresh:
        raise Unclear(ask.UNREAD)
    if not (walk.unit == "quarter" and walk.open):
        walk.unit = "month"
    if ";" in walk.joint or walk.join == "range":
        # "Đầu tháng 4; 10/2025", "ngày 5 tháng 3 - 10/2025": what the one before had is not said of this one.
        walk.template, walk.fresh = None, True
    count(walk, value, its_year)


WORDS: dict[str, Handler] = {"number": number, "roman": roman, "my": month_year}
