"""How a row's submit and execute times become its occurrences, where a clerk says it."""

from planner.period import Period, Span, pair

Occurrence = tuple[Span | None, Span | None]
# "": by position, as `pair` does and asks; "apart": each time is work of its own; "shared": the submit times count for
# every execute time.
PAIRINGS = ("", "apart", "shared")


def occurrences(
    submit: Period | None, execute: Period | None, pairing: str = ""
) -> tuple[list[Occurrence], str | None]:  # fmt: skip
    """The row's occurrences in order, and the question when its two times do not pair and nobody said how."""
    submits, executes = (list(period.spans) if period else [] for period in (submit, execute))
    if not pairing or not submits or not executes:
        return pair(submit, execute)
    if pairing == "apart":
        return [*((span, None) for span in submits), *((None, span) for span in executes)], None
    return [(submits[min(n, len(submits) - 1)], span) for n, span in enumerate(executes)], None
