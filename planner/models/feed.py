"""Calendar feeds: the secret addresses that people subscribe to, and the published bytes of each content."""

import secrets
from collections.abc import Set
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.feed_choices import OF_A_BOARD, Choices, alarms_of, alarms_text
from planner.models.organisation import Board, Organisation
from planner.models.person import Person, digest


class Feed(Base):
    """A subscription of one person: a secret address, of which only the SHA-256 is kept, onto what they chose.

    `key` is the canonical spelling of scope and choices, which never change. A feed `by_board_role` was made for a
    board by somebody whose place is on it: it ends with that place, while roles in the organisation keep it open.
    """

    __tablename__ = "feed"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    scope: Mapped[str]
    board_id: Mapped[int | None] = mapped_column(ForeignKey("board.id"))
    milestones: Mapped[str] = mapped_column(default="both")
    form: Mapped[str] = mapped_column(default="deadlines")
    alarms: Mapped[str] = mapped_column(default="7,1")
    with_done: Mapped[bool] = mapped_column(default=True)
    by_board_role: Mapped[bool] = mapped_column(default=False)
    key: Mapped[str]
    name: Mapped[str]
    secret_sha256: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    fetched_at: Mapped[datetime | None]
    fetched_by: Mapped[str] = mapped_column(default="")

    organisation: Mapped[Organisation] = relationship()
    person: Mapped[Person] = relationship()
    board: Mapped[Board | None] = relationship()

    @classmethod
    def make(
        cls,
        person: Person,
        organisation: Organisation,
        scope: str,
        name: str,
        now: datetime,
        board: Board | None = None,
        choices: Choices | None = None,
    ) -> tuple["Feed", str]:
        """A new feed and its secret of 256 bits, which is shown once. Person and board have their ids already."""
        secret, choices = secrets.token_urlsafe(32), choices or Choices()
        feed = cls(
            person=person, organisation=organisation, scope=scope, board=board, name=name, created_at=now,
            secret_sha256=digest(secret), milestones=choices.milestones, form=choices.form,
            alarms=alarms_text(choices.alarms), with_done=choices.with_done,
            by_board_role=board is not None and _only_on(board, person),
            key=choices.key(scope_key(scope, board.id if board else None, person.id)),
        )  # fmt: skip
        return feed, secret

    def revoke(self, now: datetime) -> None:
        self.revoked_at = now

    @property
    def is_open(self) -> bool:
        """Whether its address still answers."""
        places = {m.board_id for m in self.person.memberships if m.organisation_id == self.organisation_id}
        allowed = sees(places, self.board_id if self.by_board_role else None)
        return self.revoked_at is None and self.person.is_enabled and allowed

    @property
    def choices(self) -> Choices:
        return Choices(self.milestones, self.form, alarms_of(self.alarms), self.with_done)


def scope_key(scope: str, board_id: int | None, person_id: int) -> str:
    """What decides on the tasks: `all`, `days`, `board:7`, `cooperating:7`, `person:3`, `tree:3`."""
    which = {"person": person_id, "tree": person_id} | dict.fromkeys(OF_A_BOARD, board_id)
    return f"{scope}:{which[scope]}" if scope in which else scope


def sees(places: Set[int | None], board_id: int | None) -> bool:
    """Whether somebody placed on these boards (None: in the organisation as a whole) still sees a feed.

    With a board, it is one that somebody made by a place there, and it ends with that place.
    """
    return bool(places if board_id is None else places & {None, board_id})


def _only_on(board: Board, person: Person) -> bool:
    """Whether it is a place on this board, and no role in the organisation, by which a person sees it."""
    places = {m.board_id for m in person.memberships if m.organisation_id == board.organisation_id}
    return board.id in places and None not in places


class PublishedFeed(Base):
    """The kept bytes of one content in one language, made for a revision of what it depends on.

    `head` is the SHA-256 of the calendar's own properties: of another name, address or boards, it is stale. The bytes
    are loaded only when they are sent.
    """

    __tablename__ = "published_feed"
    __table_args__ = (UniqueConstraint("organisation_id", "key", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    key: Mapped[str]
    language: Mapped[str]
    revision: Mapped[int]
    head: Mapped[str]
    etag: Mapped[str]
    modified_at: Mapped[datetime]
    size: Mapped[int]
    gzip_size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    gzip_content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
