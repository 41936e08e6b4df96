"""How much two titles are alike, and which are worth looking at: deterministic, and quick for thousands of rows."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from planner.reissuing.words import RowWords
from planner.text import one_tone

ENOUGH = 0.6
SURE = 1.15  # nearly the same title with the same number, board and times: nothing likelier needs to be looked for
_OTHER_FIGURES = 0.15  # "lần thứ 5" and "lần thứ 6" are two pieces of work, however alike
_SAME_NUMBER, _SAME_BOARD, _SAME_TIMES = 0.12, 0.08, 0.1
_LEAST = ENOUGH - _SAME_NUMBER - _SAME_BOARD - _SAME_TIMES
_RAREST, _POSTINGS = 6, 30
_FIGURE = re.compile(r"\d|^[ivx]+$")
_TIMES = ("submit", "execute")


@dataclass(frozen=True)
class Likened:
    """What is compared of a row, taken once. `spare` counts words that a title says more than once."""

    words: tuple[str, ...]
    unlike: frozenset[str]
    spare: int
    figures: tuple[str, ...]
    number: str
    board: str
    times: tuple[str, ...]


def likened(row: RowWords) -> Likened:
    words = tuple(re.findall(r"\w+", one_tone(row.title.casefold())))
    unlike = frozenset(words)
    figures = tuple(sorted(word for word in words if _FIGURE.search(word)))
    times = row.keys(_TIMES)
    return Likened(
        words, unlike, len(words) - len(unlike), figures, row.key("number"), row.key("board"),
        times if any(times) else (),
    )  # fmt: skip


def likeness(one: Likened, other: Likened) -> float:
    """From 0 to 1 by the titles' words, with a little for the same number, board and times."""
    most = len(one.unlike & other.unlike) + min(one.spare, other.spare)
    if not most or 2 * most < _LEAST * (len(one.words) + len(other.words)):
        return 0.0
    found = SequenceMatcher(None, one.words, other.words, autojunk=False).ratio()
    if one.figures != other.figures:
        found -= _OTHER_FIGURES
    return found + _bonus(one, other)


def _bonus(one: Likened, other: Likened) -> float:
    number = _SAME_NUMBER if one.number and one.number == other.number else 0.0
    board = _SAME_BOARD if one.board and one.board == other.board else 0.0
    return number + board + (_SAME_TIMES if one.times and one.times == other.times else 0.0)


Places = Sequence[tuple[int, Likened]]


def of_number(old: Places, new: Places) -> Iterator[tuple[int, int]]:
    """Pairs of (old, new) with the same number."""
    index: dict[str, list[int]] = defaultdict(list)
    for a, row in old:
        index[row.number].append(a)
    yield from ((a, b) for b, row in new if row.number for a in index.get(row.number, [])[:_POSTINGS])


def both(old: Places, new: Places) -> set[tuple[int, int]]:
    """The pairs that are worth comparing."""
    return {*of_number(old, new), *of_words(old, new)}


def of_words(old: Places, new: Places) -> Iterator[tuple[int, int]]:
    """Pairs of (old, new) that share a word of the title that few have."""
    index: dict[str, list[int]] = defaultdict(list)
    for a, row in old:
        for word in row.unlike:
            index[word].append(a)
    for b, row in new:
        words = sorted(row.unlike & index.keys(), key=lambda word: (len(index[word]), word))
        yield from ((a, b) for a in {a for word in words[:_RAREST] for a in index[word][:_POSTINGS]})
