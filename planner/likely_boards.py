"""Which board a name may mean, for a person to confirm: nothing is linked by a guess."""

import re
from collections.abc import Iterable

from planner.models import Board
from planner.text import fold

FEWEST = 2  # words that a name must have: "Ban" alone is every board


def likely_board(name: str, boards: Iterable[Board]) -> Board | None:
    """The one board whose name or alias holds all words of the name, or whose words the name holds; None if several do.

    "Ban Tuyên giáo" and "Ban Tuyên giáo - Đối ngoại"; accents and case do not count.
    """
    said = _words(name)
    found = [board for board in boards if any(_fits(said, _words(one)) for one in (board.name, *board.aliases))]
    return found[0] if len(found) == 1 else None


def _fits(said: frozenset[str], known: frozenset[str]) -> bool:
    return min(len(said), len(known)) >= FEWEST and (said <= known or known <= said)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(name)))
