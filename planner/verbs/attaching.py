"""Papers on a task: attached by those who do the work, removed with a reason."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from planner import clock
from planner.actor import BOARD_ROLES, Actor
from planner.attaching import MOST, Paper
from planner.errors import NotAllowed, Refusal
from planner.language import N_
from planner.models.attachment import Attachment
from planner.models.plan import File
from planner.text import clean
from planner.verbs.cooperating import Cooperating

ATTACHING = frozenset(["head", "member", "secretariat", "leader"])
NOT_YOURS = N_("Vai trò của đồng chí không được phép đính kèm tệp vào nhiệm vụ này.")


class Attaching(Cooperating):
    """Verbs on a task's files. They move nothing, so the task's version stays."""

    if TYPE_CHECKING:
        attachments: list[Attachment]

    def takes_papers_of(self, by: Actor) -> bool:
        """Whether somebody may attach: who has a role on the task, or works on a board that co-operates."""
        boards = {board.id for board in self.cooperators}
        return bool(by.roles_on(self) & ATTACHING) or any(
            role.name in BOARD_ROLES and role.board_id in boards for role in by.roles
        )

    def attach(self, papers: Sequence[Paper], by: Actor, today: date, move: str = "") -> None:
        """Đính kèm: all of them or none; `move` names the move that they come with."""
        if not self.takes_papers_of(by):
            raise NotAllowed(NOT_YOURS)
        if not papers:
            raise Refusal(N_("Vui lòng chọn tệp đính kèm."))
        if len(self.attachments) + len(papers) > MOST:
            raise Refusal(N_("Mỗi nhiệm vụ có tối đa %(count)d tệp đính kèm."), count=MOST)
        for paper in papers:
            self.attachments.append(self._attachment(paper, by, move))
        verb = "attach_to_move" if move else "attach"
        self._note(by, verb, today, {}, {"files": [paper.name for paper in papers]})

    def may_detach(self, attachment: Attachment, by: Actor) -> bool:
        """Who attached it, the heads of the board, the secretariat."""
        is_own = by.person_id is not None and attachment.person_id == by.person_id
        return bool(by.roles_on(self) & {"head", "secretariat"}) or (is_own and self.takes_papers_of(by))

    def detach(self, attachment: Attachment, by: Actor, today: date, reason: str) -> None:
        """Gỡ tệp: the file is deleted; its name, who removed it and why stay in the history."""
        if not self.may_detach(attachment, by):
            raise NotAllowed(N_("Chỉ người đính kèm, trưởng ban và Văn phòng được gỡ tệp này."))
        if not (reason := clean(reason)):
            raise Refusal(N_("Vui lòng nhập lý do."))
        before = {"files": [attachment.name], "sha256": attachment.file.sha256}
        self.attachments.remove(attachment)
        self._note(by, "detach", today, before, {}, reason)

    def _attachment(self, paper: Paper, by: Actor, move: str) -> Attachment:
        file = File(
            organisation_id=self.organisation_id, name=paper.name, media_type=paper.media_type, sha256=paper.sha256,
            content=paper.content, created_at=clock.now(),
        )  # fmt: skip
        return Attachment(
            organisation_id=self.organisation_id, file=file, person_id=by.person_id, move=move,
            size=len(paper.content), added_at=clock.now(),
        )  # fmt: skip
