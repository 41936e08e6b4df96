"""POST /selection/undo: one's own last moves are taken back."""

from werkzeug.wrappers import Response

from planner.clock import today
from planner.language import N_
from planner.models import Task
from webapp.access import access
from webapp.people import current_actor
from webapp.placer import Placer
from webapp.selection import section
from webapp.selection.doing import answer, do_each
from webapp.selection.picked import former_places, picked
from webapp.writing import writes

UNDONE = N_("Đã hoàn tác bước chuyển của %(count)s thẻ.")


@section.post("/undo")
@access.anyone
@writes
def create_undo() -> Response:
    """With the places that the cards had, they go back there too."""
    cards = picked()
    place = Placer(former_places(cards))

    def verb(task: Task) -> None:
        task.undo(current_actor(), today())
        place(task)

    return answer(do_each(cards, verb), UNDONE)
