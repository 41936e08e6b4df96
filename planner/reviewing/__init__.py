"""The overdue review as a session: begun, decided item by item, taken back where it was wrong, ended by minutes."""

from planner.reviewing.deciding import (
    approve_time,
    asked,
    drop,
    extend,
    finish,
    finishing,
    hand_over,
    note,
    refuse_time,
    remind,
)
from planner.reviewing.progress import Progress, is_settled, progress_of
from planner.reviewing.reopening import may_reopen, reopen
from planner.reviewing.sessions import begin, end, last_ended, open_review, write_heading
from planner.reviewing.taking_back import may_take_back, take_back

__all__ = [
    "Progress", "approve_time", "asked", "begin", "drop", "end", "extend", "finish", "finishing", "hand_over",
    "is_settled", "last_ended", "may_reopen", "may_take_back", "note", "open_review", "progress_of", "refuse_time",
    "remind", "reopen", "take_back", "write_heading",
]  # fmt: skip
