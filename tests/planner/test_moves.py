"""The moves table against its written form: every state, every target, every role."""

from dataclasses import dataclass

import pytest

from planner.actor import Actor, Role, flow
from planner.moves import COLUMNS, STATES, move_to, open_moves, why_not

EVERYONE = ("flow", "head", "member", "secretariat", "leader", "viewer", "admin")

# DESIGN: move, who, and the milestones that it needs (submit, execute): yes, no, or either.
TABLE = [
    ("planned", "drafting", {"flow", "head", "member", "secretariat"}, "yes", "either"),
    ("planned", "executing", {"flow", "head", "secretariat"}, "no", "either"),
    ("drafting", "submitted", {"head", "secretariat"}, "either", "either"),
    ("submitted", "approved", {"leader", "secretariat"}, "either", "either"),
    ("submitted", "drafting", {"leader", "secretariat"}, "either", "either"),
    ("approved", "executing", {"flow", "head", "secretariat"}, "either", "yes"),
    ("approved", "done", {"head", "secretariat"}, "either", "no"),
    ("executing", "done", {"head", "secretariat"}, "either", "either"),
    ("done", "executing", {"secretariat"}, "either", "either"),
    *((column, "postponed", {"secretariat"}, "either", "either") for column in COLUMNS),
    *((column, "cancelled", {"secretariat", "leader"}, "either", "either") for column in COLUMNS),
]


@dataclass
class Stub:
    state: str
    has_submit: bool
    has_execute: bool
    held_state: str | None = None
    organisation_id: int = 1
    board_id: int = 7


def actor(role: str) -> Actor:
    if role == "flow":
        return flow("roll_over")
    return Actor("person", role, 1, (Role(role, 1, 7 if role in ("head", "member") else None),))


def expected(task: Stub, target: str) -> set[str]:
    """Who may, by the written table."""
    milestones = (task.has_submit, task.has_execute)
    for source, to, roles, *needs in TABLE:
        fits = all(need == "either" or (need == "yes") == has for need, has in zip(needs, milestones, strict=True))
        if (source, to) == (task.state, target) and fits:
            return roles
    return set()


@pytest.mark.parametrize("source", COLUMNS)
@pytest.mark.parametrize("target", STATES)
@pytest.mark.parametrize(("has_submit", "has_execute"), [(True, True), (True, False), (False, True)])
def test_the_table_allows_exactly_what_is_written(
    source: str, target: str, has_submit: bool, has_execute: bool
) -> None:  # fmt: skip
    task = Stub(source, has_submit, has_execute)
    allowed = {role for role in EVERYONE if why_not(target, task, actor(role)) is None}
    assert allowed == expected(task, target)
    offered = {role for role in EVERYONE if target in {m.target for m in open_moves(task, actor(role))}}
    assert offered == allowed


@pytest.mark.parametrize(
    ("held", "back", "roles"),
    [("postponed", "drafting", {"flow", "secretariat"}), ("cancelled", "executing", {"secretariat", "leader"})],
)
def test_held_work_goes_back_to_where_it_was_and_nowhere_else(held: str, back: str, roles: set[str]) -> None:
    task = Stub(held, True, True, held_state=back)
    assert {role for role in EVERYONE if why_not(back, task, actor(role)) is None} == roles
    others = [state for state in STATES if state not in (back, held, "cancelled")]
    assert [move_to(state, task) for state in others] == [None] * len(others)


def test_postponed_work_is_cancelled_as_any_other() -> None:
    task = Stub("postponed", True, True, held_state="drafting")
    assert {role for role in EVERYONE if why_not("cancelled", task, actor(role)) is None} == {"secretariat", "leader"}


def test_a_head_moves_only_the_own_boards_tasks() -> None:
    task = Stub("drafting", True, True, board_id=8)
    assert why_not("submitted", task, actor("head")) is not None


def test_roles_of_another_organisation_do_not_count() -> None:
    task = Stub("drafting", True, True, organisation_id=2)
    assert not list(open_moves(task, actor("secretariat")))
