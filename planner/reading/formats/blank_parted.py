"""A table flattened into cells that blank lines part: a cell may have several lines, with no blank one between them."""

from itertools import islice

from planner.reading.columns import is_number_header
from planner.reading.formats.bare import bare_tables
from planner.reading.formats.blocks import Grid, Paragraph
from planner.reading.formats.counted_lines import counted_table
from planner.reading.formats.fitted import fitted_table, is_below
from planner.reading.formats.line_likeness import is_open, is_time
from planner.reading.formats.numbered_lines import is_part, number_of, without_index

_HEADER = 14  # cells at most


def bare_or_parted(lines: list[Paragraph]) -> list[Grid | Paragraph]:
    """The paragraphs, and the one table among them if there is one that can be taken apart."""
    start = next((n for n, piece in enumerate(lines) if is_number_header(piece.text)), None)
    if start is None or not _heads_parted(lines, start):
        return _taken_apart(lines)
    cells, held = _cells(lines[start:])
    found = _taken_apart([*lines[:start], *cells], whole=True)
    if not any(isinstance(block, Grid) for block in found):
        return _taken_apart(lines)
    return [piece for block in found for piece in _apart(block, held)]


def _taken_apart(lines: list[Paragraph], whole: bool = False) -> list[Grid | Paragraph]:
    """By counting lines where that leaves no row behind, else by what they look like."""
    lines = without_index(lines)
    counted = counted_table(lines) or bare_tables(lines)
    end = next((n for n, block in enumerate(counted) if isinstance(block, Grid)), len(counted))
    if end < len(counted) and not any(map(_is_out_of_step, counted[end:])) and not _leaves_time(counted[end + 1 :]):
        return counted
    return fitted_table(lines, whole) or counted


def _leaves_time(below: list[Grid | Paragraph]) -> bool:
    """Whether a time stands right below the table: the last row has more lines than columns."""
    texts = (block.text.strip() for block in below if isinstance(block, Paragraph))
    return any(map(is_time, islice(filter(None, texts), 1)))


def _is_out_of_step(block: Grid | Paragraph) -> bool:
    """Whether running numbers stand behind the table, or its cells are out of step: with the next row's number or what
    stands below the table, or too few in the last row.
    """
    if isinstance(block, Paragraph):
        return number_of(block.text) is not None or is_part(block.text)
    return not block.rows[-1].cell(block.width - 1) or any(
        is_below(cell)
        or is_open(row.cells[1])
        or (cell.isdigit() and own is not None and number_of(cell) == (own[-1] + 1,))
        for row in block.rows
        for own in [number_of(row.cells[0])]
        for cell in row.cells[1:]
    )


def _heads_parted(lines: list[Paragraph], start: int) -> bool:
    """Whether blank lines part the header's cells, from the one of the numbers to the first number."""
    head = lines[start : start + 3 * _HEADER]
    end = next((n for n, piece in enumerate(head) if piece.text.strip().rstrip(".") in ("1", "01")), 0)
    return end > 4 and not any(piece.text.strip() for piece in head[1:end:2]) and end % 2 == 0


def _cells(lines: list[Paragraph]) -> tuple[list[Paragraph], dict[str, list[Paragraph]]]:
    """The cells, each of its lines, and those lines by the place of the cell."""
    cells: list[Paragraph] = []
    held: dict[str, list[Paragraph]] = {}
    open_cell = False
    for piece in lines:
        if not piece.text.strip():
            open_cell = False
        elif open_cell:
            held[cells[-1].place].append(piece)
            cells[-1] = Paragraph(f"{cells[-1].text}\n{piece.text.strip()}", cells[-1].place)
        else:
            cells.append(piece)
            held[piece.place] = [piece]
            open_cell = True
    return cells, held


def _apart(block: Grid | Paragraph, held: dict[str, list[Paragraph]]) -> list[Grid | Paragraph]:
    """What is no part of the table: its lines again."""
    return [*held.get(block.place, [block])] if isinstance(block, Paragraph) else [block]
