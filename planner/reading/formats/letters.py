"""All the words of a document in the letters of today, whatever format they come from."""

from planner.language import N_
from planner.reading.formats.blocks import Block, Grid, Paragraph, Unread
from planner.reading.formats.old_letters import modern
from planner.reading.notes import Note


def in_letters_of_today(blocks: list[Block]) -> list[Block]:
    """The blocks, changed in place; where the letters are not certain a question is added."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    rows = [row for block in blocks if isinstance(block, Grid) for row in block.rows]
    found = modern([paragraph.text for paragraph in paragraphs] + [cell for row in rows for cell in row.cells])
    texts = iter(found.texts)
    for paragraph in paragraphs:
        paragraph.text = next(texts)
    for row in rows:
        row.cells = [next(texts) for _ in row.cells]
    return blocks if found.is_certain else [*blocks, letters_in_doubt()]


def letters_in_doubt() -> Unread:
    """What is asked where old letters were changed and the outcome is not Vietnamese everywhere."""
    return Unread(
        "",
        asked=Note(
            N_("Tệp dùng phông chữ cũ (TCVN3, VNI) và đã được chuyển sang Unicode. Các chữ có được chuyển đúng không?")
        ),
    )
