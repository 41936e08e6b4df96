"""Calendar feeds: the secret addresses that people subscribe to, and the published bytes of each scope."""

import secrets
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from planner.base import Base
from planner.models.organisation import Board, Organisation
from planner.models.person import Person, digest

SCOPES = ("all", "board", "person")


class Feed(Base):
    """A subscription of one person: a secret address (only its SHA-256 is kept) onto everything, a board or their work.

    It shows what the person may see at that fetch; revoked, or with its person disabled, it is gone.
    """

    __tablename__ = "feed"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    scope: Mapped[str]
    board_id: Mapped[int | None] = mapped_column(ForeignKey("board.id"))
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
    ) -> tuple["Feed", str]:
        """A new feed and its secret of 256 bits, which is shown once."""
        secret = secrets.token_urlsafe(32)
        feed = cls(
            person=person, organisation=organisation, scope=scope, board=board, name=name, created_at=now,
            secret_sha256=digest(secret),
        )  # fmt: skip
        return feed, secret

    def revoke(self, now: datetime) -> None:
        self.revoked_at = now

    @property
    def is_open(self) -> bool:
        member = any(m.organisation_id == self.organisation_id for m in self.person.memberships)
        return self.revoked_at is None and self.person.is_enabled and member

    @property
    def scope_key(self) -> str:
        """What its content depends on: `all`, `board:7` or `person:3`."""
        which = {"all": "", "board": f":{self.board_id}", "person": f":{self.person_id}"}
        return self.scope + which[self.scope]


class PublishedFeed(Base):
    """The kept bytes of one scope, made for a revision of the organisation."""

    __tablename__ = "published_feed"
    __table_args__ = (UniqueConstraint("organisation_id", "scope_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    scope_key: Mapped[str]
    revision: Mapped[int]
    etag: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    modified_at: Mapped[datetime]


def feed_by_secret(session: Session, secret: str) -> Feed | None:
    """The open feed at this secret address, or None."""
    feed = session.scalars(select(Feed).where(Feed.secret_sha256 == digest(secret))).first()
    return feed if feed and feed.is_open else None
