"""What joints and the words of terms do to the walk, and what happens to words that nobody knows."""

from planner.period import questions as ask
from planner.period.questions import Unclear
from planner.period.tokens import Token
from planner.period.walk import Handler, Walk


def prefix(name: str) -> Handler:
    def seen(walk: Walk, token: Token) -> None:
        if token.text.startswith("đến"):
            until(walk, token)
        if {walk.prefix, name} in ({"before", "after"}, {"from", "before"}, {"by", "after"}):
            # "Trước, trong và sau ngày 18/11", "từ trước tháng 3" is neither a deadline nor a start.
            raise Unclear(ask.UNREAD)
        walk.prefix, walk.open = name, True

    return seen


def until(walk: Walk, token: Token) -> None:
    _no_part_waits(walk)
    last = walk.last
    if last and last.unit != "every" and last.join != "range" and not (";" in walk.joint or "và" in walk.joint):
        walk.join = "range"
    else:
        walk.prefix = "by"
    walk.open = True


def ended(walk: Walk, token: Token) -> None:
    """ "Hết quý II" is an end; "01/3 - hết 31/3" only says so of the range's own."""
    if walk.join == "range":
        walk.open = True
    else:
        prefix("by")(walk, token)


def _no_part_waits(walk: Walk) -> None:
    """ "Từ đầu đến cuối tháng 3": the first end has no unit of its own."""
    if walk.part:
        raise Unclear(ask.UNREAD)


def onwards(walk: Walk, token: Token) -> None:
    last = walk.last
    # "Trước 31/12 và các năm tiếp theo": a day, or an end, that comes again is no beginning.
    comes_again = last and (last.prefix in ("before", "by", "after") or (last.unit == "day" and last.prefix != "from"))
    if last and not (comes_again and token.text != "trở đi"):
        last.prefix = "from"
    else:
        walk.leave(token.text)


def joint(name: str) -> Handler:
    def seen(walk: Walk, token: Token) -> None:
        if name == "range":
            _no_part_waits(walk)
        if name == "range" and walk.peek() in ("done", "by", "before"):
            kind, walk.joint = "list", walk.joint + ","  # "tháng 7 - hoàn thành trước ngày 27/7"
        else:
            kind, walk.joint = name, walk.joint + token.text
        walk.open = True
        walk.inside = walk.inside and ";" not in token.text
        walk.join = "range" if "range" in (kind, walk.join) else kind

    return seen


def inside(walk: Walk, token: Token) -> None:
    """ "Quý II (tháng 5)"; a colon does the same ("Quý II: tháng 5"), to the next semicolon."""
    walk.open = True
    walk.inside = bool(walk.marks) and walk.join is None
    if walk.unit == "week":
        walk.unit = None  # "Tuần 2 (12-17/10)": the days of that week, no more weeks


def outside(walk: Walk, token: Token) -> None:
    walk.inside = False


def quiet(walk: Walk, token: Token) -> None:
    """Says nothing about time."""


def unknown(walk: Walk, token: Token) -> None:
    walk.leave(token.text)


WORDS: dict[str, Handler] = {
    "by": prefix("by"), "before": prefix("before"), "done": prefix("done"), "from": prefix("from"),
    "after": prefix("after"), "ended": ended, "until": until, "onwards": onwards, "range": joint("range"),
    "or": joint("or"), "list": joint("list"), "slash": joint("list"), "inside": inside, "outside": outside,
    "from_now": quiet, "ordinal": quiet, "lunar_year": quiet, "colon": inside, "filler": quiet, "handed_in": quiet,
    "carried_out": quiet,
    "word": unknown, "mark": unknown, "unsaid": unknown, "quantity": unknown,
}  # fmt: skip
