"""The cards that a request names, as its page shows them: `card=<id>:<version>:<state>[:<place>]`, in its order."""

from typing import NamedTuple

from flask import abort, request

from planner.errors import Refusal
from planner.language import N_
from planner.models import Task
from planner.places import is_place
from planner.scope import visible
from webapp.cards import FOR_CARD
from webapp.extensions import db
from webapp.forms import row_id
from webapp.people import current_actor

MOST = 200
TOO_MANY = N_("Mỗi lần chỉ thực hiện được với tối đa %(count)s thẻ.")


class Picked(NamedTuple):
    """A task, the version and column that the page showed of it, and the place that it is to have again, if any."""

    task: Task
    version: int
    state: str
    place: str = ""

    def expect(self) -> None:
        """Refuses when the page is older than the task."""
        self.task.expect(self.version, self.state)


def picked() -> list[Picked]:
    """The cards of this request, each once; 404 when one of them is not there for this person."""
    shown = [_shown(value) for value in dict.fromkeys(request.values.getlist("card"))]
    if not shown:
        abort(400)
    if len(shown) > MOST:
        raise Refusal(TOO_MANY, count=MOST)
    query = visible(current_actor(), Task).where(Task.id.in_([one[0] for one in shown])).options(*FOR_CARD)
    tasks = {task.id: task for task in db.session.scalars(query).unique()}
    return [Picked(tasks.get(one) or abort(404), version, state, place) for one, version, state, place in shown]


def _shown(value: str) -> tuple[int, int, str, str]:
    task_id, version, state, place = [*value.split(":"), "", "", ""][:4]
    return row_id(task_id), row_id(version), state, place if is_place(place) else ""


def former_places(cards: list[Picked]) -> dict[int, str]:
    """The places that a page asks to give back, by the tasks' ids."""
    return {card.task.id: card.place for card in cards if card.place}
