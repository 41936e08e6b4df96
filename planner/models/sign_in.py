"""Sign-ins: one row for each browser that somebody is signed in with, until it ends; then a while as a record."""

import hmac
import secrets
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from planner.base import Base
from planner.models.person import Person, digest
from planner.text import line

BROWSER_LENGTH = 300
SEEN_EVERY = timedelta(minutes=5)  # how exact "last seen" is: a write at every request would cost more than it tells


class SignIn(Base):
    """One browser in which a person is signed in. Of its secret, which the cookie holds, only the SHA-256 is kept."""

    __tablename__ = "sign_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    secret_sha256: Mapped[str]
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]
    address: Mapped[str] = mapped_column(default="")
    browser: Mapped[str] = mapped_column(default="")

    person: Mapped[Person] = relationship(back_populates="sign_ins")

    @classmethod
    def start(cls, person: Person, now: datetime, address: str = "", browser: str = "") -> tuple["SignIn", str]:
        """A new sign-in and its secret, which only the cookie holds."""
        secret = secrets.token_urlsafe(32)
        made = cls(
            person=person, secret_sha256=digest(secret), started_at=now, seen_at=now,
            address=line(address), browser=line(browser)[:BROWSER_LENGTH],
        )  # fmt: skip
        return made, secret

    def has_secret(self, secret: str) -> bool:
        return hmac.compare_digest(digest(secret), self.secret_sha256)

    def is_open(self, now: datetime, idle: timedelta, longest: timedelta) -> bool:
        """Whether it still holds: not ended, not too long unused, not too old."""
        return self.ended_at is None and now - self.seen_at < idle and now - self.started_at < longest

    def is_to_be_seen(self, now: datetime) -> bool:
        """Whether it is time again to note that it was used."""
        return now - self.seen_at >= SEEN_EVERY

    def end(self, now: datetime) -> None:
        self.ended_at = self.ended_at or now
