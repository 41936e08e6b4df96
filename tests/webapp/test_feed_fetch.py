"""A calendar address over HTTP: validators, packing, who may still see it, what is written and what is not logged."""

import gzip
import logging
from collections.abc import Callable

import pytest
from databases import engine_of, heard
from flask import Flask
from flask.testing import FlaskClient
from office import TODAY, Office
from sqlalchemy import update
from werkzeug.http import http_date, parse_date

from planner import clock
from planner.feed_choices import Choices
from planner.models import Feed, PublishedFeed
from webapp.extensions import db

Client = Callable[[str], FlaskClient]
Subscribe = Callable[..., str]


@pytest.mark.parametrize(
    ("sent", "status"),
    [("{tag}", 304), ("W/{tag}", 304), ('"another", {tag}', 304), ("*", 304), ('"another"', 200), ("", 200),
     ('"{raw}-gzip"', 200)],
)  # fmt: skip
def test_if_none_match(anonymous: FlaskClient, subscribe: Subscribe, sent: str, status: int) -> None:
    address = subscribe("head")
    tag = anonymous.get(address).headers["ETag"]
    sent = sent.replace("{tag}", tag).replace("{raw}", tag.strip('"'))
    # The day says that nothing changed; where there is a tag, the tag decides (RFC 9110, section 13.1.3).
    headers = {"If-None-Match": sent} | ({"If-Modified-Since": http_date(clock.now())} if sent else {})
    answer = anonymous.get(address, headers=headers)
    assert answer.status_code == status
    assert (answer.data == b"") == (status == 304)


def test_a_304_carries_what_rfc_9110_asks_of_it(anonymous: FlaskClient, subscribe: Subscribe) -> None:
    address = subscribe("head")
    whole = anonymous.get(address)
    short = anonymous.get(address, headers={"If-None-Match": whole.headers["ETag"]})
    for name in ("ETag", "Cache-Control", "X-Content-Type-Options"):
        assert short.headers[name] == whole.headers[name]
    assert "Accept-Encoding" in short.headers["Vary"]
    assert "Content-Type" not in short.headers
    assert not whole.headers["ETag"].startswith("W/")


def test_if_modified_since(anonymous: FlaskClient, subscribe: Subscribe) -> None:
    address = subscribe("head")
    day = anonymous.get(address).headers["Last-Modified"]
    earlier = http_date(parse_date(day).timestamp() - 1)  # type: ignore[union-attr]
    statuses = [anonymous.get(address, headers={"If-Modified-Since": d}).status_code for d in (day, earlier, "gestern")]
    assert statuses == [304, 200, 200]


def test_other_bytes_never_carry_the_same_day(anonymous: FlaskClient, subscribe: Subscribe, office: Office) -> None:
    address = subscribe("head")
    first = anonymous.get(address)
    office.task("2").begin_executing(office.actor("head"), TODAY)  # within the same second, most likely
    office.session.commit()
    again = anonymous.get(address, headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert again.status_code == 200
    assert again.data != first.data


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [("gzip", True), ("gzip, deflate, br", True), ("x-gzip", True), ("*", True), ("gzip;q=0.5", True),
     ("gzip;q=0", False), ("identity", False), ("", False), ("br", False), ("gzip;q=0.4, identity;q=0.8", False),
     ("identity;q=0.4, gzip;q=0.8", True), ("*;q=0", False), ("gzip;q=0, *", False)],
)  # fmt: skip
def test_packed_for_who_wants_it(anonymous: FlaskClient, subscribe: Subscribe, accepted: str, packed: bool) -> None:
    address = subscribe("head")
    plain = anonymous.get(address)
    for _ in range(2):  # as made and as kept
        answer = anonymous.get(address, headers={"Accept-Encoding": accepted})
        assert answer.headers.get("Content-Encoding") == ("gzip" if packed else None)
        assert (gzip.decompress(answer.data) if packed else answer.data) == plain.data
        assert int(answer.headers["Content-Length"]) == len(answer.data)
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert (answer.headers["ETag"] == plain.headers["ETag"]) != packed
        tag = {"If-None-Match": answer.headers["ETag"], "Accept-Encoding": accepted}
        assert anonymous.get(address, headers=tag).status_code == 304


