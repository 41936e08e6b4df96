"""A document between reading and import: its draft as the clerk corrects it, kept as JSON, each row by a key.

Every verb gives the upload's draft anew, since a change inside the JSON would not be noticed; none commits.
"""

from planner.uploads.bodies import Body, bodies, choose_board, chosen_boards, remember_boards
from planner.uploads.heading import answer_heading, heading_answers, set_heading
from planner.uploads.readings import Reading, reading, readings
from planner.uploads.rows import CORRECTABLE, answer, confirm, correct, remove, removed_rows, restore
from planner.uploads.store import accept, discard, keep, touched

__all__ = [
    "CORRECTABLE",
    "Body",
    "Reading",
    "accept",
    "answer",
    "answer_heading",
    "bodies",
    "choose_board",
    "chosen_boards",
    "confirm",
    "correct",
    "discard",
    "heading_answers",
    "keep",
    "reading",
    "readings",
    "remember_boards",
    "remove",
    "removed_rows",
    "restore",
    "set_heading",
    "touched",
]
