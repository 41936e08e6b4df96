"""Who is responsible: the board, and the person who prepares the work."""

from datetime import date
from typing import TYPE_CHECKING

from planner.actor import Actor
from planner.errors import Refusal
from planner.language import N_
from planner.text import clean
from planner.verbs.cooperating import Cooperating, facts

if TYPE_CHECKING:
    from planner.models.organisation import Board
    from planner.models.person import Person


class Responsibility(Cooperating):
    """Verbs that change who does the work."""

    def hand_over(self, board: "Board", by: Actor, today: date, reason: str) -> None:
        """Giao bộ phận khác: another board of the same organisation becomes responsible; nobody stays assigned.

        Who leads no longer co-operates.
        """
        self.require_role(by, "secretariat")
        if board.organisation_id != self.organisation_id:
            raise Refusal(N_("Bộ phận này thuộc cơ quan khác."))
        if board.id == self.board_id:
            raise Refusal(N_("Nhiệm vụ đã thuộc bộ phận này."))
        if not (reason := clean(reason)):
            raise Refusal(N_("Vui lòng nhập lý do chuyển bộ phận."))
        before = {"board": self.board.name, "board_id": self.board_id}
        if self.assignee_id is not None:
            before["assignee_id"] = self.assignee_id
        self.board = board
        self.assignee = None
        if self.drop_cooperator(board):
            before |= facts(board)
        self._record(by, "hand_over", today, before, {"board": board.name, "board_id": board.id}, reason)

    def merge_board(self, old: "Board", new: "Board", by: Actor, today: date) -> None:
        """Gộp bộ phận: what the old board led or helped with is the new one's, and who works on it goes on.

        Who may is asked by `planner.merging`, which merges two boards everywhere at once.
        """
        led, helper = self.board is old, new.name if self.board is old else old.name
        for one in self.cooperations:
            if one.board is old:
                one.board = new
        self.board = new if led else self.board
        ended = self.board is new and self.drop_cooperator(new)  # who leads does not co-operate
        before = ({"board": old.name} if led else {}) | ({"cooperator": helper} if ended else {})
        after = {"board": new.name} if led else {}
        if not before:
            before, after = {"name": old.name}, {"cooperator": new.name}
        self._record(by, "merge_board", today, before, after)

    def assign(self, person: "Person | None", by: Actor, today: date) -> None:
        """Phân công: a person of the board or the organisation prepares the work; None leaves it to the board."""
        self.require_role(by, "head", "secretariat")
        if person is not None and not self._belongs(person):
            raise Refusal(N_("Người này không thuộc cơ quan, không phân công được."))
        before = _assigned(self.assignee)
        self.assignee = person
        self._record(by, "assign", today, before, _assigned(person))

    def _belongs(self, person: "Person") -> bool:
        return person.is_enabled and any(m.organisation_id == self.organisation_id for m in person.memberships)


def _assigned(person: "Person | None") -> dict[str, str | int | None]:
    """What the history keeps of an assignee: the name to be read, the id to know them again."""
    return {"assignee": person.name if person else None, "assignee_id": person.id if person else None}
