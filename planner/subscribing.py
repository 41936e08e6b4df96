"""Verbs on calendar feeds: making one, with its address, and closing it for good."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import NotAllowed
from planner.feed_choices import Choices
from planner.language import N_
from planner.models import Board, Feed, Organisation, Person
from planner.models.change import record

NOT_YOURS = N_("Chỉ người tạo hoặc quản trị viên được thu hồi địa chỉ lịch này.")


def make_feed(
    session: Session, person: Person, organisation: Organisation, scope: str, name: str, today: date, now: datetime,
    board: Board | None = None, choices: Choices | None = None,
) -> tuple[Feed, str]:  # fmt: skip
    """A feed of one's own and its secret, which is shown once."""
    feed, secret = Feed.make(person, organisation, scope, name, now, board, choices)
    session.add(feed)
    record(organisation, person.actor(), "make_feed", today, after={"person": person.name, "feed": feed.name})
    return feed, secret


def revoke_feed(feed: Feed, by: Actor, today: date, now: datetime) -> None:
    """The address answers no more; said again it changes nothing. For who made it, and administrators."""
    if feed.person_id != by.person_id and not by.has("admin", feed.organisation_id):
        raise NotAllowed(NOT_YOURS)
    if feed.revoked_at is None:
        feed.revoke(now)
        facts = {"person": feed.person.name, "feed": feed.name}
        record(feed.organisation, by, "revoke_feed", today, before=facts)
