"""Whom a line of history concerns, and as what: a pure table over the verb and the roles."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

Boards = Mapping[int, frozenset[int]]
NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Cast:
    """Who holds which role in an organisation, by the persons' ids; `heads` and `members` by their boards' ids."""

    heads: Boards = field(default_factory=dict)
    members: Boards = field(default_factory=dict)
    leaders: frozenset[int] = NOBODY
    secretariat: frozenset[int] = NOBODY


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a task, as the table needs it. Ids, None where there is none.

    `board` leads the task now; `old_board` and `new_board` are those of a hand-over; `cooperator` the board whose
    co-operation began or ended; `assignee` prepares the task now; `assigned` and `unassigned` are those of the line
    itself; `mentioned` are called by a comment, `followers` want to hear of the task; `asker` asked for
    another time; `by` did it.
    """

    verb: str
    board: int
    by: int | None = None
    old_board: int | None = None
    new_board: int | None = None
    cooperator: int | None = None
    assignee: int | None = None
    assigned: int | None = None
    unassigned: int | None = None
    mentioned: frozenset[int] = NOBODY
    followers: frozenset[int] = NOBODY
    asker: int | None = None


Group = Callable[[Event, Cast], frozenset[int]]


def _one(person: int | None) -> frozenset[int]:
    return NOBODY if person is None else frozenset([person])


def _heads(event: Event, cast: Cast) -> frozenset[int]:
    return cast.heads.get(event.board, NOBODY)


def _old_heads(event: Event, cast: Cast) -> frozenset[int]:
    return cast.heads.get(event.old_board or 0, NOBODY)


def _new_heads(event: Event, cast: Cast) -> frozenset[int]:
    return cast.heads.get(event.new_board or 0, NOBODY)


def _cooperating_heads(event: Event, cast: Cast) -> frozenset[int]:
    return cast.heads.get(event.cooperator or 0, NOBODY)


def _assignee(event: Event, _cast: Cast) -> frozenset[int]:
    return _one(event.assignee)


def _assigned(event: Event, _cast: Cast) -> frozenset[int]:
    return _one(event.assigned)


def _unassigned(event: Event, _cast: Cast) -> frozenset[int]:
    return _one(event.unassigned)


def _asker(event: Event, _cast: Cast) -> frozenset[int]:
    return _one(event.asker)


def _deciders(_event: Event, cast: Cast) -> frozenset[int]:
    """The secretariat; an office without one leaves it to its leaders."""
    return cast.secretariat or cast.leaders


def _approvers(_event: Event, cast: Cast) -> frozenset[int]:
    """The leaders; where nobody leads the secretariat approves."""
    return cast.leaders or cast.secretariat


def _workers(event: Event, cast: Cast) -> frozenset[int]:
    """Who prepares a task that was reminded of: the assignee, else the board's members. Its heads had the letter."""
    return _assignee(event, cast) or cast.members.get(event.board, NOBODY)


def _mentioned(event: Event, _cast: Cast) -> frozenset[int]:
    return event.mentioned


def _followers(event: Event, _cast: Cast) -> frozenset[int]:
    return event.followers


BOARD: tuple[Group, ...] = (_heads, _assignee)
ALL: tuple[Group, ...] = (*BOARD, _followers)
FOLLOWERS: tuple[Group, ...] = (_followers,)

# The verb of the history, as what it concerns people, and whom.
CASES: tuple[tuple[str, str, tuple[Group, ...]], ...] = (
    ("drafting", "drafting", FOLLOWERS),
    ("submission", "awaiting", (_approvers,)),
    ("submission", "submitted", FOLLOWERS),
    ("return", "returned", ALL),
    ("approval", "approved", ALL),
    ("execution", "executing", FOLLOWERS),
    ("completion", "completed", FOLLOWERS),
    ("closing", "completed", FOLLOWERS),
    ("arise", "arisen", BOARD),
    ("assign", "assigned", (_assigned,)),
    ("assign", "unassigned", (_unassigned,)),
    ("ask_time", "time_asked", (_deciders,)),
    ("refuse_time", "time_refused", (_asker,)),
    ("reconsider_time", "time_waits_again", (_asker,)),
    ("move_month", "time_granted", (_asker,)),
    ("extend", "time_granted", (_asker,)),
    ("undate", "time_granted", (_asker,)),
    ("move_month", "moved", ALL),
    ("extend", "moved", ALL),
    ("undate", "moved", ALL),
    ("revise_period", "moved", ALL),
    ("take_back_period", "moved", ALL),
    ("hand_over", "handed_over", (_old_heads, _new_heads, _unassigned, _followers)),
    ("postponement", "postponed", ALL),
    ("resumption", "resumed", ALL),
    ("cancellation", "cancelled", ALL),
    ("restoration", "restored", ALL),
    ("reopening", "reopened", ALL),
    ("note", "noted", ALL),
    ("comment", "mentioned", (_mentioned,)),
    ("comment", "commented", ALL),
    ("edit_comment", "mentioned", (_mentioned,)),
    ("attach", "attached", ALL),
    ("cooperate", "cooperates", (_cooperating_heads,)),
    ("end_cooperation", "cooperates_no_more", (_cooperating_heads,)),
    ("remind", "reminded", (_workers,)),
)
VERBS = frozenset(verb for verb, _why, _groups in CASES)


def concerned(event: Event, cast: Cast) -> dict[int, str]:
    """Whom an event concerns and as what, by the persons' ids; never who did it. Of two reasons the first counts."""
    found: dict[int, str] = {}
    for person, why in _pairs(event, cast):
        found.setdefault(person, why)
    found.pop(event.by or 0, None)
    return found


def _pairs(event: Event, cast: Cast) -> Iterator[tuple[int, str]]:
    for verb, why, groups in CASES:
        if verb == event.verb:
            yield from ((person, why) for group in groups for person in sorted(group(event, cast)))
