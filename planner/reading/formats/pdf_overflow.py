"""Text that does not fit its cell on a PDF page: a sheet prints it hidden below its neighbours, letters over letters.

What was written in one go belongs to one cell, whatever its letters reach over.
"""

from collections import defaultdict
from typing import Any

from planner.reading.formats.pdf_runs import MOST_RUNS, Place, Run, runs_of, written
from planner.text import clean

_LINES = 2.0  # of a letter's height: between the lines of one cell
_FLUSH, _CUT = 1.0, 0.3  # points: below one another, of a letter beyond the border
_COMPARED = 2_000_000
_INSIDE = 8.0  # points from a cell's left border to its text

Box = tuple[float, float, float, float]


def texts_of(table: Any) -> tuple[list[list[str]], list[str]]:
    """The texts of a table's cells, row by row, and those that the edge of their cell cuts off."""
    texts = [[clean(text) for text in row] for row in table.extract()]
    boxes = {(r, c): box for r, row in enumerate(table.rows) for c, box in enumerate(row.cells) if box}
    runs = runs_of(_letters(table), sorted({side for box in boxes.values() for side in (box[0], box[2])}))
    if len(runs) > MOST_RUNS or len(runs) * len(boxes) > _COMPARED:
        return texts, []
    touched = _take_home(runs, boxes) | _take_whole(runs, boxes)
    for r, c in touched:
        texts[r][c] = clean(written([run for run in runs if run.home == (r, c)]))
    cut = dict.fromkeys(run.home for run in runs if run.home and _is_cut(run, boxes[run.home]))
    return texts, [texts[r][c] for r, c in cut]


def _is_cut(run: Run, box: Box) -> bool:
    """Whether the run ends with a letter that stands on its cell's right border: what follows was not printed."""
    return bool(run.letters[-1]["x0"] < box[2] < run.end - _CUT)


def _letters(table: Any) -> list[dict[str, Any]]:
    """The letters at the table's height: those of its last column may run out of it."""
    _, top, _, bottom = table.bbox
    return [each for each in table.page.chars if each.get("upright", True) and top <= _middle(each) < bottom]


def _middle(letter: dict[str, Any]) -> float:
    return float(letter["top"] + letter["bottom"]) / 2


def _take_home(runs: list[Run], boxes: dict[Place, Box]) -> set[Place]:
    """Gives each run its cell; the cells of those that reach beyond theirs."""
    touched: set[Place] = set()
    for run in runs:
        first, last = (_place(boxes, letter) for letter in (run.letters[0], run.letters[-1]))
        run.home = first
        if first == last or first is None:
            continue
        if run.start - boxes[first][0] > _INSIDE or boxes[first][0] - run.start > _INSIDE:
            run.home = _place(boxes, run.letters[len(run.letters) // 2]) or first
        touched |= {place for letter in run.letters if (place := _place(boxes, letter))}
    return touched


def _place(boxes: dict[Place, Box], letter: dict[str, Any]) -> Place | None:
    x, y = (letter["x0"] + letter["x1"]) / 2, _middle(letter)
    return next((place for place, box in boxes.items() if box[0] <= x < box[2] and box[1] <= y < box[3]), None)


def _take_whole(runs: list[Run], boxes: dict[Place, Box]) -> set[Place]:
    """Brings together lines of one cell that another row's text covers; the cells they were in and are in."""
    inside: dict[Place | None, list[Run]] = defaultdict(list)
    for run in runs:
        inside[run.home].append(run)
    touched: set[Place] = set()
    for block in _blocks(runs):
        homes = list(dict.fromkeys(run.home for run in block if run.home))
        hidden = [home for home in homes if any(_is_covered(run, inside[home], block) for run in block)]
        free = [home for home in homes if home not in hidden]
        if hidden and len(free) == 1:
            touched |= set(homes)
            for run in block:
                run.home = free[0]
    return touched


def _is_covered(run: Run, others: list[Run], block: list[Run]) -> bool:
    return any(run.covers(other) for other in others if other not in block)


def _blocks(runs: list[Run]) -> list[list[Run]]:
    """Runs written one below the other."""
    blocks: list[list[Run]] = []
    for run in runs:
        last = blocks[-1][-1] if blocks else None
        tall = run.bottom - run.top
        if last and abs(run.start - last.start) < _FLUSH and tall * 0.5 < run.top - last.top < tall * _LINES:
            blocks[-1].append(run)
        else:
            blocks.append([run])
    return [block for block in blocks if len(block) > 1]
