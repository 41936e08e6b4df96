"""POST /selection/places: cards are put beside another one, at an end of their column, or back where they were."""

from werkzeug.wrappers import Response

from planner.language import N_
from webapp.access import access
from webapp.placer import Placer
from webapp.selection import section
from webapp.selection.doing import answer, do_each
from webapp.selection.picked import former_places, picked
from webapp.writing import writes

PLACED = N_("Đã sắp xếp lại %(count)s thẻ.")


@section.post("/places")
@access.anyone
@writes
def create_places() -> Response:
    """The first card comes to the place that is asked for, each further one behind the one before it."""
    cards = picked()
    return answer(do_each(cards, Placer(former_places(cards))), PLACED)
