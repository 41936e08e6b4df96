"""What the reader understood of a document: plain data, stored nowhere until a clerk accepts it."""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from planner.period import Period, Span, Years
from planner.reading import serialise
from planner.text import name_key

Occurrence = tuple[Span | None, Span | None]


@dataclass
class RowDraft:
    """One row of the plan table: what it says (the *_text fields) and how it was read.

    `occurrences` are pairs (submit, execute), one for each task that the row becomes; `pairing` is how a clerk said
    that they pair (`pairings.PAIRINGS`). `cells` are the row's cells word for word, by what their columns mean;
    `extras` are those of products, costs and notes, by their headers.
    """

    number: str
    title: str
    board: str
    cooperating: list[str] = field(default_factory=list)
    section: str | None = None
    submit: Period | None = None
    execute: Period | None = None
    occurrences: list[Occurrence] = field(default_factory=list)
    source: str = ""
    questions: list[str] = field(default_factory=list)
    board_text: str = ""
    submit_text: str = ""
    execute_text: str = ""
    month: int | None = None  # of the heading above the row ("Tháng 7"), which its days belong to
    pairing: str = ""
    cells: dict[str, str] = field(default_factory=dict)
    extras: dict[str, str] = field(default_factory=dict)
    activity: int | None = None  # the place of the dated activity that a clerk took over as this row

    def milestones(self, occurrence: Occurrence) -> Iterator[tuple[str, Period, Span | None]]:
        """The milestones of one occurrence: kind, the period that it is read from, and its own span."""
        for kind, period, span in zip(("submit", "execute"), (self.submit, self.execute), occurrence, strict=True):
            if period is not None and (span is not None or self.pairing != "apart"):
                yield kind, period, span


@dataclass
class SectionDraft:
    """A section of the document's running text with those inside it."""

    number: str
    title: str
    text: str = ""
    children: list["SectionDraft"] = field(default_factory=list)
    source: str = ""


@dataclass(frozen=True)
class Measure:
    """A promised figure; comparator is one of >=, >, =, <=, <."""

    value: float
    unit: str
    comparator: str


@dataclass
class TargetDraft:
    """A promise of the programme: `text` is the document's own sentence."""

    number: str
    text: str
    measures: list[Measure] = field(default_factory=list)
    level: str | None = None
    due: str | None = None
    source: str = ""


@dataclass
class ActivityDraft:
    """A piece of work that the running text dates: a proposal, not yet a task."""

    title: str
    text: str
    period: Period
    source: str = ""
    section: str = ""  # the titles of the sections that it stands in, outermost first


@dataclass
class SourceTable:
    """A table of the document as a person sees it who says what its columns mean.

    `columns` are the meanings that it was read by (`planner.reading.meanings`), by column from 0; empty when it was not
    read as a plan. `rows` are its first rows, shortened: `header_rows` that are no work, and a few below them. A table
    that `follows` another one (by index) goes on with it over a page or has the same header, and takes its meanings.
    """

    index: int
    name: str
    columns: dict[int, str]
    header_rows: int
    by_hand: bool
    row_count: int
    rows: list[list[str]]
    follows: int | None = None


@dataclass
class PlanDraft:
    """A plan document as read. `date` is the day of issue; `years` are those that its times belong to."""

    title: str
    number: str | None
    date: datetime.date | None
    organisation: str | None
    years: Years
    rows: list[RowDraft] = field(default_factory=list)
    outline: list[SectionDraft] = field(default_factory=list)
    activities: list[ActivityDraft] = field(default_factory=list)
    targets: list[TargetDraft] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    tables: list[SourceTable] = field(default_factory=list)
    sha256: str = ""
    file_name: str = ""

    def as_json(self) -> dict[str, Any]:
        """The answer of `bangviec read --json`."""
        return serialise.plan_as_json(self)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of what the rows say: the same plan in other bytes or another format has the same one.

        What a clerk took over from the running text does not count, so a programme without a table is known by its
        sections.
        """
        rows = [row for row in self.rows if row.activity is None]
        texts = [
            text for row in rows for text in (row.number, row.title, row.board, row.submit_text, row.execute_text)
        ] or [self.title, *_texts(self.outline)]
        return hashlib.sha256("\x1f".join(map(name_key, texts)).encode()).hexdigest()


def _texts(outline: list[SectionDraft]) -> list[str]:
    return [text for one in outline for text in (one.number, one.title, one.text, *_texts(one.children))]
