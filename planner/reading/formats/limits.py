"""How much of a document is read: far more than a plan holds, far less than would keep a machine busy."""

from collections.abc import Iterable

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.blocks import Block, Grid

PARAGRAPHS, CELLS = 20_000, 500_000
LETTERS, LETTERS_OF_CELL = 8 * 1024 * 1024, 30_000


def bounded(blocks: Iterable[Block]) -> list[Block]:
    """The blocks as a list. Raises Refusal as soon as they are too many or too long."""
    found: list[Block] = []
    paragraphs = cells = letters = longest = 0
    for block in blocks:
        if isinstance(block, Grid):
            cells += sum(len(row.cells) for row in block.rows)
            lengths = [len(cell) for row in block.rows for cell in dict.fromkeys(row.cells)]
            letters, longest = letters + sum(lengths), max([longest, *lengths])
        else:
            paragraphs += 1
            letters += len(block.text)
        if paragraphs > PARAGRAPHS or cells > CELLS or letters > LETTERS or longest > LETTERS_OF_CELL:
            raise Refusal(N_("Tệp dài hơn nhiều so với một kế hoạch nên không được đọc. Xin chỉ giữ phần kế hoạch."))
        found.append(block)
    return found
