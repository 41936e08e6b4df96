"""What a feed holds: everything, the organisations below too, a board's work, what it co-operates on, or a person's."""

from collections.abc import Iterable
from dataclasses import dataclass

from feeds import colours
from feeds.entries import Left
from planner.feed_choices import OF_A_BOARD
from planner.language import N_, translate

NAMES = {
    "all": N_("Bảng việc – %(name)s"),
    "board": N_("Bảng việc – %(name)s"),
    "tree": N_("Bảng việc – %(name)s và các cấp dưới"),
    "cooperating": N_("Bảng việc – Việc phối hợp của %(name)s"),
    "person": N_("Bảng việc – Việc của %(name)s"),
}


@dataclass(frozen=True, slots=True)
class Scope:
    """`boards` None means all of them; `person_id` adds what is assigned to that person; `cooperating` is one board.

    `mark` says what the content depends on besides the tasks: a person who heads another board sees other work.
    `organisations` are those whose tasks it holds.
    """

    key: str
    name: str
    mark: str
    organisations: tuple[int, ...] = ()
    boards: frozenset[int] | None = None
    person_id: int | None = None
    cooperating: int | None = None
    colour: str = ""

    def holds(self, board_id: int, assignee_id: int | None, cooperators: Iterable[int]) -> bool:
        """Whether a task of these organisations belongs to it."""
        if self.cooperating is not None:
            return self.cooperating in cooperators
        if self.boards is None or board_id in self.boards:
            return True
        return self.person_id is not None and assignee_id == self.person_id

    def lost(self, left: Left) -> bool:
        """Whether it held a task that it does not hold now, as far as this was lately."""
        if self.cooperating is not None:
            return self.cooperating in left.cooperators
        if self.boards is None:
            return False
        return bool(self.boards & left.boards) or self.person_id in left.people


@dataclass(frozen=True, slots=True)
class About:
    """The facts that a scope is made of: names, and what the person's roles show them now.

    `headed` are the boards that the person heads here, `seen` the organisations in which they have a role.
    """

    organisation_id: int
    organisation: str
    board_id: int | None = None
    board: str = ""
    person_id: int | None = None
    person: str = ""
    headed: frozenset[int] = frozenset()
    seen: frozenset[int] = frozenset()


def scope_about(kind: str, about: About, language: str, below: Iterable[int] = ()) -> Scope:
    """The scope of a kind; `below` are the organisations under this one, of which `tree` takes those that are seen."""
    name = {"person": about.person} | dict.fromkeys(OF_A_BOARD, about.board)
    said = translate(NAMES[kind], language, name=name.get(kind, about.organisation))
    here = (about.organisation_id,)
    if kind == "person":
        key = f"person:{about.person_id}"
        return Scope(key, said, _mark(about.headed), here, about.headed, about.person_id)
    if kind == "tree":
        key = f"tree:{about.person_id}" if about.person_id else kind
        seen = tuple(sorted({*here, *(about.seen & set(below))}))
        return Scope(key, said, _mark(seen), seen)
    if kind == "all":
        return Scope(kind, said, "", here)
    assert about.board_id is not None  # noqa: S101 - whoever asks has looked the board up
    key, colour = f"{kind}:{about.board_id}", colours.of_board(about.board_id)
    if kind == "cooperating":
        return Scope(key, said, "", here, cooperating=about.board_id, colour=colour)
    return Scope(key, said, "", here, frozenset([about.board_id]), colour=colour)


def _mark(numbers: Iterable[int]) -> str:
    return " ".join(map(str, sorted(numbers)))
