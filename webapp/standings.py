"""Standings in words, the same on every page."""

from datetime import date

from flask import Flask

from planner.language import N_, Word
from planner.moves import STATE_LABELS
from planner.standing import LABELS, Standing
from webapp.dates import day_text
from webapp.language import say

WITH_DAYS = {
    "overdue": N_("Quá hạn %(count)s ngày"),
    "due_soon": N_("Còn %(count)s ngày"),
    "done_late": N_("Hoàn thành, quá hạn %(count)s ngày"),
}
DUE_TODAY = N_("Đến hạn hôm nay")
HELD_UNTIL = N_("%(state)s đến %(day)s")


def standing_words(standing: Standing) -> str:
    """Where the deadline stands, with the days where they count."""
    if standing.kind == "due_soon" and standing.days == 0:
        return say(DUE_TODAY)
    if standing.kind in WITH_DAYS:
        return say(WITH_DAYS[standing.kind], count=standing.days)
    return say(LABELS[standing.kind])


def held_words(state: str, until: date | None) -> str:
    """What is said of work whose clock rests."""
    label = Word(STATE_LABELS[state])
    return say(HELD_UNTIL, state=label, day=day_text(until)) if until else say(label)


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(standing_words=standing_words, held_words=held_words)
