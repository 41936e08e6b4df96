"""What has to be asked about a whole table that was copied one cell a line: rows that may be missing from it."""

from itertools import pairwise

from planner.language import N_
from planner.reading.columns import is_number_header
from planner.reading.formats.blocks import Block, Grid, Paragraph, Unread
from planner.reading.formats.fitted_rows import IN_DOUBT
from planner.reading.formats.line_likeness import is_time
from planner.reading.formats.numbered_lines import number_of
from planner.reading.notes import Note

ROWS_BELOW = N_("Bên dưới bảng còn những dòng có số thứ tự và thời gian như các việc: có việc nào bị bỏ sót không?")
NO_NUMBERS = N_("Bảng được chép thành từng dòng và không có số thứ tự: các việc đã được tách đúng và đủ chưa?")
_FEWEST = 2  # lines of a row behind its number
_MOST = 9


def left_open(blocks: list[Block]) -> list[Block]:
    """Questions about a text's tables, at its end."""
    first = next((n for n, block in enumerate(blocks) if isinstance(block, Grid)), None)
    if first is None:
        return []
    below = [block.text.strip() for block in blocks[first:] if isinstance(block, Paragraph)]
    asked = [ROWS_BELOW] if _hold_rows([text for text in below if text]) else []
    asked += [NO_NUMBERS] if any(isinstance(block, Grid) and _is_unsure(block) for block in blocks) else []
    return [Unread("", asked=Note(each)) for each in asked]


def _is_unsure(grid: Grid) -> bool:
    """Whether rows that no numbers part are in doubt."""
    numbered = any(is_number_header(cell) for row in grid.rows[:2] for cell in row.cells)
    return not numbered and any(Note(IN_DOUBT) in row.asked for row in grid.rows)


def _hold_rows(texts: list[str]) -> bool:
    """Whether running numbers stand each on a line, with some lines behind them of which one is a time."""
    starts = [n for n, text in enumerate(texts) if number_of(text)]
    rows = [(start, min(end, start + _MOST)) for start, end in pairwise([*starts, len(texts)])]
    return sum(end - start > _FEWEST and any(map(is_time, texts[start + 1 : end])) for start, end in rows) > 1
