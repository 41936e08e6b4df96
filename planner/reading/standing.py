"""The numbered headings that a document's plan tables stand under, where each of several has its own."""

from planner.reading.formats.blocks import Block, Grid, Paragraph, lines_of
from planner.reading.labels import ARTICLE, ITEM, label_of
from planner.reading.naming import KIND
from planner.reading.nesting import TITLE, Open, Outline
from planner.reading.outline import enter, first_rank, is_end
from planner.reading.sections import headed, is_signature

Headings = tuple[str, ...]


def headings_above(blocks: list[Block], places: list[int]) -> list[Headings]:
    """The headings above the tables at these places, the outermost first.

    A heading that all the tables stand under alone tells nothing of their rows: then there are none.
    """
    none: list[Headings] = [()] * len(places)
    if len(places) < 2:
        return none
    found = _walked(blocks, set(places))
    return found if len(set(found)) > 1 else none


def _walked(blocks: list[Block], places: set[int]) -> list[Headings]:
    outline = Outline()
    first = first_rank([label_of(piece.text) for piece in lines_of([b for b in blocks if isinstance(b, Paragraph)])])
    found: list[Headings] = []
    for place, block in enumerate(blocks):
        if place in places:
            found.append(_of(outline.stack))
        elif isinstance(block, Grid):
            outline.stack = [] if any(row.filled and is_signature(row) for row in block.rows) else outline.stack
        else:
            _read_on(outline, block, first)
    return found


def _read_on(outline: Outline, block: Paragraph, first: int) -> None:
    """A signature or the title of an appendix ends what headings head."""
    for piece in lines_of([block]):
        label = label_of(piece.text)
        if not label and (is_end(piece.text) or (piece.text.isupper() and KIND.match(piece.text))):
            outline.stack = []
        elif not enter(outline, piece, label, first):
            outline.go_on(piece)


def _of(stack: list[Open]) -> Headings:
    """The headings down to the one just above a table; below a numbered sentence a table is that sentence's."""
    if not stack or not _is_heading(stack[-1]) or sum(map(len, stack[-1].texts)) > TITLE:
        return ()
    return tuple(headed(one.label.number, one.section.title) for one in stack if _is_heading(one))


def _is_heading(one: Open) -> bool:
    return bool(one.section.title) and one.label.rank <= ITEM and one.label.rank != ARTICLE
