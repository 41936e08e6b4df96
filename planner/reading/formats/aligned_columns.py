"""Lines as pieces that stand at places, and the columns that the places make."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """Words that stand together, from and to a place on the line (signs, or points of a page)."""

    start: float
    end: float
    text: str


@dataclass(frozen=True)
class Line:
    """A line of at least one piece; `apart` says that more than a line's distance is above it.

    `top` and `bottom` are where it stands on its page, and nothing in plain text.
    """

    pieces: list[Piece]
    place: str
    apart: bool = False
    top: float = 0.0
    bottom: float = 0.0

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def first(self) -> str:
        return self.pieces[0].text

    @property
    def start(self) -> float:
        return self.pieces[0].start


Span = tuple[float, float]


def column_starts(body: list[Line], header: list[Line]) -> list[Span]:
    """The columns, from left to right: what the body's pieces cover, and header pieces that nothing stands below."""
    covered = union([(piece.start, piece.end) for line in body for piece in line.pieces])
    heads = [(piece.start, piece.end) for line in header for piece in line.pieces]
    return union(covered + [head for head in heads if not any(_meet(head, span) for span in covered)])


def union(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span[0] < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], span[1]))
        else:
            found.append(span)
    return found


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def place_in(spans: list[Span], piece: Piece) -> list[int]:
    """The columns that a piece stands in; the nearest one for a piece between two."""
    found = [n for n, span in enumerate(spans) if _meet((piece.start, piece.end), span)]
    middle = (piece.start + piece.end) / 2
    return found or [min(range(len(spans)), key=lambda n: abs(sum(spans[n]) / 2 - middle))]
