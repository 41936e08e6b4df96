"""People, their roles, and the one-time links by which they set a password."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from planner import passwords
from planner.actor import Actor, Role
from planner.base import Base
from planner.errors import Refusal
from planner.language import LANGUAGES, N_
from planner.models.mail_wishes import MailWishes
from planner.models.organisation import Board, Organisation
from planner.text import line

if TYPE_CHECKING:
    from planner.models.sign_in import SignIn

LINK_DAYS = {"invitation": 7, "reset": 1}


def digest(secret: str) -> str:
    """What is stored of a secret that somebody else holds: its SHA-256."""
    return hashlib.sha256(secret.encode()).hexdigest()


class Person(MailWishes, Base):
    """Somebody who signs in."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    language: Mapped[str] = mapped_column(default="vi")
    password_hash: Mapped[str | None]
    disabled_at: Mapped[datetime | None]
    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="person", cascade="all, delete-orphan", lazy="selectin"
    )

    sign_ins: Mapped[list["SignIn"]] = relationship(back_populates="person", cascade="all, delete-orphan")

    @property
    def is_enabled(self) -> bool:
        return self.disabled_at is None

    def actor(self) -> Actor:
        """This person as somebody who acts, with all roles."""
        roles = tuple(Role(m.role, m.organisation_id, m.board_id) for m in self.memberships)
        return Actor("person", self.name, self.id, roles)

    def set_password(self, password: str, now: datetime, besides: "SignIn | None" = None) -> None:
        """Sets a password after checking it, and ends every sign-in besides the one in which it was changed."""
        names = [membership.organisation.name for membership in self.memberships]
        self.password_hash = passwords.make(password, self.email, self.name, *names)
        self.end_sign_ins(now, besides)

    def end_sign_ins(self, now: datetime, besides: "SignIn | None" = None) -> int:
        """Signs out everywhere, or everywhere else; gives how many sign-ins ended."""
        ending = [one for one in self.sign_ins if one.ended_at is None and one is not besides]
        for one in ending:
            one.end(now)
        return len(ending)

    def choose_language(self, language: str) -> None:
        """The language of the pages, mails and feed that this person gets."""
        if language not in LANGUAGES:
            raise Refusal(N_("Không có ngôn ngữ “%(language)s”."), language=language)
        self.language = language

    def has_password(self, password: str) -> bool:
        return self.is_enabled and passwords.matches(self.password_hash, password)

    def disable(self, at: datetime) -> None:
        self.disabled_at = at
        self.end_sign_ins(at)

    def enable(self) -> None:
        self.disabled_at = None

    def give_role(self, role: str, organisation: Organisation, board: Board | None = None) -> "Membership":
        """A role in an organisation, or on one board."""
        membership = Membership(role=role, organisation=organisation, board=board)
        self.memberships.append(membership)
        return membership


class Membership(Base):
    """One role of one person, in an organisation or on one of its boards."""

    __tablename__ = "membership"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    board_id: Mapped[int | None] = mapped_column(ForeignKey("board.id"), index=True)
    role: Mapped[str]

    person: Mapped[Person] = relationship(back_populates="memberships")
    organisation: Mapped[Organisation] = relationship()
    board: Mapped[Board | None] = relationship()


class Link(Base):
    """A one-time link by mail to set a password: an invitation or a reset. Only the secret's SHA-256 is kept."""

    __tablename__ = "link"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str]
    secret_sha256: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()

    @classmethod
    def make(cls, person: Person, purpose: str, now: datetime) -> tuple["Link", str]:
        """A new link and its secret, which is shown once."""
        secret = secrets.token_urlsafe(32)
        expires = now + timedelta(days=LINK_DAYS[purpose])
        return cls(person=person, purpose=purpose, secret_sha256=digest(secret), expires_at=expires), secret

    def is_open(self, now: datetime) -> bool:
        return self.used_at is None and self.expires_at > now and self.person.is_enabled


def person_by_email(session: Session, email: str) -> Person | None:
    return session.scalars(select(Person).where(Person.email == line(email).lower())).first()


def link_by_secret(session: Session, secret: str, now: datetime) -> Link | None:
    """The open link with this secret, or None."""
    link = session.scalars(select(Link).where(Link.secret_sha256 == digest(secret))).first()
    return link if link and link.is_open(now) else None


def person_ending_mail(session: Session, id: int, which: str, signed: str) -> Person | None:
    """The person for whom an address that ends a list was signed, or None."""
    person = session.scalars(select(Person).where(Person.id == id)).first()
    return person if person and person.has_signed(which, signed) else None
