"""Who co-operates: boards that see a task among their own while its lead owns the state."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from planner.actor import Actor
from planner.errors import Refusal
from planner.language import N_
from planner.models.cooperation import Cooperation
from planner.text import line, name_key
from planner.verbs._subject import Subject

if TYPE_CHECKING:
    from planner.models.organisation import Board


class Cooperating(Subject):
    """Verbs on the co-operating bodies of a task; they belong to the secretariat."""

    if TYPE_CHECKING:
        cooperations: list[Cooperation]

    @property
    def cooperators(self) -> list["Board"]:
        """The boards that co-operate, each once, in the order in which they were named."""
        return list(dict.fromkeys(c.board for c in self.cooperations if c.board))

    @property
    def cooperating(self) -> list[str]:
        """Every co-operating body by the name that pages show, each once: boards, and what is still text."""
        return list(dict.fromkeys(c.label for c in self.cooperations))

    def name_cooperators(self, names: Iterable[str]) -> None:
        """Takes over the bodies that a document names; what is exactly a board's name or alias is linked to it.

        For the importer, which writes the history itself. The lead and what is named already are left out.
        """
        taken = {name_key(c.name) for c in self.cooperations} | self.board.keys
        for name in map(line, names):
            if (key := name_key(name)) and key not in taken:
                taken.add(key)
                self.cooperations.append(Cooperation(name=name, board=self.organisation.board_named(name)))

    def cooperate_with(self, board: "Board", by: Actor, today: date) -> None:
        """Thêm bộ phận phối hợp: a board of the same organisation, never the lead."""
        self.require_role(by, "secretariat")
        if board.organisation_id != self.organisation_id:
            raise Refusal(N_("Bộ phận này thuộc cơ quan khác."))
        if board.id == self.board_id:
            raise Refusal(N_("“%(board)s” đang chủ trì nhiệm vụ này, không phối hợp với chính mình."), board=board.name)
        if board in self.cooperators:
            raise Refusal(N_("“%(board)s” đã phối hợp thực hiện nhiệm vụ này."), board=board.name)
        self._link_or_add(board)
        self._record(by, "cooperate", today, {}, facts(board))

    def end_cooperation(self, board: "Board", by: Actor, today: date) -> None:
        """Thôi phối hợp: the board no longer co-operates; the document's words stay with the plan."""
        self.require_role(by, "secretariat")
        if board not in self.cooperators:
            raise Refusal(N_("“%(board)s” không phối hợp thực hiện nhiệm vụ này."), board=board.name)
        self.drop_cooperator(board)
        self._record(by, "end_cooperation", today, facts(board), {})

    def link_name(self, key: str, board: "Board", by: Actor, today: date) -> None:
        """Liên kết: the names still text under this key are the board from now on; the lead needs no name here.

        Who may is asked by `planner.cooperating`, which links a name everywhere at once.
        """
        found = [c for c in self.cooperations if c.board is None and name_key(c.name) == key]
        for one in found:
            if board.id == self.board_id:
                self.cooperations.remove(one)
            else:
                one.board = board
        self._record(by, "link_name", today, {"name": found[0].name}, facts(board))

    def unlink_name(self, key: str, board: "Board", by: Actor, today: date) -> None:
        """Bỏ liên kết: the names under this key are only text again."""
        found = [c for c in self.cooperations if c.board is board and name_key(c.name) == key]
        for one in found:
            one.board = None
        self._record(by, "unlink_name", today, facts(board), {"name": found[0].name})

    def drop_cooperator(self, board: "Board") -> bool:
        """Takes a board off the list, if it is there; the verb that does it writes the history."""
        found = [c for c in self.cooperations if c.board is board]
        for one in found:
            self.cooperations.remove(one)
        return bool(found)

    def _link_or_add(self, board: "Board") -> None:
        """A name of the document that means this board is linked; else the board comes under its own name."""
        text = next((c for c in self.cooperations if c.board is None and name_key(c.name) in board.keys), None)
        if text is None:
            self.cooperations.append(Cooperation(name=board.name, board=board))
        else:
            text.board = board


def facts(board: "Board") -> dict[str, str | int]:
    """What the history keeps of a co-operating board; `board` itself is the lead's key there."""
    return {"cooperator": board.name, "cooperator_id": board.id}
