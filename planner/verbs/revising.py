"""The plan is issued again: a task goes on under its row as the new document says it."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from planner.actor import Actor
from planner.text import name_key
from planner.verbs._subject import Subject
from planner.verbs.cooperating import facts

if TYPE_CHECKING:
    from planner.models.plan import PlanRow


class Revising(Subject):
    """Verbs of a new issue. State, result, papers and the first periods stay as they are."""

    if TYPE_CHECKING:
        row: Any
        number: Any
        position: Any
        occurrence: Any
        occurrences: Any
        cooperations: Any
        cooperators: Any

        def name_cooperators(self, names: Iterable[str]) -> None: ...

    def revise(
        self, row: "PlanRow", occurrence: tuple[int, int], old: dict[str, str], new: dict[str, str], by: Actor,
        today: date, reason: str,
    ) -> None:  # fmt: skip
        """Theo bản ban hành lại: `row` has the words from now on; `old` and `new` hold the fields that differ.

        `occurrence` is which of how many. Bodies that the words name anew co-operate from now on, those that they no
        longer name do not; the others are as the secretariat left them.
        """
        self.require_role(by, "secretariat")
        before, cooperators = self.row, self.cooperators
        self.row, self.number, self.title, self.position = row, row.number, row.title, row.position
        self.occurrence, self.occurrences = occurrence
        if "cooperating" in new:
            self._drop_unnamed(before.cooperating, row.cooperating)
            known = set(map(name_key, before.cooperating))  # a clerk may have ended what these words began
            self.name_cooperators(name for name in row.cooperating if name_key(name) not in known)
        self._record(by, "revise", today, {"words": old}, {"words": new}, reason)
        for board in cooperators:
            if board not in self.cooperators:
                self._record(by, "end_cooperation", today, facts(board), {})

    def _drop_unnamed(self, before: Iterable[str], now: Iterable[str]) -> None:
        """Takes off what only the old words named; a board that was added by hand stays."""
        gone = set(map(name_key, before)) - set(map(name_key, now))
        for one in [one for one in self.cooperations if name_key(one.name) in gone]:
            self.cooperations.remove(one)
