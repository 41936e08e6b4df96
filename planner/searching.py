"""Search without regard to accents, đ, case, or the order of words; by plain LIKE, so on every database alike.

What is searched is stored folded beside the words themselves, each word between blanks: " 12 ke hoach giam sat ".
"""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, and_
from sqlalchemy.orm import InstrumentedAttribute

from planner.text import fold

# Neither of LIKE's signs is left in a word.
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str | None) -> list[str]:
    """The words that are asked for, each once."""
    return list(dict.fromkeys(_WORD.findall(fold(text))))


def key_of(*texts: str | None) -> str:
    """What is stored of some texts to be searched."""
    found = words_of(" ".join(text for text in texts if text))
    return f" {' '.join(found)} " if found else ""


def is_begun_by(word: str, asked: str) -> bool:
    """Whether a folded word answers one that is asked for: figures whole, other words by their beginning."""
    return word == asked if asked.isdigit() else word.startswith(asked)


def holds(key: InstrumentedAttribute[str], text: str | None) -> ColumnElement[bool]:
    """The same over the stored keys: every word that is asked for is there, in whatever order."""
    patterns = (f"% {asked} %" if asked.isdigit() else f"% {asked}%" for asked in words_of(text))
    return and_(True, *(key.like(pattern) for pattern in patterns))


def texts_of_row(row: Any) -> Iterable[str]:
    """All that the document says in a row: a PlanRow, or a line of its table."""
    extras = row.extras or {}
    return (
        row.number, row.title, row.board_text, *row.cooperating, row.section, row.submit_text, row.execute_text,
        *(str(said) for said in extras.values()),
    )  # fmt: skip


def texts_of_task(task: Any) -> Iterable[str]:
    """Number, words, paper and result of a task, or of a line of its table."""
    return task.number, task.title, task.paper_number, task.result
