"""Kept bytes: found while right, made anew when stale, the same for ever while nothing changed."""

import hashlib
from dataclasses import replace

import pytest
from office import TODAY, Office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

import feeds
from planner.base import Base
from planner.clock import now
from planner.models import Feed, Membership, PublishedFeed


def test_a_fetch_keeps_what_it_made_and_the_next_one_finds_it(office: Office, session: Session) -> None:
    assert feeds.kept(session, office.organisation, "all") is None
    first = feeds.feed_bytes(session, office.organisation, "all")
    session.commit()
    assert first.content == feeds.build(session, office.organisation, "all")
    assert first.etag == hashlib.sha256(first.content).hexdigest()
    again = feeds.kept(session, office.organisation, "all")
    assert again is not None
    assert (again.id, again.etag, again.modified_at) == (first.id, first.etag, first.modified_at)


def test_a_fetch_after_a_move_shows_the_move(office: Office, session: Session) -> None:
    before = feeds.feed_bytes(session, office.organisation, "all").etag
    office.task("2").begin_executing(office.actor("head"), TODAY)
    session.flush()
    assert feeds.kept(session, office.organisation, "all") is None
    after = feeds.feed_bytes(session, office.organisation, "all")
    assert after.etag != before
    assert "Đang thực hiện" in after.content.decode().replace("\r\n ", "")


def test_another_boards_change_leaves_bytes_and_day_as_they_were(
    office: Office, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = f"board:{office.boards['tctg'].id}"
    first = feeds.feed_bytes(session, office.organisation, key)
    content, etag, modified_at = first.content, first.etag, first.modified_at
    monkeypatch.setenv("BANGVIEC_TODAY", "2030-01-01")
    office.task("2").begin_executing(office.actor("head"), TODAY)
    session.flush()
    again = feeds.feed_bytes(session, office.organisation, key)
    assert (again.content, again.etag, again.modified_at) == (content, etag, modified_at)
    assert again.revision == office.organisation.revision


def test_a_new_name_or_a_new_address_makes_kept_bytes_stale(
    office: Office, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = f"board:{office.boards['pt'].id}"
    feeds.feed_bytes(session, office.organisation, key)
    office.boards["pt"].name = "Ban Phong trào - Dân tộc"
    session.flush()
    assert feeds.kept(session, office.organisation, key) is None
    feeds.feed_bytes(session, office.organisation, key)
    monkeypatch.setenv("BANGVIEC_BASE_URL", "https://bangviec.mau.invalid")
    assert feeds.kept(session, office.organisation, key) is None
    assert b"https://bangviec.mau.invalid/tasks/" in feeds.feed_bytes(session, office.organisation, key).content


def test_who_stops_heading_a_board_stops_seeing_it_at_the_next_fetch(office: Office, session: Session) -> None:
    head = office.people["head"]
    key = f"person:{head.id}"
    assert b"BEGIN:VEVENT" in feeds.feed_bytes(session, office.organisation, key).content
    membership = session.scalars(select(Membership).where(Membership.person_id == head.id)).one()
    membership.role = "viewer"
    session.flush()
    assert b"BEGIN:VEVENT" not in feeds.feed_bytes(session, office.organisation, key).content


def test_publishing_makes_what_is_stale_and_nothing_twice(office: Office, session: Session) -> None:
    person = office.people["secretariat"]
    feed, _secret = Feed.make(person, office.organisation, "person", "Việc của tôi", now())
    session.add(feed)
    session.flush()
    assert feeds.publish(session, office.organisation) == 5  # everything, three boards, one subscriber
    assert feeds.publish(session, office.organisation) == 0
    keys = set(session.scalars(select(PublishedFeed.scope_key)))
    assert keys == {"all", *(f"board:{b.id}" for b in office.boards.values()), f"person:{person.id}"}
    for key in keys:
        kept = feeds.kept(session, office.organisation, key)
        assert kept is not None
        assert kept.content == feeds.build(session, office.organisation, key)


def test_what_was_made_of_an_older_revision_never_wins(office: Office, session: Session) -> None:
    old = feeds.make(session, office.organisation, "all")
    office.task("2").begin_executing(office.actor("head"), TODAY)
    session.flush()
    newer = feeds.feed_bytes(session, office.organisation, "all").etag
    assert feeds.keep(session, old).etag == newer
    assert feeds.keep(session, replace(old, revision=old.revision + 5)).revision == old.revision + 5


def test_another_language_is_kept_apart(office: Office, session: Session) -> None:
    feeds.feed_bytes(session, office.organisation, "all")
    english = feeds.feed_bytes(session, office.organisation, "all", "en")
    assert english.scope_key == "all/en"
    assert feeds.kept(session, office.organisation, "all") is not None


def test_keeping_works_on_postgresql_too(postgres: Engine) -> None:
    from office import make_office

    Base.metadata.create_all(postgres)
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        session.commit()
        first = feeds.feed_bytes(session, office.organisation, "all").etag
        office.task("2").begin_executing(office.actor("head"), TODAY)
        session.commit()
        assert feeds.feed_bytes(session, office.organisation, "all").etag != first
        session.commit()
