"""Plans as they were issued: the document, its rows word for word, its targets."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.models.organisation import Organisation
from planner.models.searched import keep_searched, searched_by
from planner.searching import texts_of_row

if TYPE_CHECKING:
    from planner.models.issue import EarlierIssue
    from planner.models.organisation import Board
    from planner.models.task import Task


class File(Base):
    """Bytes that the office keeps: documents, PDFs. In the database, so that every process reaches them."""

    __tablename__ = "file"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    created_at: Mapped[datetime]


class Upload(Base):
    """A document between reading and import: what was understood, as the clerk corrects it.

    `state` is "reading" while a child process reads it (the first time the draft is still empty), then "ready", or
    "refused" with the refusal in `told`. `asked` is what it is read by (years, columns); `told` how far the reading has
    come, `beat_at` when it last said so: a reading that is silent has died with its process and can be asked for again.
    A copy of a plan for another year has no file: it is `copied_from` that plan, and nothing is read.
    An id is never given twice: a page that was left open says nothing about somebody else's document.
    """

    __tablename__ = "upload"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    file_id: Mapped[int | None] = mapped_column(ForeignKey("file.id"))
    copied_from_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    draft: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(default="ready")
    asked: Mapped[dict[str, Any]] = mapped_column(default=dict)
    told: Mapped[dict[str, Any]] = mapped_column(default=dict)
    beat_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    file: Mapped[File | None] = relationship()
    copied_from: Mapped["Plan | None"] = relationship()

    @property
    def name(self) -> str:
        """What it was made from, as people call it: its file, or the plan that it copies."""
        return self.file.name if self.file else self.copied_from.title if self.copied_from else ""


class Plan(Base):
    """One issued document. `sha256` is of its bytes, `fingerprint` of what it says, so that a copy is known again.

    `issue` counts its documents: a plan that is issued again keeps its tasks, its rows as they were and every document.
    """

    __tablename__ = "plan"
    __table_args__ = (
        UniqueConstraint("organisation_id", "sha256"),
        UniqueConstraint("organisation_id", "fingerprint"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    title: Mapped[str]
    number: Mapped[str] = mapped_column(default="")
    issued_on: Mapped[date | None]
    first_year: Mapped[int]
    last_year: Mapped[int]
    sha256: Mapped[str]
    fingerprint: Mapped[str]
    file_id: Mapped[int | None] = mapped_column(ForeignKey("file.id"))
    imported_on: Mapped[date]
    issue: Mapped[int] = mapped_column(default=1)
    # The running text as nested sections {"number", "title", "text", "children"}; long, so loaded when asked for
    outline: Mapped[list[Any]] = mapped_column(default=list, deferred=True)

    organisation: Mapped[Organisation] = relationship()
    file: Mapped[File | None] = relationship()
    rows: Mapped[list["PlanRow"]] = relationship(back_populates="plan", order_by="PlanRow.position")
    targets: Mapped[list["Target"]] = relationship(back_populates="plan", order_by="Target.position")
    earlier_issues: Mapped[list["EarlierIssue"]] = relationship(back_populates="plan", order_by="EarlierIssue.nth")

    @property
    def rows_in_force(self) -> list["PlanRow"]:
        """The rows that the present document stands by; the others were replaced or dropped."""
        return [row for row in self.rows if row.ended_issue is None]

    @property
    def years(self) -> range:
        return range(self.first_year, self.last_year + 1)


class PlanRow(Base):
    """What the document said, word for word, and where; never edited after import.

    `board` is the lead that was read from it, `pairing` how a clerk said that its times pair. `issue` is the plan's
    document that brought the row, `ended_issue` the one that no longer has it; a row that says it anew `replaces` this
    one. `position` is its place among the rows in force. `extras` are what stands beside the work in the document
    (product, costs, notes), by the columns' headers in their order; None where it was imported before they were kept.
    `origin` is "document", or "arisen" for work that came up (việc phát sinh), which no document has.
    """

    __tablename__ = "plan_row"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    position: Mapped[int]
    number: Mapped[str]
    title: Mapped[str]
    board_text: Mapped[str]
    cooperating: Mapped[list[str]] = mapped_column(default=list)
    section: Mapped[str] = mapped_column(default="")
    submit_text: Mapped[str] = mapped_column(default="")
    execute_text: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    extras: Mapped[dict[str, Any] | None] = mapped_column(default=dict)
    questions: Mapped[list[str]] = mapped_column(default=list)
    pairing: Mapped[str] = mapped_column(default="")
    board_id: Mapped[int | None] = mapped_column(ForeignKey("board.id"))
    issue: Mapped[int] = mapped_column(default=1)
    ended_issue: Mapped[int | None]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("plan_row.id"))
    origin: Mapped[str] = mapped_column(default="document")
    searched: Mapped[str] = searched_by(texts_of_row)

    plan: Mapped[Plan] = relationship(back_populates="rows")
    board: Mapped["Board | None"] = relationship()
    replaces: Mapped["PlanRow | None"] = relationship(remote_side="PlanRow.id")
    tasks: Mapped[list["Task"]] = relationship(back_populates="row", order_by="Task.occurrence")


keep_searched(
    PlanRow, texts_of_row,
    ("number", "title", "board_text", "cooperating", "section", "submit_text", "execute_text", "extras"),
)  # fmt: skip


class Target(Base):
    """A figure that the programme promises (chỉ tiêu): the document's own sentence and its measures."""

    __tablename__ = "target"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    position: Mapped[int]
    number: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    measures: Mapped[list[Any]] = mapped_column(default=list)
    level: Mapped[str] = mapped_column(default="")
    due: Mapped[str] = mapped_column(default="")

    plan: Mapped[Plan] = relationship(back_populates="targets")
