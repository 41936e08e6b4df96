"""What a row says, stored or just read, in a form in which two of them can be compared."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from planner.importing.rows import NO_BOARD
from planner.models import Board, Organisation, Plan, PlanRow
from planner.period import Years
from planner.reading import RowDraft, row_from_texts
from planner.reading.drafts import Occurrence
from planner.reading.years import years_of_title
from planner.text import line, name_key, one_tone, plain_dashes

FIELDS = ("number", "section", "title", "board", "cooperating", "submit", "execute", "extras")


@dataclass(frozen=True)
class RowWords:
    """The texts of a row by FIELDS; `board` is the lead's name. `occurrences` are pairs of spans (submit, execute).

    `extras` are by header; None where nobody knows what stood beside the row.
    """

    number: str
    section: str
    title: str
    board: str
    cooperating: tuple[str, ...]
    submit: str
    execute: str
    occurrences: tuple[Occurrence, ...] = ()
    extras: Mapping[str, str] | None = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A field as people read it."""
        if name == "extras":
            return _extras_text(self.extras or {})
        return "; ".join(self.cooperating) if name == "cooperating" else str(getattr(self, name))

    def key(self, name: str) -> str:
        """A field under which spellings of the same meet: case, blanks, dashes and places of tone marks do not count.

        Figures of a time stay apart: 5,11 is not 51,1.
        """
        if name == "cooperating":
            return "\x1f".join(sorted(map(name_key, self.cooperating)))
        if name == "extras":  # whatever the columns are called now
            return "\x1f".join(map(_figures_key, (self.extras or {}).values()))
        text = str(getattr(self, name))
        return _figures_key(text) if name in ("submit", "execute") else name_key(text)

    def keys(self, fields: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.key(field) for field in fields)


def other_texts(name: str, old: RowWords, new: RowWords) -> tuple[str, str]:
    """A field in old and new words; of what stands beside a row only what differs."""
    if name != "extras":
        return old.text(name), new.text(name)
    was, now = old.extras or {}, new.extras or {}
    said = [{h: text for h, text in one.items() if was.get(h) != now.get(h)} for one in (was, now)]
    return _extras_text(said[0]), _extras_text(said[1])


def _extras_text(extras: Mapping[str, str]) -> str:
    return "; ".join(f"{header}: {line(text)}" for header, text in extras.items())


def _figures_key(text: str) -> str:
    return re.sub(r"\s+", "", plain_dashes(one_tone(text.casefold())))


def words_of_draft(row: RowDraft, organisation: Organisation, chosen: Mapping[str, Board]) -> RowWords:
    """What a row of a new document says; a lead that has a board, or for which one was chosen, is called as it is."""
    meant = chosen.get(name_key(row.board))
    return RowWords(
        row.number, row.section or "", row.title, meant.name if meant else board_name(row.board, organisation),
        tuple(row.cooperating), row.submit.text if row.submit else "", row.execute.text if row.execute else "",
        tuple(row.occurrences), row.extras,
    )  # fmt: skip


def words_of_row(row: PlanRow, plan: Plan) -> RowWords:
    """What a stored row says; its times are read again in the plan's years, as they were when it was imported."""
    read = row_from_texts(
        row.number, row.title, "", row.submit_text, row.execute_text, years_of_row(row, plan), section=row.section,
        pairing=row.pairing,
    )  # fmt: skip
    board = board_name(row.board.name if row.board else row.board_text, plan.organisation)
    return RowWords(
        row.number, row.section, row.title, board, tuple(row.cooperating), row.submit_text, row.execute_text,
        tuple(read.occurrences), row.extras,
    )  # fmt: skip


def years_of_row(row: PlanRow, plan: Plan) -> Years:
    """The plan's years, with the month that the row's section or the plan's title gives."""
    if plan.first_year == plan.last_year:
        for text in (f"{row.section} năm {plan.first_year}" if row.section else "", plan.title):
            found = years_of_title(text)
            if found and found.month and found.first == plan.first_year:
                return Years(plan.first_year, plan.last_year, found.month)
    return Years(plan.first_year, plan.last_year)


def board_name(name: str, organisation: Organisation) -> str:
    """The name of the board that this is an alias of, or the name as it is written; nothing for no board yet."""
    board = organisation.board_named(name) if name else None
    return "" if name == NO_BOARD else board.name if board else name
