"""Who acts: a person with roles, or a flow. Verbs ask it for its roles on a task; the history shows its name."""

from dataclasses import dataclass
from typing import Protocol

ROLES = ("head", "member", "secretariat", "leader", "viewer", "admin")
BOARD_ROLES = ("head", "member")


@dataclass(frozen=True, slots=True)
class Role:
    """A role in an organisation, or on one of its boards."""

    name: str
    organisation_id: int
    board_id: int | None = None


class Placed(Protocol):
    organisation_id: int
    board_id: int


@dataclass(frozen=True, slots=True)
class Actor:
    """`kind` is person, flow, command, mail (who holds a letter with a signed address) or anybody.

    `name` is what the history shows.
    """

    kind: str
    name: str
    person_id: int | None = None
    roles: tuple[Role, ...] = ()

    def roles_on(self, task: Placed) -> frozenset[str]:
        """The names of the roles that count for this task. The command line acts for the secretariat."""
        if self.kind == "flow":
            return frozenset(["flow"])
        if self.kind == "command":
            return frozenset(["secretariat"])
        return frozenset(
            role.name
            for role in self.roles
            if role.organisation_id == task.organisation_id and role.board_id in (None, task.board_id)
        )

    def has(self, name: str, organisation_id: int) -> bool:
        """Whether the person has a role in an organisation, on any board."""
        return self.kind == "command" or any(
            r.name == name and r.organisation_id == organisation_id for r in self.roles
        )

    @property
    def organisation_ids(self) -> frozenset[int]:
        return frozenset(role.organisation_id for role in self.roles)


def flow(name: str) -> Actor:
    return Actor("flow", name)


def by_mail(name: str) -> Actor:
    """Whoever uses the address in a mail to the person of this name, without signing in."""
    return Actor("mail", name)


ANYBODY = Actor("anybody", "")
COMMAND = Actor("command", "bangviec")
