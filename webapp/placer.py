"""Where a request wants cards to stand: beside another one, at an end of their column, or where they were."""

from collections.abc import Mapping
from types import MappingProxyType

from flask import request

from planner.clock import today
from planner.models import Task
from planner.places import at_end, beside, place_of
from webapp.access import load
from webapp.extensions import db
from webapp.forms import row_id
from webapp.people import current_actor


class Placer:
    """Puts one card after another where the request wants them; where it says nothing they stay.

    `former` are the places that cards had, by their ids: what undoing gives back.
    """

    def __init__(self, former: Mapping[int, str] = MappingProxyType({})) -> None:
        self._former = former
        self._last: Task | None = None

    def __call__(self, task: Task) -> None:
        if place := self._place(task):
            task.place(place, current_actor(), today())
            db.session.flush()
            self._last = task

    def _place(self, task: Task) -> str | None:
        if self._former:
            return self._former.get(task.id)
        if self._last is not None:
            return beside(db.session(), task, self._last, after=True)
        return _asked_place(task)


def _asked_place(task: Task) -> str | None:
    """Behind `after`, before `before`, or at the `end` (first, last) of the task's column."""
    if (end := request.form.get("end")) in ("first", "last"):
        return at_end(db.session(), task, end == "last")
    for name in ("after", "before"):
        if neighbour_id := row_id(request.form.get(name, "")):
            neighbour = load(Task, neighbour_id)
            same = neighbour.id == task.id or neighbour.organisation_id != task.organisation_id
            return place_of(task) if same else beside(db.session(), task, neighbour, name == "after")
    return None
