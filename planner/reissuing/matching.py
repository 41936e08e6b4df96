"""Which row of the new document is which row of the old one, whatever was inserted, swapped, moved or reworded."""

from collections import defaultdict, deque
from collections.abc import Sequence

from planner.reissuing.likeness import ENOUGH, SURE, both, likened, likeness, of_number
from planner.reissuing.words import RowWords

# From what says the same in everything to what only has the same title; within a stage in the order of the rows.
_STAGES = (
    ("number", "section", "title", "board", "cooperating", "submit", "execute"),
    ("number", "title", "board", "submit", "execute"),
    ("section", "title", "board", "submit", "execute"),
    ("title", "board", "submit", "execute"),
    ("number", "title"),
    ("section", "title", "board"),
    ("title", "board"),
    ("title",),
)


def match(old: Sequence[RowWords], new: Sequence[RowWords]) -> dict[int, int]:
    """The place of a new row → that of the old row that it goes on with; what is in neither is new, or gone.

    Rows with the same words come first, then the likest titles (with the number, the board and the times as a tie
    break), each row at most once. Of a row that was split in two the likest half goes on with it.
    """
    found: dict[int, int] = {}
    for fields in _STAGES:
        _match_same(old, new, fields, found)
    _match_alike(old, new, found)
    return found


def _match_same(old: Sequence[RowWords], new: Sequence[RowWords], fields: Sequence[str], found: dict[int, int]) -> None:
    taken = set(found.values())
    places: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for n, row in enumerate(old):
        if n not in taken and row.title:
            places[row.keys(fields)].append(n)
    for n, row in enumerate(new):
        if n not in found and (there := places.get(row.keys(fields))):
            found[n] = there.popleft()


def _match_alike(old: Sequence[RowWords], new: Sequence[RowWords], found: dict[int, int]) -> None:
    """The likest first: those of one number that leave no doubt, then all that are left."""
    taken = set(found.values())
    left = {a: likened(row) for a, row in enumerate(old) if a not in taken}
    fresh = {b: likened(row) for b, row in enumerate(new) if b not in found}
    for pairs, enough in ((of_number, SURE), (both, ENOUGH)):
        scored = [(likeness(left[a], fresh[b]), a, b) for a, b in pairs([*left.items()], [*fresh.items()])]
        for score, a, b in sorted(scored, key=lambda pair: (-pair[0], *pair[1:])):
            if score >= enough and a in left and b in fresh:
                found[b] = a
                del left[a], fresh[b]
