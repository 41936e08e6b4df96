"""The outbox page: what waits and what failed, trying again, a letter to try the server. Administrators only."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from office import Office
from smtp_server import smtp_server
from sqlalchemy import select

from planner.models import Change, Mail
from planner.outbox import post, send_waiting

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
GONE, FULL, FINE = "gone@mau.invalid", "full@mau.invalid", "fine@mau.invalid"


@pytest.fixture
def mails(office: Office) -> dict[str, Mail]:
    """One given up, one that is tried again later, one sent, and an invitation that was given up."""
    for name in (GONE, FULL, FINE):
        post(office.session, f"bundle:{name}", "bundle", name, "Báo việc", "Kính gửi", organisation=office.organisation)
    post(office.session, "invitation:1", "invitation", GONE, "Lời mời", "…", organisation=office.organisation)
    office.session.commit()
    with smtp_server() as (server, mailbox):
        mailbox.refuse = {GONE: "550 no such user", FULL: "452 mailbox full"}
        send_waiting(office.session.get_bind(), server)  # type: ignore[arg-type]
    return again(office)


def again(office: Office) -> dict[str, Mail]:
    office.session.rollback()
    office.session.expire_all()
    return {mail.key: mail for mail in office.session.scalars(select(Mail))}


@pytest.mark.parametrize(
    ("state", "shown", "hidden"),
    [
        ("", [GONE, FULL, FINE], []),
        ("failed", [GONE], [FULL, FINE]),
        ("waiting", [FULL], [FINE]),
        ("sent", [FINE], [FULL]),
    ],
)
def test_the_list_by_state(
    as_: Client, mails: dict[str, Mail], state: str, shown: list[str], hidden: list[str]
) -> None:
    page = as_("admin").get(f"/admin/outbox?state={state}").text
    assert [one in page for one in shown] == [True] * len(shown)
    assert [one in page for one in hidden] == [False] * len(hidden)
    assert "Không gửi được (2)" in page


def test_why_is_said_in_words_with_the_servers_own(as_: Client, mails: dict[str, Mail]) -> None:
    page = as_("admin").get("/admin/outbox").text
    assert "không gửi được: địa chỉ không tồn tại hoặc không được nhận (550 no such user)" in page
    assert "hộp thư hoặc máy chủ đã đầy (452 mailbox full)" in page


def test_a_failed_mail_is_tried_again_with_its_line_of_history(
    as_: Client, office: Office, mails: dict[str, Mail]
) -> None:
    gone = mails[f"bundle:{GONE}"]
    assert as_("admin").post(f"/admin/outbox/{gone.id}/retry", headers=HX).status_code == 204
    now = again(office)[f"bundle:{GONE}"]
    assert (now.failed_at, now.attempts, now.key) == (None, 0, f"bundle:{GONE}")
    assert now.not_before <= datetime.now(UTC)
    line = office.session.scalars(select(Change).where(Change.verb == "try_mail_again")).one()
    assert (line.actor_name, line.after["recipients"]) == ("Quản trị", [GONE])
    with smtp_server() as (server, mailbox):
        send_waiting(office.session.get_bind(), server)  # type: ignore[arg-type]
        assert mailbox.recipients == [GONE]


def test_everything_that_failed_is_tried_again_but_links_without_their_secret(
    as_: Client, office: Office, mails: dict[str, Mail]
) -> None:
    assert as_("admin").post("/admin/outbox/retries", headers=HX).status_code == 204
    now = again(office)
    assert now[f"bundle:{GONE}"].failed_at is None
    assert now["invitation:1"].failed_at is not None
    assert as_("admin").post("/admin/outbox/retries", headers=HX).status_code == 422


@pytest.mark.parametrize("key", [f"bundle:{FINE}", f"bundle:{FULL}", "invitation:1"])
def test_what_cannot_be_tried_again_is_refused_in_words(as_: Client, mails: dict[str, Mail], key: str) -> None:
    refused = as_("admin").post(f"/admin/outbox/{mails[key].id}/retry", headers=HX)
    assert refused.status_code == 422
    assert ("đã được xóa" in refused.text) == (key == "invitation:1")


def test_the_mails_of_one_document(as_: Client, office: Office, mails: dict[str, Mail]) -> None:
    as_("secretariat").post(f"/tasks/{office.task('4').id}/reminder")
    letter = next(mail for mail in again(office).values() if mail.document_id)
    page = as_("admin").get(f"/admin/outbox?document={letter.document_id}").text
    assert letter.recipient in page
    assert FINE not in page
    assert as_("admin").get("/admin/outbox?document=9999").status_code == 404


def test_a_letter_tries_the_server(as_: Client, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with smtp_server() as (server, mailbox):
        monkeypatch.setenv("BANGVIEC_SMTP_HOST", server.host)
        monkeypatch.setenv("BANGVIEC_SMTP_PORT", str(server.port))
        client = as_("admin")
        assert client.post("/admin/outbox/check", headers=HX).status_code == 204
        assert mailbox.recipients == ["quantri@mau.invalid"]
        assert "đã nhận thư thử gửi đến quantri@mau.invalid" in client.get("/admin/outbox").text
        mailbox.refuse = {"quantri@mau.invalid": "550 no such user"}
        refused = client.post("/admin/outbox/check", headers=HX)
        assert (refused.status_code, "550 no such user" in refused.text) == (422, True)
    assert again(office) == {}


def test_without_a_server_the_page_and_the_check_say_so(as_: Client) -> None:
    assert "Chưa cài đặt máy chủ thư" in as_("admin").get("/admin/outbox").text
    assert "BANGVIEC_SMTP_HOST" in as_("admin").post("/admin/outbox/check", headers=HX).text


def test_outside_the_hours_of_mail_the_page_says_until_when_it_waits(
    as_: Client, mails: dict[str, Mail], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANGVIEC_MAIL_HOURS", "00-24")
    assert "Ngoài giờ gửi thư" not in as_("admin").get("/admin/outbox").text
    monkeypatch.setenv("BANGVIEC_TODAY", "2026-05-16")
    page = as_("admin").get("/admin/outbox").text
    assert "Ngoài giờ gửi thư (00:00–24:00 ngày làm việc)" in page
    assert "được gửi từ 00:00 18/05/2026" in page


@pytest.mark.parametrize("who", ["head", "member", "secretariat", "leader", "viewer", "outsider"])
def test_nobody_else(as_: Client, mails: dict[str, Mail], who: str) -> None:
    client = as_(who)
    assert client.get("/admin/outbox").status_code == 403
    for address in (f"{mails[f'bundle:{GONE}'].id}/retry", "retries", "check"):
        assert client.post(f"/admin/outbox/{address}").status_code == 403


def test_another_offices_mail_is_not_there(as_: Client, office: Office, mails: dict[str, Mail]) -> None:
    outsider = office.people["outsider"]
    outsider.give_role("admin", outsider.memberships[0].organisation)
    office.session.commit()
    client = as_("outsider")
    assert GONE not in client.get("/admin/outbox").text
    assert client.post(f"/admin/outbox/{mails[f'bundle:{GONE}'].id}/retry").status_code == 404
