"""A document between reading and import: its draft as the clerk corrects it, kept as JSON, each row by a key.

Every verb gives the upload's draft anew, since a change inside the JSON would not be noticed; none commits.
"""

from planner.uploads.bodies import Body, bodies, choose_board, chosen_boards, remember_boards
from planner.uploads.heading import answer_heading, heading_answers, set_heading
from planner.uploads.progress import (
    asked_of,
    begin_reading,
    end_reading,
    is_awaited,
    is_silent,
    refusal_of,
    refuse_reading,
    tell,
    told,
)
from planner.uploads.readings import Reading, reading, readings, understood
from planner.uploads.rows import (
    CORRECTABLE,
    answer,
    confirm,
    correct,
    question_text,
    remove,
    removed_rows,
    restore,
    rows_asking,
)
from planner.uploads.store import accept, discard, hold, keep, require_read, touched

__all__ = [
    "CORRECTABLE",
    "Body",
    "Reading",
    "accept",
    "answer",
    "answer_heading",
    "asked_of",
    "begin_reading",
    "bodies",
    "choose_board",
    "chosen_boards",
    "confirm",
    "correct",
    "discard",
    "end_reading",
    "heading_answers",
    "hold",
    "is_awaited",
    "is_silent",
    "keep",
    "question_text",
    "reading",
    "readings",
    "refusal_of",
    "refuse_reading",
    "remember_boards",
    "remove",
    "removed_rows",
    "require_read",
    "restore",
    "rows_asking",
    "set_heading",
    "tell",
    "told",
    "touched",
    "understood",
]
