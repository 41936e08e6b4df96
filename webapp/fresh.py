"""What takes a task's place on the page that asks: its chips on the month view, elsewhere its card."""

from collections.abc import Sequence

from flask import url_for
from markupsafe import Markup

from planner.models import Task
from webapp.answers import asking_path
from webapp.cards import fresh_cards
from webapp.months.views import fresh_chips


def fresh_here(task: Task, year: int) -> Markup:
    """The task as it is now, as the asking page shows it."""
    return all_fresh_here([task], year)


def all_fresh_here(tasks: Sequence[Task], year: int) -> Markup:
    """The same of several tasks."""
    if asking_path() == url_for("months.show"):
        return Markup("").join(fresh_chips(task, year) for task in tasks)
    return fresh_cards(tasks, year)
