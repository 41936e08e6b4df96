"""Kept bytes: found while right, made anew when stale, the same for ever while nothing changed."""

import hashlib
from dataclasses import replace

import pytest
from office import TODAY, Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, undefer

import feeds
from planner.clock import now
from planner.feed_choices import Choices
from planner.models import Feed, Membership, Organisation, PublishedFeed


def bytes_of(session: Session, office: Office, key: str, language: str = "vi") -> PublishedFeed:
    """The kept row, with its bytes; made anew when it is stale."""
    order = feeds.Order(office.organisation, key, language=language)
    if feeds.kept(session, order) is None:
        feeds.keep(session, feeds.make(session, order))
    return session.scalars(
        select(PublishedFeed)
        .where(PublishedFeed.key == key, PublishedFeed.language == language)
        .options(undefer(PublishedFeed.content), undefer(PublishedFeed.gzip_content))
        .execution_options(populate_existing=True)
    ).one()


def kept(session: Session, office: Office, key: str) -> feeds.Published | None:
    return feeds.kept(session, feeds.Order(office.organisation, key))


def test_a_fetch_keeps_what_it_made_and_the_next_one_finds_it(office: Office, session: Session) -> None:
    assert kept(session, office, "all") is None
    first = bytes_of(session, office, "all")
    session.commit()
    assert first.content == feeds.build(session, office.organisation, "all")
    assert first.etag == hashlib.sha256(first.content).hexdigest()
    again = kept(session, office, "all")
    assert again is not None
    assert (again.id, again.etag, again.modified_at) == (first.id, first.etag, first.modified_at)


def test_a_fetch_after_a_move_shows_the_move(office: Office, session: Session) -> None:
    before = bytes_of(session, office, "all").etag
    office.task("2").begin_executing(office.actor("head"), TODAY)
    session.flush()
    assert kept(session, office, "all") is None
    after = bytes_of(session, office, "all")
    assert after.etag != before
    assert "Đang thực hiện" in after.content.decode().replace("\r\n ", "")


