"""The moves table: the only place that knows which state follows which, who may move, and what a move asks for.

Pages, menus, flows, the command line and the importer ask it; nothing else compares states with roles.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from planner.actor import Actor
from planner.language import N_

COLUMNS = ("planned", "drafting", "submitted", "approved", "executing", "done")
HELD = ("postponed", "cancelled")
STATES = COLUMNS + HELD

STATE_LABELS = {
    "planned": N_("Chưa triển khai"),
    "drafting": N_("Đang tham mưu"),
    "submitted": N_("Đã trình"),
    "approved": N_("Đã duyệt"),
    "executing": N_("Đang thực hiện"),
    "done": N_("Hoàn thành"),
    "postponed": N_("Tạm hoãn"),
    "cancelled": N_("Hủy"),
}


@dataclass(frozen=True, slots=True)
class Move:
    """One line of the table. `target` None leads back to where the work was; `when` is a condition on milestones."""

    name: str
    label: str
    sources: tuple[str, ...]
    target: str | None
    roles: frozenset[str]
    when: str | None = None
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()


def _move(
    name: str,
    label: str,
    sources: str,
    target: str | None,
    roles: str,
    when: str | None = None,
    needs: tuple[str, ...] = (),
    offers: tuple[str, ...] = (),
) -> Move:
    return Move(name, label, tuple(sources.split()), target, frozenset(roles.split()), when, needs, offers)


ALL = " ".join(COLUMNS)

MOVES = (
    _move("drafting", N_("Bắt đầu tham mưu"), "planned", "drafting", "flow head member secretariat", "submit"),
    _move("execution", N_("Bắt đầu thực hiện"), "planned", "executing", "flow head secretariat", "no submit"),
    _move(
        "submission", N_("Trình duyệt"), "drafting", "submitted", "head secretariat",
        needs=("paper_number", "submitted_on"),
    ),
    _move("approval", N_("Phê duyệt"), "submitted", "approved", "leader secretariat"),
    _move("return", N_("Trả lại"), "submitted", "drafting", "leader secretariat", needs=("reason",)),
    _move("execution", N_("Bắt đầu thực hiện"), "approved", "executing", "flow head secretariat", "execute"),
    _move("closing", N_("Kết thúc"), "approved", "done", "head secretariat", "no execute"),
    _move(
        "completion", N_("Báo cáo hoàn thành"), "executing", "done", "head secretariat",
        needs=("result", "done_on"),
    ),
    _move("reopening", N_("Mở lại"), "done", "executing", "secretariat", needs=("reason",)),
    _move(
        "postponement", N_("Tạm hoãn nhiệm vụ"), ALL, "postponed", "secretariat",
        needs=("reason",), offers=("until",),
    ),
    _move("resumption", N_("Tiếp tục"), "postponed", None, "flow secretariat"),
    _move(
        "cancellation", N_("Hủy nhiệm vụ"), ALL + " postponed", "cancelled", "secretariat leader",
        needs=("reason",),
    ),
    _move("restoration", N_("Khôi phục"), "cancelled", None, "secretariat leader"),
)  # fmt: skip

# Whoever has a part in any move of a task, flows aside.
MOVERS = frozenset(role for move in MOVES for role in move.roles) - {"flow"}


class Movable(Protocol):
    organisation_id: int
    board_id: int
    state: str

    @property
    def has_submit(self) -> bool: ...
    @property
    def has_execute(self) -> bool: ...


def fits(move: Move, task: Movable) -> bool:
    """Whether a line of the table starts at this task, whoever asks."""
    if task.state not in move.sources:
        return False
    met = {
        None: True,
        "submit": task.has_submit,
        "no submit": not task.has_submit,
        "execute": task.has_execute,
        "no execute": not task.has_execute,
    }
    return met[move.when]


def open_moves(task: Movable, by: Actor) -> Iterator[Move]:
    """The moves that this actor may make with this task now, in the table's order."""
    roles = by.roles_on(task)
    return (move for move in MOVES if fits(move, task) and move.roles & roles)


def move_named(name: str, task: Movable) -> Move | None:
    """The line of the table with this name that starts at this task."""
    return next((move for move in MOVES if move.name == name and fits(move, task)), None)


def move_to(state: str, task: Movable) -> Move | None:
    """The line that leads a task into a state, whoever asks: what a drop into a column means."""
    back = getattr(task, "held_state", None)
    return next((m for m in MOVES if fits(m, task) and (m.target or back) == state), None)


NOT_BY_RULE = N_("Không chuyển được từ “%(source)s” sang “%(target)s”.")
NOT_BY_ROLE = N_("Vai trò của đồng chí không được phép chuyển “%(source)s” sang “%(target)s” đối với nhiệm vụ này.")


def why_not(state: str, task: Movable, by: Actor) -> str | None:
    """The sentence that says why this actor cannot bring the task into a state; None when it can.

    The sentence is a catalogue entry with places for `source` and `target`, the two states' labels.
    """
    move = move_to(state, task)
    if move is None:
        return NOT_BY_RULE
    return None if move.roles & by.roles_on(task) else NOT_BY_ROLE
