"""The reading of a time expression: spans of days, their kind, and what a clerk still has to be asked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from planner.errors import Refusal
from planner.language import N_
from planner.text import line, plain_dashes

Day = date

KINDS = (
    "date", "day-range", "month", "month-list", "month-range", "quarter", "half-year", "year", "deadline",
    "week-of-month", "recurring", "open-start", "continuous", "unscheduled", "mixed", "unreadable",
)  # fmt: skip

# What the calendar of a plan may reach; the readers of numbers take the same for a year.
EARLIEST, LATEST = 1900, 2099
_YEARS = re.compile(r"([0-9]{4})(?:\s*-\s*([0-9]{4}|[0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` to `finish`, both included; None is an open end.

    `rule` says how a deadline follows: "window" the last working day inside the span, "day" the
    written last day itself, "before" the day before `finish`.
    """

    start: date | None
    finish: date | None
    rule: str = "window"

    def as_json(self) -> list[str | None]:
        return [day.isoformat() if day else None for day in (self.start, self.finish)]


@dataclass(frozen=True, slots=True)
class Period:
    """A time expression as it stands (one line, NFC) and how it was read.

    `question` is a whole Vietnamese sentence; `question_message` and `question_values` are the same
    sentence as a catalogue entry and what fills it, for readers of other languages.
    """

    text: str
    kind: str
    spans: tuple[Span, ...] = ()
    question: str | None = None
    question_message: str | None = field(default=None, compare=False)
    question_values: Mapping[str, object] = field(default_factory=dict, compare=False)

    def as_json(self) -> dict[str, object]:
        spans = [span.as_json() for span in self.spans]
        return {"text": self.text, "kind": self.kind, "spans": spans, "question": self.question}


@dataclass(frozen=True, slots=True)
class Years:
    """The years that a plan covers, both included; `month` where a heading already gives the month."""

    first: int
    last: int
    month: int | None = None

    def __post_init__(self) -> None:
        if not EARLIEST <= self.first <= self.last <= LATEST or not (self.month is None or 1 <= self.month <= 12):
            raise Refusal(N_("Năm của kế hoạch phải nằm trong khoảng từ %(first)s đến %(last)s, năm đầu không sau "
                             "năm cuối, tháng từ 1 đến 12."), first=EARLIEST, last=LATEST)  # fmt: skip

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.last + 1))

    @property
    def single(self) -> int | None:
        """The year, when the plan has only one."""
        return self.first if self.first == self.last else None

    @classmethod
    def parse(cls, text: str) -> "Years":
        """Years from "2023", "2021-2025" or "2025-07". Raises Refusal for anything else."""
        found = _YEARS.fullmatch(plain_dashes(line(text)))
        if not found:
            raise Refusal(N_("Không hiểu năm “%(text)s”: hãy ghi như 2023, 2021-2025 hoặc 2025-07."), text=line(text))
        first, second = int(found[1]), found[2]
        if second and len(second) == 2:
            return cls(first, first, int(second))
        return cls(first, int(second or first))