def test_head_says_all_and_sends_nothing(anonymous: FlaskClient, subscribe: Subscribe) -> None:
    address = subscribe("head")
    for headers in ({}, {"Accept-Encoding": "gzip"}):
        for _ in range(2):
            head, whole = anonymous.head(address, headers=headers), anonymous.get(address, headers=headers)
            assert (head.status_code, head.data) == (200, b"")
            for name in ("Content-Length", "Content-Type", "Content-Disposition", "ETag", "Last-Modified"):
                assert head.headers[name] == whole.headers[name]
    assert whole.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert whole.headers["Content-Disposition"] == 'inline; filename="bang-viec.ics"'


def queries(app: Flask, work: Callable[[], object]) -> list[str]:
    with heard(engine_of(app)) as said:
        work()
    return said


def test_who_has_the_bytes_costs_one_query_and_none_of_the_bytes(
    app: Flask, anonymous: FlaskClient, subscribe: Subscribe
) -> None:
    address = subscribe("head", "person", choices=Choices(form="todos"))
    tag = anonymous.get(address).headers["ETag"]
    with app.app_context():
        said = queries(app, lambda: anonymous.get(address, headers={"If-None-Match": tag}))
        assert len(said) == 1
        assert "content" not in said[0].partition("FROM")[0]
        assert len(queries(app, lambda: anonymous.get(address))) == 2


@pytest.mark.parametrize(("scope", "count"), [("days", 1), ("tree", 3)])
def test_days_and_organisations_below_are_answered_before_the_application_too(
    app: Flask, anonymous: FlaskClient, subscribe: Subscribe, office: Office, scope: str, count: int
) -> None:
    neighbour = office.people["outsider"].memberships[0].organisation
    neighbour.parent_id = office.organisation.id
    office.people["leader"].give_role("viewer", neighbour)
    address = subscribe("leader", scope)
    tag = {"If-None-Match": anonymous.get(address).headers["ETag"]}
    with app.app_context():
        assert len(queries(app, lambda: anonymous.get(address, headers=tag))) == count
        neighbour.revision += 1
        office.organisation.term_first, office.organisation.term_last = 2025, 2026
        office.session.commit()
        said = queries(app, lambda: anonymous.get(address, headers=tag))
    assert len(said) > count  # the revision below, or the term, made it stale


@pytest.mark.parametrize("scope", ["all", "person", "tree", "days"])
def test_every_scope_is_answered_and_byte_equal(anonymous: FlaskClient, subscribe: Subscribe, scope: str) -> None:
    address = subscribe("leader", scope)
    first, again = anonymous.get(address), anonymous.get(address)
    assert (first.status_code, first.data[:15]) == (200, b"BEGIN:VCALENDAR")
    assert (again.data, again.headers["ETag"]) == (first.data, first.headers["ETag"])
    assert anonymous.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_the_last_fetch_is_written_once_an_hour(app: Flask, anonymous: FlaskClient, subscribe: Subscribe) -> None:
    address = subscribe("head")
    with app.app_context():
        first = queries(app, lambda: anonymous.get(address))
        again = queries(app, lambda: [anonymous.get(address) for _ in range(3)])
    assert [s for s in first if s.startswith("UPDATE feed")]
    assert not [s for s in again if not s.startswith("SELECT")]


def test_nothing_logged_or_shown_holds_the_secret(
    app: Flask, anonymous: FlaskClient, subscribe: Subscribe, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    address = subscribe("head")
    caplog.set_level(logging.DEBUG)
    pages = [anonymous.get(address), anonymous.get(address), anonymous.head(address)]
    with app.app_context(), db.engine.begin() as connection:  # what is kept is broken: the making of an answer fails
        connection.execute(update(Feed).values(alarms="x"))
    pages.append(anonymous.get(address))
    assert pages[-1].status_code == 500
    office.session.execute(update(Feed).values(alarms="7,1", revoked_at=clock.now()))
    office.session.commit()
    pages.append(anonymous.get(address))
    assert pages[-1].status_code == 404
    secret = address[len("/calendar/") : -len(".ics")]
    assert secret not in caplog.text
    assert not [page for page in pages if secret in page.text or secret in str(page.headers)]


def test_what_is_kept_but_was_replaced_meanwhile_is_made_again(
    anonymous: FlaskClient, subscribe: Subscribe, office: Office
) -> None:
    address = subscribe("head")
    first = anonymous.get(address)
    office.session.execute(update(PublishedFeed).values(etag="x", content=b"x", gzip_content=b"x", revision=-1))
    office.session.commit()
    assert anonymous.get(address).data == first.data
