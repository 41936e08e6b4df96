"""Work that a document's running text dates: a clerk takes it over as rows of the draft, or gives it back.

What is taken over is an ordinary row of the upload (`planner.uploads` corrects, confirms and removes it), which knows
the activity that it came from; so an activity is taken exactly while its row is there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.errors import Refusal
from planner.language import N_, Word
from planner.models import Upload
from planner.reading import ActivityDraft, PlanDraft, RowDraft, draft_from_json, row_from_texts, row_to_json
from planner.reading.notes import Note
from planner.text import line
from planner.uploads import correct, remove

FIRST_KEY = 1_000_001  # of the rows taken over, above every row of a table: the keys of removed rows stay free


@dataclass(frozen=True)
class Proposal:
    """A dated activity by its place in the draft, and the row that it became, if it was taken over."""

    index: int
    activity: ActivityDraft
    row: RowDraft | None

    @property
    def key(self) -> int:
        """The key of its row among the upload's rows, taken over or not."""
        return FIRST_KEY + self.index


def proposals(upload: Upload) -> Iterator[Proposal]:
    """The activities of an upload in the order of the text."""
    draft = draft_from_json(upload.draft)
    taken = _taken(draft)
    for index, activity in enumerate(draft.activities):
        yield Proposal(index, activity, taken.get(index))


def propose(upload: Upload, index: int, board: str) -> None:
    """Takes an activity over as a row of this board; an activity that is a row already only changes its board.

    Raises Refusal when the draft holds no such activity, or no board is named.
    """
    draft = draft_from_json(upload.draft)
    if not 0 <= index < len(draft.activities):
        raise Refusal(N_("Việc đề xuất này không còn trong bản xem trước. Đề nghị tải lại trang."))
    if index in _taken(draft):
        correct(upload, FIRST_KEY + index, {"board": _named(board)})
    else:
        _add(upload, draft, [index], board)


def propose_all(upload: Upload, board: str) -> int:
    """Takes over every activity that is no row yet, for one board; says how many. Raises Refusal without a board."""
    draft = draft_from_json(upload.draft)
    taken = _taken(draft)
    left = [index for index in range(len(draft.activities)) if index not in taken]
    _add(upload, draft, left, board)
    return len(left)


def withdraw(upload: Upload, index: int) -> None:
    """Gives an activity back: its row leaves the draft, the proposal stays. Nothing happens if it was not taken."""
    remove(upload, FIRST_KEY + index)


def _taken(draft: PlanDraft) -> dict[int, RowDraft]:
    return {row.activity: row for row in draft.rows if row.activity is not None}


def _named(board: str) -> str:
    if not line(board):
        raise Refusal(N_("Vui lòng chọn bộ phận cho việc được nhận."))
    return line(board)


def _add(upload: Upload, draft: PlanDraft, indexes: list[int], board: str) -> None:
    """The rows of activities stand behind those of the tables, in the order of the text."""
    new = [row_to_json(_row(draft, index, _named(board))) | {"key": FIRST_KEY + index} for index in indexes]
    rows = sorted([*upload.draft["rows"], *new], key=lambda row: max(row["key"], FIRST_KEY - 1))
    upload.draft = {**upload.draft, "rows": rows}


def _row(draft: PlanDraft, index: int, board: str) -> RowDraft:
    """The row of an activity: carried out when the text says, its source the document's own sentence."""
    activity = draft.activities[index]
    source = Note(N_("%(place)s: “%(text)s”"), place=activity.source or Word(N_("Phần lời")), text=activity.text)
    row = row_from_texts(
        "", activity.title, board, "", activity.period.text, draft.years, section=activity.section or None,
        source=source,
    )  # fmt: skip
    row.activity = index
    return row