def test_another_boards_change_leaves_bytes_and_day_as_they_were(
    office: Office, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = f"board:{office.boards['tctg'].id}"
    first = bytes_of(session, office, key)
    content, etag, modified_at = first.content, first.etag, first.modified_at
    monkeypatch.setenv("BANGVIEC_TODAY", "2030-01-01")
    office.task("2").begin_executing(office.actor("head"), TODAY)
    session.flush()
    again = bytes_of(session, office, key)
    assert (again.content, again.etag, again.modified_at) == (content, etag, modified_at)
    assert again.revision == office.organisation.revision


def test_a_new_name_or_a_new_address_makes_kept_bytes_stale(
    office: Office, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = f"board:{office.boards['pt'].id}"
    bytes_of(session, office, key)
    office.boards["pt"].name = "Ban Phong trào - Dân tộc"
    session.flush()
    assert kept(session, office, key) is None
    bytes_of(session, office, key)
    monkeypatch.setenv("BANGVIEC_BASE_URL", "https://bangviec.mau.invalid")
    assert kept(session, office, key) is None
    assert b"https://bangviec.mau.invalid/tasks/" in bytes_of(session, office, key).content


def test_who_stops_heading_a_board_stops_seeing_it_at_the_next_fetch(office: Office, session: Session) -> None:
    head = office.people["head"]
    key = f"person:{head.id}"
    assert b"BEGIN:VEVENT" in bytes_of(session, office, key).content
    membership = session.scalars(select(Membership).where(Membership.person_id == head.id)).one()
    membership.role = "viewer"
    session.flush()
    assert b"BEGIN:VEVENT" not in bytes_of(session, office, key).content


def publish(session: Session, office: Office) -> int:
    return len([feeds.keep(session, made) for made in list(feeds.make_stale(session, office.organisation, TODAY))])


def test_publishing_makes_what_is_stale_and_nothing_twice(office: Office, session: Session) -> None:
    person = office.people["secretariat"]
    feed, _secret = Feed.make(person, office.organisation, "person", "Việc của tôi", now())
    session.add(feed)
    session.flush()
    assert publish(session, office) == 5  # everything, three boards, one subscriber
    assert publish(session, office) == 0
    keys = set(session.scalars(select(PublishedFeed.key)))
    assert keys == {"all", *(f"board:{b.id}" for b in office.boards.values()), f"person:{person.id}"}
    for key in keys:
        assert kept(session, office, key) is not None
        assert bytes_of(session, office, key).content == feeds.build(session, office.organisation, key)


def test_what_nobody_subscribes_to_any_more_is_forgotten(office: Office, session: Session) -> None:
    feed, _secret = Feed.make(office.people["leader"], office.organisation, "all", "x", now(), None, Choices("submit"))
    session.add(feed)
    session.flush()
    publish(session, office)
    assert feeds.forget_others(session, office.organisation, TODAY) == 0
    assert "all;submit" in set(session.scalars(select(PublishedFeed.key)))
    feed.revoke(now())
    session.flush()
    assert feeds.forget_others(session, office.organisation, TODAY) == 1
    assert "all;submit" not in set(session.scalars(select(PublishedFeed.key)))


def test_one_gone_subscriber_does_not_stop_the_others(office: Office, session: Session) -> None:
    for key, scope in (("member", "person"), ("leader", "tree"), ("viewer", "days")):
        feed, _secret = Feed.make(office.people[key], office.organisation, scope, "x", now())
        session.add(feed)
    office.people["member"].memberships = []
    session.flush()
    keys = {made.key for made in feeds.make_stale(session, office.organisation, TODAY)}
    leader = office.people["leader"].id
    assert keys == {"all", "days", f"tree:{leader}", *(f"board:{b.id}" for b in office.boards.values())}


def test_what_was_made_of_an_older_revision_never_wins(office: Office, session: Session) -> None:
    old = feeds.make(session, feeds.Order(office.organisation))
    office.task("2").begin_executing(office.actor("head"), TODAY)
    session.flush()
    newer = bytes_of(session, office, "all").etag
    assert feeds.keep(session, old).etag == newer
    assert feeds.keep(session, replace(old, revision=old.revision + 5)).revision == old.revision + 5


def test_another_language_is_kept_apart(office: Office, session: Session) -> None:
    bytes_of(session, office, "all")
    english = bytes_of(session, office, "all", "en")
    assert (english.key, english.language) == ("all", "en")
    assert kept(session, office, "all") is not None


def test_every_scope_is_kept_and_found_on_postgresql_too(postgres: Engine) -> None:
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        leader, board = office.people["leader"], office.boards["tctg"]
        office.task("2").cooperate_with(board, office.actor("secretariat"), TODAY)
        made = [
            Feed.make(leader, office.organisation, scope, "x", now(), of)
            for scope, of in (("all", None), ("person", None), ("tree", None), ("days", None), ("cooperating", board))
        ]
        session.add_all([feed for feed, _secret in made])
        session.commit()
        assert publish(session, office) == 8  # and each board's
        first = bytes_of(session, office, "all").etag
        office.task("2").begin_executing(office.actor("head"), TODAY)
        session.commit()
        assert bytes_of(session, office, "all").etag != first
        session.commit()
    with postgres.connect() as connection:
        found = [feeds.find(connection, secret, TODAY) for _feed, secret in made]
        assert [one is not None and one.published is not None for one in found] == [True, False, False, False, False]
        known = found[0].published if found[0] else None
        assert known is not None
        assert len(feeds.load(connection, known) or b"") == known.size
    with Session(postgres) as session:
        publish(session, replace(office, organisation=session.get_one(Organisation, office.organisation.id)))
        session.commit()
    with postgres.connect() as connection:
        again = [feeds.find(connection, secret, TODAY) for _feed, secret in made]
        assert [one is not None and one.published is not None for one in again] == [True] * 5
