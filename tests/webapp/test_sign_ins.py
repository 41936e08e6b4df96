"""Sign-ins over the pages: listed, ended one by one or all, by hand, by time, by an administrator."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import Office
from sqlalchemy import select

from planner.models import Change, SignIn

Client = Callable[[str], FlaskClient]
Credentials = Callable[[str], dict[str, str]]
HX = {"HX-Request": "true"}
FIREFOX = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}


def rows(office: Office, key: str = "head") -> list[SignIn]:
    office.session.rollback()
    office.session.expire_all()
    found = select(SignIn).where(SignIn.person_id == office.people[key].id).order_by(SignIn.id)
    return list(office.session.scalars(found))


def is_in(client: FlaskClient) -> bool:
    return client.get("/me").status_code == 200


def test_signing_in_again_gives_another_session_and_ends_the_one_before(
    anonymous: FlaskClient, credentials: Credentials, office: Office
) -> None:
    carried = []
    for _ in range(2):
        anonymous.post("/sign-in", data=credentials("head"), headers=FIREFOX)
        with anonymous.session_transaction() as cookie:
            carried.append(cookie["_user_id"])
    assert carried[0] != carried[1]
    first, second = rows(office)
    assert (first.ended_at is None, second.ended_at is None, second.address) == (False, True, "127.0.0.1")
    assert "Firefox · Linux" in anonymous.get("/me").text


def test_signing_out_ends_it_on_the_server_too(as_: Client, office: Office, app: Flask) -> None:
    client = as_("head")
    with client.session_transaction() as cookie:
        kept = dict(cookie)
    client.post("/sign-out")
    thief = app.test_client()
    with thief.session_transaction() as cookie:
        cookie.update(kept)
    assert not is_in(thief)
    assert rows(office)[0].ended_at is not None


def test_another_browser_is_signed_out_from_here(as_: Client, office: Office) -> None:
    here, there = as_("head"), as_("head")
    page = here.get("/me").text
    assert page.count("/ending") >= 2
    other = rows(office)[1]
    assert here.post(f"/me/sign-ins/{other.id}/ending", headers=HX).status_code == 204
    assert (is_in(here), is_in(there)) == (True, False)


def test_all_others_are_signed_out_at_once(as_: Client) -> None:
    here, others = as_("head"), [as_("head"), as_("head")]
    assert here.post("/me/sign-ins/ending", headers=HX).status_code == 204
    assert (is_in(here), [is_in(one) for one in others]) == (True, [False, False])


def test_nobody_ends_what_is_not_theirs_nor_this_one(as_: Client, office: Office) -> None:
    head, viewer = as_("head"), as_("viewer")
    assert viewer.post(f"/me/sign-ins/{rows(office)[0].id}/ending").status_code == 404
    assert head.post(f"/me/sign-ins/{rows(office)[0].id}/ending").status_code == 404
    assert is_in(head)


@pytest.mark.parametrize(("which", "hours"), [("seen_at", 12), ("started_at", 7 * 24)])
def test_it_ends_when_it_is_unused_or_old(as_: Client, office: Office, which: str, hours: int) -> None:
    client = as_("head")
    for minutes, held in ((1, True), (-1, False)):
        one = rows(office)[0]
        one.seen_at = datetime.now(UTC)
        setattr(one, which, datetime.now(UTC) - timedelta(hours=hours) + timedelta(minutes=minutes))
        office.session.commit()
        assert is_in(client) is held


def test_use_is_noted_every_few_minutes_but_not_what_a_page_asks_by_itself(as_: Client, office: Office) -> None:
    client, before = as_("head"), datetime.now(UTC) - timedelta(minutes=6)
    one = rows(office)[0]
    one.seen_at = before
    office.session.commit()
    client.get("/me", headers={"BV-Background": "1"})
    assert rows(office)[0].seen_at == before
    client.get("/me")
    noted = rows(office)[0].seen_at
    assert noted > before
    client.get("/me")
    assert rows(office)[0].seen_at == noted


def test_a_changed_password_leaves_only_this_session(as_: Client, credentials: Credentials) -> None:
    here, there, new = as_("head"), as_("head"), "mây trôi trên núi"
    data = {"current": credentials("head")["password"], "password": new, "again": new}
    assert here.post("/me/password", data=data, headers=HX).status_code == 204
    assert (is_in(here), is_in(there)) == (True, False)


def test_an_administrator_sees_and_ends_them(as_: Client, office: Office) -> None:
    client, admin, head = as_("head"), as_("admin"), office.people["head"].id
    client.get("/me", headers=FIREFOX)
    assert "Đăng xuất khỏi mọi nơi" in admin.get(f"/admin/people/{head}/sign-ins").text
    assert "Vào hệ thống lần cuối" in admin.get("/admin/people").text
    assert admin.post(f"/admin/people/{head}/sign-ins/ending", headers=HX).status_code == 204
    assert not is_in(client)
    assert "không đăng nhập ở đâu" in admin.get(f"/admin/people/{head}/sign-ins").text
    assert office.session.scalars(select(Change.verb).order_by(Change.id.desc())).first() == "end_sign_ins"


@pytest.mark.parametrize("who", ["secretariat", "leader", "head", "viewer", "outsider"])
def test_nobody_else_does(as_: Client, office: Office, who: str) -> None:
    where = f"/admin/people/{office.people['head'].id}/sign-ins"
    assert (as_(who).get(where).status_code, as_(who).post(f"{where}/ending").status_code) == (403, 403)
