"""The header of a plan that this program wrote itself (`planner.exporting`), which it reads by the letter."""

from planner.reading.columns import Column, column_of
from planner.reading.formats.blocks import GridRow
from planner.text import line

# The document's own columns, by what they mean.
WORDS = {
    "number": "Số TT",
    "title": "Nội dung công việc",
    "board": "Bộ phận tham mưu",
    "cooperating": "Phối hợp",
    "submit": "Trình",
    "execute": "Thực hiện",
}
# Where the work stands, beside them: no words of the plan. No other reader of plans takes their days for its times.
STATES = (
    "Trạng thái",
    "Tình trạng",
    "Hạn hiện nay (ghi chú)",
    "Kết quả trình (số, ngày)",
    "Kết quả: ngày xong",
    "Kết quả thực hiện",
)

_BY_THE_LETTER = 9  # a certainty that no reading of a header reaches


def own_columns(row: GridRow) -> dict[int, Column] | None:
    """The columns under a header of ours: the words, what the document had beside them, and not the states."""
    names = [line(cell) for cell in row.cells]
    while names and not names[-1]:
        names.pop()
    words, states = tuple(WORDS.values()), len(names) - len(STATES)
    if tuple(names[: len(words)]) != words or tuple(names[states:]) != STATES or states < len(words):
        return None
    columns = {n: Column(role, _BY_THE_LETTER, header) for n, (role, header) in enumerate(WORDS.items())}
    return columns | {n: Column(role_beside(names[n]), 1, names[n]) for n in range(len(words), states)}


def role_beside(header: str) -> str:
    """What a column means that stands beside the words of a row: its product, or a note."""
    known = column_of([header])
    return "product" if known and known.role == "product" else "note"


def is_own(columns: dict[int, Column]) -> bool:
    """Whether the columns stand under a header of ours: then nothing is missing in a cell that is empty."""
    found = [columns.get(n) for n in range(len(WORDS))]
    return found == [Column(role, _BY_THE_LETTER, header) for role, header in WORDS.items()]
