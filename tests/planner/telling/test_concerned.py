"""Whom what concerns: the table, case by case."""

from dataclasses import replace

import pytest

from planner.telling.concerned import CASES, VERBS, Cast, Event, concerned
from planner.telling.saying import SENTENCES, SUBJECTS

HEAD, OTHER_HEAD, MEMBER, CLERK, LEADER, SECOND_LEADER = 1, 2, 3, 4, 5, 6
BOARD, OTHER = 10, 20
CAST = Cast(
    heads={BOARD: frozenset([HEAD]), OTHER: frozenset([OTHER_HEAD])},
    members={BOARD: frozenset([MEMBER])},
    leaders=frozenset([LEADER, SECOND_LEADER]),
    secretariat=frozenset([CLERK]),
)
HANDED = Event("hand_over", OTHER, CLERK, old_board=BOARD, new_board=OTHER, unassigned=MEMBER)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (Event("submission", BOARD, HEAD), {LEADER: "awaiting", SECOND_LEADER: "awaiting"}),
        (Event("submission", BOARD, LEADER), {SECOND_LEADER: "awaiting"}),
        (Event("return", BOARD, LEADER), {HEAD: "returned"}),
        (Event("return", BOARD, LEADER, assignee=MEMBER), {HEAD: "returned", MEMBER: "returned"}),
        (Event("approval", BOARD, LEADER, assignee=MEMBER), {HEAD: "approved", MEMBER: "approved"}),
        (Event("assign", BOARD, HEAD, assignee=MEMBER, assigned=MEMBER), {MEMBER: "assigned"}),
        (Event("assign", BOARD, HEAD, assignee=HEAD, assigned=HEAD), {}),
        (Event("assign", BOARD, HEAD, unassigned=MEMBER), {MEMBER: "unassigned"}),
        (Event("assign", BOARD, CLERK, assigned=HEAD, unassigned=MEMBER), {HEAD: "assigned", MEMBER: "unassigned"}),
        (Event("extend", BOARD, CLERK), {HEAD: "moved"}),
        (Event("move_month", BOARD, CLERK, assignee=MEMBER), {HEAD: "moved", MEMBER: "moved"}),
        (Event("undate", BOARD, CLERK, assignee=HEAD), {HEAD: "moved"}),
        (Event("revise_period", BOARD, CLERK), {HEAD: "moved"}),
        (HANDED, {HEAD: "handed_over", OTHER_HEAD: "handed_over", MEMBER: "handed_over"}),
        (Event("postponement", BOARD, CLERK), {HEAD: "postponed"}),
        (Event("postponement", BOARD, HEAD), {}),
        (Event("resumption", BOARD), {HEAD: "resumed"}),
        (Event("cancellation", BOARD, LEADER), {HEAD: "cancelled"}),
        (Event("restoration", BOARD, LEADER), {HEAD: "restored"}),
        (Event("reopening", BOARD, CLERK), {HEAD: "reopened"}),
        (Event("note", BOARD, LEADER, assignee=MEMBER), {HEAD: "noted", MEMBER: "noted"}),
        (Event("cooperate", BOARD, CLERK, cooperator=OTHER), {OTHER_HEAD: "cooperates"}),
        (Event("end_cooperation", BOARD, CLERK, cooperator=OTHER), {OTHER_HEAD: "cooperates_no_more"}),
        (Event("remind", BOARD, CLERK), {MEMBER: "reminded"}),
        (Event("remind", BOARD, assignee=HEAD), {HEAD: "reminded"}),
        (Event("remind", BOARD, CLERK, assignee=CLERK), {}),
        (Event("extend", 99, CLERK), {}),
        (Event("drafting", BOARD), {}),
        (Event("completion", BOARD, CLERK, assignee=MEMBER), {}),
        (Event("completion", BOARD, HEAD, followers=frozenset([CLERK, HEAD])), {CLERK: "completed"}),
        (Event("drafting", BOARD, followers=frozenset([CLERK])), {CLERK: "drafting"}),
        (Event("submission", BOARD, HEAD, followers=frozenset([LEADER, MEMBER])),
         {LEADER: "awaiting", SECOND_LEADER: "awaiting", MEMBER: "submitted"}),
        (Event("postponement", BOARD, CLERK, followers=frozenset([MEMBER])), {HEAD: "postponed", MEMBER: "postponed"}),
        (Event("comment", BOARD, MEMBER, followers=frozenset([CLERK, MEMBER])),
         {HEAD: "commented", CLERK: "commented"}),
        (Event("comment", BOARD, MEMBER, mentioned=frozenset([HEAD, LEADER])),
         {HEAD: "mentioned", LEADER: "mentioned"}),
        (Event("edit_comment", BOARD, MEMBER, mentioned=frozenset([LEADER]), followers=frozenset([CLERK])),
         {LEADER: "mentioned"}),
        (Event("attach", BOARD, MEMBER), {HEAD: "attached"}),
        (Event("attach_to_move", BOARD, MEMBER), {}),
        (Event("recompute", BOARD, CLERK), {}),
    ],
)
def test_whom_it_concerns(event: Event, expected: dict[int, str]) -> None:
    assert concerned(event, CAST) == expected


def test_where_nobody_leads_the_secretariat_approves() -> None:
    assert concerned(Event("submission", BOARD, HEAD), replace(CAST, leaders=frozenset())) == {CLERK: "awaiting"}


@pytest.mark.parametrize("verb", sorted(VERBS))
@pytest.mark.parametrize("by", [HEAD, OTHER_HEAD, MEMBER, CLERK, LEADER])
def test_nobody_is_told_of_their_own_doing(verb: str, by: int) -> None:
    everything = Event(verb, BOARD, by, BOARD, OTHER, OTHER, MEMBER, MEMBER, HEAD)
    assert by not in concerned(everything, CAST)


def test_every_reason_has_its_words() -> None:
    reasons = {why for _verb, why, _groups in CASES}
    assert reasons == set(SENTENCES) == set(SUBJECTS)
