"""The walk over the tokens: what has been seen so far, and what the next mark will take from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from planner.period import questions as ask
from planner.period.marks import Mark
from planner.period.model import Years
from planner.period.questions import Question, Unclear
from planner.period.tokens import Token

Relative = tuple[int, str, bool, str]  # how many, of what, working days only, in which direction
FIGURES = ("number", "my", "dm", "dmy", "dmy2", "iso")


@dataclass(slots=True)
class Walk:
    years: Years
    tokens: list[Token]
    at: int = 0
    marks: list[Mark] = field(default_factory=list)
    unit: str | None = None
    fresh: bool = False  # the word before was the unit's own
    open: bool = True  # a bare number here would count in the unit
    attaching: bool = False  # the next month belongs to the day or week just read
    to_its_end: bool = False  # "từ ngày 15 đến hết tháng 3": the month ends the range with its last day
    template: Mark | None = None  # "ngày 15 tháng 3, 6": further months repeat the day
    under: Mark | None = None  # "tháng 3 (ngày 15, 20)": the month that the days are in
    join: str | None = None
    joint: str = ""  # the joint as it was written
    inside: bool = False  # between brackets, or after a colon
    prefix: str | None = None
    part: str | None = None
    parts_before: list[str] = field(default_factory=list)  # "đầu, giữa, cuối năm"
    weekday: int | None = None
    forward_year: int | None = None
    flags: set[str] = field(default_factory=set)
    soft: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    asks: list[Question] = field(default_factory=list)
    relative: Relative | None = None
    tally: int | None = None  # "3 đợt: …": how many times the text says that it names

    def ask(self, message: str, **values: object) -> None:
        self.asks.append(Question(message, values))

    def peek(self) -> str:
        return self.tokens[self.at + 1].name if self.at + 1 < len(self.tokens) else ""

    @property
    def next_text(self) -> str:
        return self.tokens[self.at + 1].text if self.at + 1 < len(self.tokens) else ""

    @property
    def last(self) -> Mark | None:
        return self.marks[-1] if self.marks else None

    @property
    def close_by(self) -> bool:
        """Nothing but a comma or a bracket stands between the mark before and here."""
        return self.join is None or self.joint == ","

    def start_unit(self, unit: str) -> None:
        if unit == "month" and self.peek() in FIGURES and self.join is None:
            self._bare_are_days()
        last = self.last
        self.attaching = bool(unit == "month" and last and last.lacks_month and self.close_by)
        self.lead_by_year()
        if unit in ("month", "quarter"):
            self.under = None
        self.unit, self.fresh, self.open, self.template = unit, True, True, None

    def _bare_are_days(self) -> None:
        """ "15 - 20 tháng 3": numbers right before the month are its days."""
        for mark in self.marks:
            if mark.unit == "bare":
                mark.unit = "day"

    def lead_by_year(self) -> None:
        """A year in front ("Năm 2024: tháng 3; năm 2025: tháng 5") is the year of what follows."""
        last = self.last
        leads = last and last.unit == "year" and not (last.part or last.prefix)
        if last and leads and last.year and self.close_by and (len(self.marks) == 1 or self.forward_year):
            self.forward_year = last.year
            self.marks.pop()
            self.join, self.inside = last.join, False

    def add(self, mark: Mark) -> Mark:
        before, self.parts_before = self.parts_before, []
        joint = self.join if before else None
        if joint == "or" and self.marks:
            raise Unclear(ask.UNREAD)  # "tháng 3, đầu hoặc giữa tháng 5"
        for part in before:
            self._add(mark.copy(part=part))
            self.join = "or" if joint == "or" else "list"
        return self._add(mark)

    def _add(self, mark: Mark) -> Mark:
        mark.join = (self.join or "next") if self.marks else None
        mark.prefix, mark.keyword, mark.inside = self.prefix, self.fresh, self.inside
        if mark.join == "list" and self.joint.strip(",/"):
            mark.extra["apart"] = 1
        if ";" in self.joint:
            mark.extra["semicolon"] = 1
        if "/" in self.joint and mark.unit in ("day", "month", "quarter", "week") and mark.number:
            self.ask(ask.SLASHED)
        if mark.part is None:
            mark.part = self._part(mark)
        if self.forward_year and not self.marks and mark.year not in (None, self.forward_year):
            raise Unclear(ask.UNREAD)  # "Năm 2024, tháng 3/2025"
        mark.year = mark.year or self.forward_year
        if mark.unit in ("day", "week") or (mark.unit == "bare" and self.years.month):
            mark.weekday, self.weekday = self.weekday, None
            if mark.month is None and self.under:
                mark.month, mark.year = self.under.number, mark.year or self.under.year
        self.marks.append(mark)
        self.settle()
        return mark

    def _part(self, mark: Mark) -> str | None:
        part, self.part = self.part, None
        last = self.last
        repeats = last and not self.fresh and self.join == "list" and last.unit == mark.unit
        return part or (last.part if last and repeats else None)

    def settle(self) -> None:
        """A mark is complete: what was pending is spent."""
        self.join, self.joint, self.prefix = None, "", None
        self.fresh, self.open, self.attaching = False, False, False

    def leave(self, text: str) -> None:
        self.left.append(text)
        self.open = self.fresh = False

    @property
    def rest(self) -> str:
        return " ".join(self.left)


def seen(walk: Walk, names: Iterable[str]) -> bool:
    return any(token.name in names for token in walk.tokens)


Handler = Callable[[Walk, Token], None]  # what a word does to the walk
