"""The local mailbox: mail as a trial keeps it, for administrators only, and only where it is kept."""

import mailbox
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask.testing import FlaskClient

Client = Callable[[str], FlaskClient]
PDF = b"%PDF-1.7 small"


@pytest.fixture
def keys(app: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two mails in a Maildir: an invitation, and a letter with a PDF and a page attached."""
    folder = tmp_path / "mailbox"
    box = mailbox.Maildir(folder)
    plain, letter = EmailMessage(), EmailMessage()
    for message, subject in ((plain, "Lời mời"), (letter, "V/v đôn đốc <b>")):
        message["From"], message["To"], message["Subject"] = "a@mau.invalid", "b@mau.invalid", subject
        message["Date"] = "Mon, 11 May 2026 08:00:00 +0700"
        message.set_content("Kính gửi <đồng chí>: http://127.0.0.1/links/x")
    letter.add_attachment(PDF, maintype="application", subtype="pdf", filename="phiếu.pdf")
    letter.add_attachment("<script>", subtype="html", filename="trang.html")
    monkeypatch.setenv("BANGVIEC_MAILBOX", str(folder))
    return [box.add(plain), box.add(letter)]


def test_mails_are_listed(as_: Client, keys: list[str]) -> None:
    page = as_("admin").get("/mailbox").text
    assert "Lời mời" in page
    assert "V/v đôn đốc &lt;b&gt;" in page
    assert "08:00 11/05/2026" in page


def test_a_mail_shows_its_text_and_attachments(as_: Client, keys: list[str]) -> None:
    page = as_("admin").get(f"/mailbox/{keys[1]}").text
    assert "Kính gửi &lt;đồng chí&gt;" in page
    assert "phiếu.pdf" in page


def test_a_pdf_opens_and_anything_else_is_only_saved(as_: Client, keys: list[str]) -> None:
    client = as_("admin")
    pdf, other = (client.get(f"/mailbox/{keys[1]}/attachments/{n}") for n in (0, 1))
    assert (pdf.data, pdf.headers["Content-Type"]) == (PDF, "application/pdf")
    assert pdf.headers["Content-Disposition"] == "inline; filename=phieu.pdf; filename*=UTF-8''phi%E1%BA%BFu.pdf"
    assert other.headers["Content-Type"] == "application/octet-stream"
    assert other.headers["Content-Disposition"].startswith("attachment")
    assert client.get(f"/mailbox/{keys[1]}/attachments/2").status_code == 404


def test_the_page_of_a_mail_runs_and_fetches_nothing(
    as_: Client, keys: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@mau.invalid", "b@mau.invalid", "Báo việc"
    message.set_content("Kính gửi")
    message.add_alternative("<p>Kính gửi <script>alert(1)</script></p>", subtype="html")
    key = mailbox.Maildir(tmp_path / "mailbox").add(message)
    client = as_("admin")
    assert f"/mailbox/{key}/page" in client.get(f"/mailbox/{key}").text
    page = client.get(f"/mailbox/{key}/page")
    assert page.mimetype == "text/html"
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script-src" not in policy
    assert f"/mailbox/{keys[0]}/page" not in client.get(f"/mailbox/{keys[0]}").text
    assert client.get(f"/mailbox/{keys[0]}/page").status_code == 404


@pytest.mark.parametrize("key", ["nothing", "..", "%2e%2e%2fsecret"])
def test_what_is_no_mail_is_not_there(as_: Client, keys: list[str], key: str) -> None:
    assert as_("admin").get(f"/mailbox/{key}").status_code in (404, 308)


def test_where_mail_is_really_sent_there_is_no_mailbox(as_: Client) -> None:
    assert as_("admin").get("/mailbox").status_code == 404
    assert "Hộp thư trên máy này" not in as_("admin").get("/admin").text


@pytest.mark.parametrize("who", ["head", "secretariat", "leader", "viewer", "outsider"])
def test_others_do_not_read_it(as_: Client, keys: list[str], who: str) -> None:
    assert as_(who).get("/mailbox").status_code == 403
    assert as_(who).get(f"/mailbox/{keys[0]}").status_code == 403
    assert as_(who).get(f"/mailbox/{keys[0]}/page").status_code == 403


def test_the_wrong_verb(as_: Client, keys: list[str]) -> None:
    assert as_("admin").post("/mailbox").status_code == 405
