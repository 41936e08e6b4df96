"""Words beside a time that say what is done, where or what for: left out before the walk. What could change the time
stays, and is asked about."""

from planner.period.beside.named_brackets import without_name_of_bracket
from planner.period.beside.names import without_labels
from planner.period.beside.remarks import without_brackets
from planner.period.beside.tails import without_tails
from planner.period.tokens import Token


def without_words_beside(tokens: list[Token]) -> list[Token]:
    """The tokens that the walk goes over; a label and its colon become a semicolon between two times."""
    for leave_out in (without_brackets, without_name_of_bracket, without_labels, without_tails):
        tokens = leave_out(tokens)
    return tokens
