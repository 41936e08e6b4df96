"""Document bytes and a file name → what the plan says."""

import hashlib
from pathlib import PurePath

from planner.errors import Refusal
from planner.language import N_
from planner.period import Years
from planner.reading.activities import read_activities
from planner.reading.beyond import ask_beyond
from planner.reading.by_cells import asked_of_columns
from planner.reading.cells import raw_rows
from planner.reading.choosing import choose_tables
from planner.reading.drafts import PlanDraft, RowDraft
from planner.reading.formats import read_blocks
from planner.reading.formats.blocks import Block, Grid, Unread, lines_of
from planner.reading.heading import Heading, read_heading
from planner.reading.leads import asked_of_persons
from planner.reading.meanings import TIMES, Choices
from planner.reading.notes import Note
from planner.reading.own import is_own
from planner.reading.parts import RawRow
from planner.reading.programme import read_running_text
from planner.reading.progress import counted
from planner.reading.row_cells import read_row
from planner.reading.rows import NO_BODY, NO_COLUMN_OF_BODIES
from planner.reading.spellings import SAME_BODY, look_alikes, one_spelling
from planner.reading.table import Table
from planner.reading.targets import read_targets
from planner.reading.years import years_of_document, years_of_title
from planner.text import line

_OPENING = 200  # lines
_NO_TABLE = N_("Không bảng nào trong tệp được nhận ra là bảng kế hoạch. Xin chọn ý nghĩa của từng cột.")
_GUESSED = N_("Bảng không có dòng tiêu đề: ý nghĩa các cột được đoán theo nội dung, có đúng không?")
_ONLY_TEXT = N_(
    "Văn bản không có bảng kế hoạch: đã đọc các mục, các chỉ tiêu và những việc có ghi thời gian trong phần lời."
)


def read_document(
    content: bytes, file_name: str, years: Years | None = None, columns: Choices | None = None
) -> PlanDraft:
    """Reads a plan document; `years`, when given, are taken instead of those that the document names.

    `columns` are the meanings that a person gave to columns, by table; an empty mapping says that there is a person who
    can be asked, so a document whose tables are not understood comes back without rows instead of being refused.
    Raises Refusal, with one sentence for the person who sent it, for a file that cannot be read, is outsized or holds
    neither a plan table nor a programme's sections. Stores nothing, and asks in `questions` instead of guessing.
    """
    blocks = read_blocks(content, file_name)
    chosen = choose_tables(blocks, columns)
    raws = [(raw, table) for table in chosen.tables for raw in raw_rows(table)]
    text = read_running_text(blocks)
    if not raws and not text.is_programme and (columns is None or not chosen.sources):
        raise Refusal(_why_no_plan(blocks))
    heading = read_heading([piece.text for piece in chosen.above]) if raws or not text.is_programme else text.heading()
    heading.questions += [] if raws else [Note(_ONLY_TEXT if text.is_programme and chosen.only_frames else _NO_TABLE)]
    heading.questions += [block.asked for block in blocks if isinstance(block, Unread)]
    if years is None:
        years, asked = _years(heading, [raw for raw, _ in raws], _names(blocks, file_name), blocks)
        heading.questions += asked
    rows = [_read(raw, table, years) for raw, table in counted(raws, "rows", len(raws))]
    ask_beyond(rows, heading.titles, years)
    heading.questions += (
        [Note(_GUESSED)] if any(table.guessed and not table.header_rows for table in chosen.tables) else []
    )
    heading.questions += dict.fromkeys(each for table in chosen.tables for each in asked_of_columns(table.columns))
    heading.questions += _asked_of_boards(rows)
    plan = _plan(heading, years, rows, file_name)
    plan.tables = chosen.sources
    plan.outline, plan.targets = text.outline, read_targets(text.outline, years.first)
    plan.activities = read_activities(text.outline, years)
    plan.sha256 = hashlib.sha256(content).hexdigest()
    return plan


def _why_no_plan(blocks: list[Block]) -> str:
    if not any(line(piece.text) for piece in lines_of(blocks)):
        return N_("Tệp không có chữ nào đọc được. Nếu là bản quét (ảnh), xin dùng bản Word hoặc Excel.")
    if any(isinstance(block, Grid) for block in blocks):
        return N_(
            "Không tìm thấy bảng kế hoạch: tệp có bảng nhưng không bảng nào có các cột số thứ tự, nội dung công việc và"
            " thời gian."
        )
    return N_("Không tìm thấy bảng kế hoạch: tệp chỉ có phần lời văn. Xin tải lên văn bản có bảng kế hoạch kèm theo.")


def _names(blocks: list[Block], file_name: str) -> str:
    """What the file and its sheets are called: they may tell the year that the document does not."""
    sheets = [
        grid.name.values.get("sheet", "") for grid in blocks if isinstance(grid, Grid) and isinstance(grid.name, Note)
    ]
    return " ".join([PurePath(file_name).stem, *map(str, sheets)])


def _years(heading: Heading, raws: list[RawRow], names: str, blocks: list[Block]) -> tuple[Years, list[str]]:
    times = [raw.texts.get(role, "") for raw in raws for role in TIMES]
    opening = "\n".join(piece.text for piece in lines_of(blocks)[:_OPENING])
    years, asked = years_of_document(heading.titles, times, heading.date, names, opening)
    if years is None:
        raise Refusal(N_("Văn bản không ghi năm kế hoạch. Xin chọn năm rồi tải lên lại."))
    return years, asked


def _read(raw: RawRow, table: Table, years: Years) -> RowDraft:
    """Reads a row; under a heading "Tháng 7" its days are those of July."""
    of_section = (
        years_of_title(f"{raw.section} năm {years.first}") if raw.section and years.first == years.last else None
    )
    if of_section and of_section.month and of_section.first == years.first:
        years = of_section
    return read_row(raw, table.headers, years, is_whole=is_own(table.columns), owner=table.owner)


def _asked_of_boards(rows: list[RowDraft]) -> list[str]:
    """One question where a table says of no row who does it."""
    without = sum(1 for row in rows if not row.board and NO_BODY not in row.questions)
    return [Note(NO_COLUMN_OF_BODIES, count=without)] if without else []


def _plan(heading: Heading, years: Years, rows: list[RowDraft], file_name: str) -> PlanDraft:
    spelling = one_spelling([row.board for row in rows])
    for row in rows:
        row.board = spelling[row.board]
    pairs = look_alikes([row.board for row in rows])
    same = [Note(SAME_BODY, one=a, other=b) for a, b in pairs]
    title = heading.title or line(PurePath(file_name).stem.replace("_", " "))
    if not heading.title:
        same.append(Note(N_("Không tìm thấy tên kế hoạch trong văn bản; đang lấy theo tên tệp.")))
    questions = [*heading.questions, *same, *asked_of_persons([row.questions for row in rows])]
    plan = PlanDraft(title, heading.number, heading.date, heading.organisation, years, rows, questions=questions)
    plan.file_name = file_name
    return plan
