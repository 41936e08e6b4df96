"""Where a card stands among the others: the same for everybody who looks."""

from datetime import date
from typing import TYPE_CHECKING, Any

from planner.actor import Actor
from planner.errors import NotAllowed
from planner.language import N_
from planner.models.change import record
from planner.moves import MOVERS
from planner.places import place_in_plan
from planner.verbs._subject import Subject

NOT_PLACED = N_("Vai trò của đồng chí không được phép sắp xếp thẻ này.")
PLACED = "place"  # the verb of its line in the history


class Placing(Subject):
    """The verb that puts a card between others."""

    if TYPE_CHECKING:
        plan_id: Any
        position: Any
        occurrence: Any

    def may_be_placed(self, by: Actor) -> bool:
        """Whoever has a part in moving the task says where it stands."""
        return bool(by.roles_on(self) & MOVERS)

    def place(self, place: str, by: Actor, today: date) -> None:
        """Đặt vị trí: gives the card a place that planner.places has found; that of its row frees it again.

        Nothing of the work changes, so the task's version stays, and with it what its calendar events say. The line
        is the organisation's: it is in no task's history, and it tells open pages which card to look at again.
        """
        if not self.may_be_placed(by):
            raise NotAllowed(NOT_PLACED)
        rank = None if place == place_in_plan(self) else place
        if rank != self.rank:
            facts: dict[str, Any] = {"task": self.id}
            before, after = facts | {"rank": self.rank}, facts | {"rank": rank}
            record(self.organisation, by, PLACED, today, before=before, after=after, is_work=False)
            self.rank = rank
