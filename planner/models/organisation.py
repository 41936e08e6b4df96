"""Organisations form a tree; boards are the responsible sections of one."""

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from planner.base import Base
from planner.occasions import Term
from planner.text import line, name_key

if TYPE_CHECKING:
    from planner.models.reporting import ReportDate


class Organisation(Base):
    """A committee. Everything belongs to one; `revision` grows with every change: what is kept can be told stale.

    `arrangement` grows when only the look of cards changed: pages change then, feeds do not.
    `superior`, `body`, `symbol`, `place` and `signer` word its letters (Decree 30/2020/NĐ-CP, appendix I).
    `form` (front, party, state) says how its papers are formed, `wording` holds what it words in its own way instead.
    `term_first` and `term_last` are the years of its term of office; unset, those between two congresses of the Front.
    `month_ends_on` is the last day of its months (24: May is 25 April to 24 May); 0 is the calendar's.
    `key` tells it from every other office for ever, whatever its name and address: calendar programs know events by it.
    """

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[str] = mapped_column(unique=True)
    superior: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="BAN THƯỜNG TRỰC")
    symbol: Mapped[str] = mapped_column(default="MTTQ-BTT")
    place: Mapped[str] = mapped_column(default="")
    signer: Mapped[str] = mapped_column(default="CHỦ TỊCH")
    form: Mapped[str] = mapped_column(default="front")
    wording: Mapped[dict[str, Any]] = mapped_column(default=dict)
    term_first: Mapped[int | None]
    term_last: Mapped[int | None]
    month_ends_on: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int] = mapped_column(default=0)
    arrangement: Mapped[int] = mapped_column(default=0)
    key: Mapped[str] = mapped_column(unique=True, default=lambda: uuid4().hex)

    boards: Mapped[list["Board"]] = relationship(back_populates="organisation", order_by="Board.position, Board.id")
    report_dates: Mapped[list["ReportDate"]] = relationship(
        order_by="ReportDate.kind, ReportDate.nth", cascade="all, delete-orphan"
    )

    @property
    def term(self) -> Term | None:
        """Its own term of office, if it has said one."""
        return Term(self.term_first, self.term_last) if self.term_first and self.term_last else None

    def board_named(self, name: str) -> "Board | None":
        """The board that has this name or alias, in any of its spellings."""
        key = name_key(name)
        return next((board for board in self.boards if key in board.keys), None)

    def add_board(self, name: str) -> "Board":
        """A new board at the end of the list."""
        board = Board(name=line(name), aliases=[], position=len(self.boards))
        self.boards.append(board)  # the other way round it would not join the session
        return board


class Board(Base):
    """The responsible section (ban, bộ phận tham mưu); documents spell one board in several ways, so it has aliases."""

    __tablename__ = "board"
    __table_args__ = (UniqueConstraint("organisation_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[str]
    aliases: Mapped[list[str]] = mapped_column(default=list)
    position: Mapped[int] = mapped_column(default=0)

    organisation: Mapped[Organisation] = relationship(back_populates="boards")

    @property
    def keys(self) -> set[str]:
        return {name_key(name) for name in (self.name, *self.aliases)}

    def add_alias(self, name: str) -> None:
        """Remembers another spelling of this board."""
        if name_key(name) not in self.keys:
            self.aliases = [*self.aliases, line(name)]

    def drop_alias(self, name: str) -> None:
        """Forgets a spelling; the name itself stays."""
        self.aliases = [alias for alias in self.aliases if name_key(alias) != name_key(name)]


def the_organisation(session: Session, name: str | None = None) -> Organisation | None:
    """The organisation of that name, or without a name the first one."""
    query = select(Organisation).order_by(Organisation.id)
    if name:
        found = session.scalars(query).all()
        return next((o for o in found if name_key(o.name) == name_key(name)), None)
    return session.scalars(query.limit(1)).first()
