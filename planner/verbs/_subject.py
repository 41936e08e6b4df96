"""What every verb needs of a task: its columns, its version, and a way to write history."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from planner.actor import Actor
from planner.errors import NotAllowed, Stale
from planner.language import N_
from planner.models.change import record

if TYPE_CHECKING:
    from planner.models.milestone import Milestone


class Subject:
    """The parts of Task that verbs use. Verbs never commit; the request or the Prefect task does."""

    if TYPE_CHECKING:
        id: Any
        organisation_id: Any
        board_id: Any
        state: Any
        held_state: Any
        held_until: Any
        paper_number: Any
        result: Any
        rank: Any
        version: Any
        title: Any
        organisation: Any
        board: Any
        assignee: Any
        assignee_id: Any
        plan: Any
        milestones: Any
        time_requests: Any

        def milestone(self, kind: str) -> "Milestone | None": ...
        @property
        def has_submit(self) -> bool: ...
        @property
        def has_execute(self) -> bool: ...

    def expect(self, version: int | None, state: str | None = None) -> None:
        """Refuses when the page that asks is older than the task: its version, or the column it showed."""
        if (version is not None and version != self.version) or (state is not None and state != self.state):
            raise Stale(N_("Nhiệm vụ này vừa có thay đổi. Thông tin mới nhất đã được hiển thị, đề nghị kiểm tra lại."))

    def require_role(self, by: Actor, *roles: str) -> None:
        """Refuses an actor who has none of these roles on the task."""
        if not by.roles_on(self) & set(roles):
            raise NotAllowed(N_("Vai trò của đồng chí không được phép thực hiện thao tác này đối với nhiệm vụ này."))

    def _record(
        self, by: Actor, verb: str, on: date, before: dict[str, Any], after: dict[str, Any], reason: str = ""
    ) -> None:
        """Writes the line of history and raises the version: the last step of every verb."""
        self.version += 1
        record(self.organisation, by, verb, on, before=before, after=after, reason=reason, task=self)  # type: ignore[arg-type]

    def _note(
        self, by: Actor, verb: str, on: date, before: Mapping[str, Any], after: Mapping[str, Any], reason: str = ""
    ) -> None:
        """Writes a line of history that changes nothing of the task itself: its version stays."""
        record(self.organisation, by, verb, on, before={**before}, after={**after}, reason=reason, task=self)  # type: ignore[arg-type]
