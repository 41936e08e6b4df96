"""Feeds: their address is shown once, answers calendar programs, and is gone when it is revoked."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import TODAY, Office
from sqlalchemy import select

from planner.models import Feed
from webapp.extensions import limiter

Client = Callable[[str], FlaskClient]
ADDRESS = re.compile(r"/calendar/[\w-]{43}\.ics")


def make(client: FlaskClient, scope: str = "all", name: str = "") -> str:
    """Makes a feed and gives the path of its secret address."""
    answer = client.post("/feeds", data={"scope": scope, "name": name})
    assert answer.status_code == 201
    found = ADDRESS.search(answer.text)
    assert found
    return found.group()


def feeds(office: Office) -> list[Feed]:
    office.session.rollback()
    office.session.expire_all()
    return list(office.session.scalars(select(Feed).order_by(Feed.id)))


@pytest.mark.parametrize("who", ["head", "member", "secretariat", "leader", "viewer", "admin"])
def test_everybody_makes_feeds_of_their_own(as_: Client, office: Office, who: str) -> None:
    make(as_(who), name="Điện thoại")
    assert [(f.name, f.person_id) for f in feeds(office)] == [("Điện thoại", office.people[who].id)]


def test_the_address_is_shown_once_and_kept_only_as_its_hash(as_: Client, office: Office) -> None:
    client = as_("head")
    secret = make(client)[len("/calendar/") : -len(".ics")]
    assert secret not in client.get("/feeds").text
    assert secret not in repr([vars(feed) for feed in feeds(office)])


def test_the_page_that_shows_it_is_not_kept_by_the_browser(as_: Client) -> None:
    answer = as_("head").post("/feeds", data={"scope": "all"})
    assert answer.headers["Cache-Control"] == "no-store"
    assert "webcal://" in answer.text


@pytest.mark.parametrize(
    ("scope", "inside", "outside"),
    [("all", "Báo cáo sơ kết", "-"), ("board:dcpl", "Hội nghị tiếp xúc cử tri", "Báo cáo sơ kết"),
     ("person", "Hội nghị tiếp xúc cử tri", "Báo cáo sơ kết")],
)  # fmt: skip
def test_a_feed_holds_its_scope(
    as_: Client, anonymous: FlaskClient, office: Office, scope: str, inside: str, outside: str
) -> None:
    kind, _, board = scope.partition(":")
    answer = anonymous.get(make(as_("head"), f"{kind}:{office.boards[board].id}" if board else kind))
    text = answer.text.replace("\r\n ", "")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert inside in text
    assert outside == "-" or outside not in text


def test_what_did_not_change_is_answered_304(as_: Client, anonymous: FlaskClient) -> None:
    address = make(as_("head"))
    first = anonymous.get(address)
    by_tag = anonymous.get(address, headers={"If-None-Match": first.headers["ETag"]})
    by_day = anonymous.get(address, headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert (by_tag.status_code, by_day.status_code, by_tag.data) == (304, 304, b"")
    assert anonymous.get(address).data == first.data


def test_head_tells_the_length_and_sends_nothing(as_: Client, anonymous: FlaskClient) -> None:
    address = make(as_("head"))
    answer = anonymous.head(address)
    assert (answer.status_code, answer.data) == (200, b"")
    assert int(answer.headers["Content-Length"]) == len(anonymous.get(address).data)


def test_a_fetch_after_a_move_shows_the_move(as_: Client, anonymous: FlaskClient, office: Office) -> None:
    address = make(as_("head"))
    before = anonymous.get(address)
    task = office.task("1")
    data = {"kind": "submit", "month": "2026-08", "board": task.board_id, "version": task.version,
            "state": task.state, "reason": "Chờ hướng dẫn"}  # fmt: skip
    assert as_("secretariat").post(f"/tasks/{task.id}/months", data=data).status_code == 303
    after = anonymous.get(address, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert ("DTSTART;VALUE=DATE:20260828" in before.text, "DTSTART;VALUE=DATE:20260828" in after.text) == (False, True)


def test_a_revoked_address_is_gone_at_the_next_fetch(as_: Client, anonymous: FlaskClient, office: Office) -> None:
    client = as_("head")
    address = make(client)
    assert client.post(f"/feeds/{feeds(office)[0].id}/revocation").status_code == 303
    assert anonymous.get(address).status_code == 404
    assert "Chưa có địa chỉ lịch nào." in client.get("/feeds").text


def test_a_disabled_person_s_feeds_are_gone(as_: Client, anonymous: FlaskClient, office: Office) -> None:
    address = make(as_("head"))
    as_("admin").post(f"/admin/people/{office.people['head'].id}/disabling")
    assert anonymous.get(address).status_code == 404


def test_an_unknown_address_is_not_there_and_guessing_is_slowed(app: Flask, anonymous: FlaskClient) -> None:
    answers = [anonymous.get(f"/calendar/{'x' * 42}{n:x}.ics").status_code for n in range(16)]
    answers += [anonymous.get(f"/calendar/{'y' * 42}{n:x}.ics").status_code for n in range(16)]
    assert (set(answers[:20]), answers[-1]) == ({404}, 429)
    with app.app_context():
        limiter.reset()


def test_who_fetched_is_noted_once_an_hour(
    as_: Client, anonymous: FlaskClient, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = make(as_("head"))
    anonymous.get(address, headers={"User-Agent": "Thunderbird/140"})
    anonymous.get(address, headers={"User-Agent": "khal/0.11"})
    assert feeds(office)[0].fetched_by == "Thunderbird/140"
    monkeypatch.setenv("BANGVIEC_TODAY", (TODAY + timedelta(days=1)).isoformat())
    anonymous.get(address, headers={"User-Agent": "khal/0.11"})
    assert feeds(office)[0].fetched_by == "khal/0.11"
    assert "khal/0.11" in as_("head").get("/feeds").text


def test_others_do_not_see_or_revoke_it_but_an_administrator_does(as_: Client, office: Office) -> None:
    make(as_("head"), name="Máy của trưởng ban")
    number = feeds(office)[0].id
    assert "Máy của trưởng ban" not in as_("viewer").get("/feeds").text
    assert as_("viewer").post(f"/feeds/{number}/revocation").status_code == 403
    assert as_("outsider").post(f"/feeds/{number}/revocation").status_code == 404
    assert feeds(office)[0].revoked_at is None
    assert "Máy của trưởng ban" in as_("admin").get("/feeds").text
    assert as_("admin").post(f"/feeds/{number}/revocation").status_code == 303


@pytest.mark.parametrize(("scope", "status"), [("board:999", 404), ("board:", 404), ("everything", 422), ("", 422)])
def test_a_scope_that_is_not_there_is_refused(as_: Client, office: Office, scope: str, status: int) -> None:
    assert as_("head").post("/feeds", data={"scope": scope}).status_code == status
    assert feeds(office) == []


def test_the_wrong_verb(as_: Client, anonymous: FlaskClient) -> None:
    assert as_("head").delete("/feeds").status_code == 405
    assert anonymous.post("/calendar/secret.ics").status_code == 405


@pytest.mark.parametrize(
    ("who", "first"), [("head", "person"), ("member", "person"), ("leader", "all"), ("viewer", "all")]
)
def test_the_form_begins_with_what_is_not_empty_for_who_asks(as_: Client, who: str, first: str) -> None:
    page = as_(who).get("/feeds").text
    assert re.findall(r'<option value="(\w+)" selected>', page)[0] == first
    assert "Việc của tôi gồm việc được phân công" in page
