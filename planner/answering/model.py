"""A question about a row, and an answer to it as what it changes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from planner.period import Period, Span, Years
from planner.reading import Note, RowDraft
from planner.reading.times import read_execute, read_submit

TIME_FIELDS = ("submit_text", "execute_text")


@dataclass(frozen=True)
class Answer:
    """`label` is what the button says; `changes` are fields of the row that get another value.

    Without changes the row stays as it was read and only the question is settled; `leaves_out` takes the row away.
    """

    label: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    leaves_out: bool = False


@dataclass(frozen=True)
class Asked:
    """A question about a row of a plan of these years, in an office with these boards."""

    question: str
    row: RowDraft
    years: Years
    boards: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """The catalogue entry, by which a question is known whatever fills it."""
        return self.question.message if isinstance(self.question, Note) else str(self.question)

    @property
    def values(self) -> dict[str, Any]:
        return self.question.values if isinstance(self.question, Note) else {}

    @cached_property
    def field(self) -> str | None:
        """The time that the question is about, if it is about one."""
        return next((name for name in TIME_FIELDS if self.question in self.read(name)[1]), None)

    def read(self, name: str, text: str | None = None) -> tuple[Period | None, list[str]]:
        """One of the row's times as it stands, or as this text would be read in its place."""
        return reread(name, getattr(self.row, name) if text is None else text, self.years, self.row.month)

    def spans(self, text: str | None = None) -> tuple[Span, ...]:
        """The days of the time that is asked about, or of this text in its place; none when nothing was read."""
        period = self.read(self.field, text)[0] if self.field else None
        return period.spans if period else ()

    @property
    def text(self) -> str:
        """The words that are asked about; the whole of the time when the question does not quote them."""
        return str(self.values.get("text") or (getattr(self.row, self.field) if self.field else ""))

    def with_number(self, old: object, new: object) -> str:
        """The words with one number put in the place of another, which may be written with leading zeros."""
        return re.sub(rf"(?<!\d)0*{re.escape(str(old))}(?!\d)", str(new), self.text, count=1)

    def in_field(self, words: str) -> str:
        """The whole text of the time when these words replace those that are asked about."""
        whole = getattr(self.row, self.field) if self.field else ""
        return whole.replace(self.text, words, 1) if self.text in whole else words


def reread(name: str, text: str, years: Years, month: int | None) -> tuple[Period | None, list[str]]:
    """A time of a row with what is asked about it; `month` is that of the heading above the row."""
    read = read_submit if name == "submit_text" else read_execute
    own = Years(years.first, years.last, month if years.single else None)
    return read(text, own)
