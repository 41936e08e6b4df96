"""A paper of the office: a draft that waits for the secretariat, or what went out and is never edited again."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, ForeignKey, Index, event, inspect
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from planner.base import Base
from planner.errors import Stale
from planner.language import N_
from planner.models.organisation import Board, Organisation
from planner.models.plan import File, Plan

CHANGED = N_("Văn bản này vừa có thay đổi. Thông tin mới nhất đã được hiển thị, đề nghị kiểm tra lại.")
FROZEN = (
    "organisation_id", "board_id", "plan_id", "kind", "key", "state", "number", "issued_on", "title", "data", "period",
    "first", "last", "replaces_id",
)  # fmt: skip


class Document(Base):
    """A report, letter, minutes or annex (báo cáo, phiếu nhắc việc, biên bản, phụ lục): its data and its PDF.

    `kind` is digest, reminder, minutes or annex; `state` is draft, released or dropped. A draft has the number 0.
    `key` says what it is about, such as `digest:1:2026-05:all` or `reminder:1:7:2026-05-04`; a second one is refused.
    `first` and `last` are the days it covers, both included; `period` names a report's (2026-05, 2026-Q2, 2026-H1,
    2026). `version` grows with every change of a draft; the browser sends it back, so that no stale page overwrites.
    `leased_until` and `attempts` are of its printing: one worker at a time, a bad paper later.
    """

    __tablename__ = "document"
    __table_args__ = (
        Index("ix_document_organisation_id_last", "organisation_id", "last"),
        Index("ix_document_file_id_state", "file_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    board_id: Mapped[int | None] = mapped_column(ForeignKey("board.id"))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    kind: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    state: Mapped[str] = mapped_column(default="released")
    version: Mapped[int] = mapped_column(default=1)
    number: Mapped[int]
    issued_on: Mapped[date]
    period: Mapped[str] = mapped_column(default="")
    first: Mapped[date]
    last: Mapped[date]
    title: Mapped[str]
    data: Mapped[dict[str, Any]]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    file_id: Mapped[int | None] = mapped_column(ForeignKey("file.id"))
    created_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)

    organisation: Mapped[Organisation] = relationship()
    board: Mapped[Board | None] = relationship()
    plan: Mapped[Plan | None] = relationship()
    file: Mapped[File | None] = relationship()
    replaces: Mapped["Document | None"] = relationship(remote_side="Document.id", back_populates="replacement")
    replacement: Mapped["Document | None"] = relationship(back_populates="replaces", uselist=False)

    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}

    @property
    def is_released(self) -> bool:
        return self.state == "released"

    @property
    def replaced_by(self) -> "Document | None":
        """The paper that holds in its place; a replacement that is still a draft replaces nothing yet."""
        return self.replacement if self.replacement is not None and self.replacement.is_released else None

    def expect(self, version: int | None, *states: str) -> None:
        """Refuses when the page that asks is older than the document, or the document is in none of the states."""
        if (version is not None and version != self.version) or self.state not in states:
            raise Stale(CHANGED)


@event.listens_for(Document, "before_update")
def _stays_as_it_went_out(_mapper: Mapper[Document], _connection: Connection, document: Document) -> None:
    """What went out is kept for ever: only its first PDF may still come."""
    fields = inspect(document).attrs
    states, file = fields["state"].history, fields["file_id"].history
    went_out = "released" in (states.deleted or states.unchanged or ())
    if went_out and any(fields[name].history.deleted for name in FROZEN):
        raise ValueError(f"document {document.id} went out and is never edited")
    if any(file.deleted or ()):
        raise ValueError(f"document {document.id} has its PDF already")
