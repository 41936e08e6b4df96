"""How much two titles are alike, and which are worth looking at: deterministic, and quick for thousands of rows."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from planner.reissuing.words import RowWords
from planner.text import one_tone

ENOUGH = 0.6
_OTHER_FIGURES = 0.15  # "lần thứ 5" and "lần thứ 6" are two pieces of work, however alike
_SAME_NUMBER, _SAME_BOARD, _SAME_TIMES = 0.12, 0.08, 0.1
_RAREST, _POSTINGS = 8, 60
_FIGURE = re.compile(r"\d|^[ivx]+$")


def likeness(one: RowWords, other: RowWords) -> float:
    """From 0 to 1 by the titles' words, with a little for the same number, board and times."""
    mine, yours = tokens(one.title), tokens(other.title)
    shared = sum((Counter(mine) & Counter(yours)).values())
    if not shared or 2 * shared / (len(mine) + len(yours)) < ENOUGH - _SAME_NUMBER - _SAME_BOARD - _SAME_TIMES:
        return 0.0
    found = SequenceMatcher(None, mine, yours, autojunk=False).ratio()
    if _figures(mine) != _figures(yours):
        found -= _OTHER_FIGURES
    return found + _bonus(one, other)


def _bonus(one: RowWords, other: RowWords) -> float:
    number = _SAME_NUMBER if one.number and one.key("number") == other.key("number") else 0.0
    board = _SAME_BOARD if one.board and one.key("board") == other.key("board") else 0.0
    times = one.keys(("submit", "execute"))
    return number + board + (_SAME_TIMES if any(times) and times == other.keys(("submit", "execute")) else 0.0)


def tokens(title: str) -> list[str]:
    return re.findall(r"\w+", one_tone(title.casefold()))


def _figures(words: list[str]) -> Counter[str]:
    return Counter(word for word in words if _FIGURE.search(word))


def candidates(old: Sequence[tuple[int, RowWords]], new: Sequence[tuple[int, RowWords]]) -> Iterator[tuple[int, int]]:
    """Pairs of (old, new) that share a rare word of the title or the number; only these are compared."""
    index: dict[str, list[int]] = defaultdict(list)
    for n, row in old:
        for word in sorted({*tokens(row.title), f"# {row.key('number')}"}):
            index[word].append(n)
    for n, row in new:
        words = sorted({*tokens(row.title)} & index.keys(), key=lambda word: (len(index[word]), word))
        near = {place for word in words[:_RAREST] for place in index[word][:_POSTINGS]}
        near.update(index.get(f"# {row.key('number')}", [])[:_POSTINGS])
        yield from ((place, n) for place in sorted(near))
