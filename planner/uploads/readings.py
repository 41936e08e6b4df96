"""What the preview shows of a row: its words, how they were read, where it will go, what may be answered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from planner.answering import Answer, Asked, answers
from planner.deadlines import deadline_of
from planner.models import Board, Organisation, Upload
from planner.period import Span, Years
from planner.reading import RowDraft, draft_from_json
from planner.text import line, name_key
from planner.uploads.bodies import chosen_boards
from planner.workdays import WorkCalendar

# What a field of the row was read from: the cells of these columns.
CELLS = {
    "number": ("number",), "title": ("title",), "board": ("board",), "submit_text": ("submit",),
    "execute_text": ("execute", "start", "finish"), "cooperating": ("cooperating",),
}  # fmt: skip

_NO_TEXT: dict[str, list[object]] = {"outline": [], "activities": [], "targets": [], "questions": [], "tables": []}


@dataclass(frozen=True)
class Reading:
    """A row of the preview: what it says, how it was read, and the board that it will go to, if that is known."""

    key: int
    row: RowDraft
    board: Board | None
    spans: list[list[tuple[str, Span | None, date | None]]]
    years: Years
    boards: tuple[str, ...] = field(default=())

    @property
    def is_doubtful(self) -> bool:
        return bool(self.row.questions)

    @cached_property
    def asked(self) -> list[tuple[str, list[Answer]]]:
        """Each open question with its likely answers."""
        return [(one, answers(Asked(one, self.row, self.years, self.boards))) for one in self.row.questions]

    @property
    def cells(self) -> list[tuple[str, str]]:
        """The document's own words, by field, wherever the field does not show exactly these."""
        said = [
            (name, "; ".join(line(text) for role in CELLS[name] if (text := self.row.cells.get(role))))
            for name in CELLS
        ]
        return [(name, words) for name, words in said if words and words != self._shown(name)]

    def _shown(self, name: str) -> str:
        value = getattr(self.row, name)
        return "; ".join(value) if isinstance(value, list) else str(value)


def readings(
    upload: Upload, organisation: Organisation, calendar: WorkCalendar, keys: Sequence[int] | None = None
) -> Iterator[Reading]:
    """The rows of an upload in their order, or those of some keys in theirs."""
    kept = {row["key"]: row for row in upload.draft["rows"]}
    wanted = [key for key in (kept if keys is None else keys) if key in kept]
    rows = draft_from_json({**upload.draft, **_NO_TEXT, "rows": [kept[key] for key in wanted]}).rows
    years, chosen = Years(*upload.draft["years"]), chosen_boards(upload, organisation)
    for key, row in zip(wanted, rows, strict=True):
        yield understood(key, row, years, organisation, calendar, chosen)


def reading(upload: Upload, key: int, row: RowDraft, organisation: Organisation, calendar: WorkCalendar) -> Reading:
    """A row beside what it becomes: for each occurrence its milestones, their spans and deadlines."""
    years, chosen = Years(*upload.draft["years"]), chosen_boards(upload, organisation)
    return understood(key, row, years, organisation, calendar, chosen)


def understood(
    key: int, row: RowDraft, years: Years, organisation: Organisation, calendar: WorkCalendar,
    chosen: Mapping[str, Board] | None = None,
) -> Reading:  # fmt: skip
    """A row of any draft beside what it becomes; `chosen` are boards that a clerk gave to names, by `name_key`."""
    named = (chosen or {}).get(name_key(row.board)) or organisation.board_named(row.board)
    spans = [
        [(kind, span, deadline_of(span, calendar) if span else None) for kind, _, span in row.milestones(one)]
        for one in row.occurrences
    ]
    boards = tuple(one.name for one in organisation.boards)
    return Reading(key, row, named if row.board else None, spans, years, boards)
