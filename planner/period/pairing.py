"""The occurrences of a row: which submit goes with which execute."""

from itertools import zip_longest

from planner.period import questions as ask
from planner.period.model import Period, Span

Pair = tuple[Span | None, Span | None]


def pair(submit: Period | None, execute: Period | None) -> tuple[list[Pair], str | None]:
    """The pairs of a row in order, and a question when the two sides do not pair.

    Equal numbers pair by position ("5,11" and "6,12"). A side without days (undated, ongoing, absent) is None in
    each pair. One submit for several executes goes with the first: the paper is written once, and the question
    says so. Other numbers pair by position as far as they go, with a question.
    """
    submits: list[Span | None] = list(submit.spans) if submit and submit.spans else [None]
    executes: list[Span | None] = list(execute.spans) if execute and execute.spans else [None]
    if submits == [None]:
        return [(None, span) for span in executes], None
    if executes == [None]:
        return [(span, None) for span in submits], None
    pairs = list(zip_longest(submits, executes))
    if len(submits) == len(executes):
        return pairs, None
    message = ask.ONE_FOR_ALL if len(submits) == 1 else ask.UNPAIRED
    return pairs, message % {"submits": len(submits), "executes": len(executes)}
