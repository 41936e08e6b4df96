"""Trying the mail server with a letter: a sentence for each way in which it can go wrong; real servers on loopback."""

import asyncio
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP
from smtp_server import Mailbox, smtp_server

from planner.errors import Refusal
from planner.outbox import MailServer, checking
from planner.outbox.checking import Addressee, send_test_mail

NOW = datetime(2026, 5, 11, 1, tzinfo=UTC)
ME = Addressee("quantri@mau.invalid", "vi")


def refusal(server: MailServer | None) -> tuple[str, str]:
    with pytest.raises(Refusal) as refused:
        send_test_mail(server, ME, NOW)
    return refused.value.message, str(refused.value.values.get("error", ""))


def test_a_server_that_takes_it_is_named_with_the_address() -> None:
    with smtp_server() as (server, mailbox):
        assert send_test_mail(server, ME, NOW) == {"host": server.host, "port": server.port, "email": ME.email}
        assert mailbox.recipients == [ME.email]
        assert mailbox.messages[0]["Subject"] == "Thư thử của Bảng Việc"
        assert mailbox.messages[0]["List-Unsubscribe"] is None


def test_without_a_setting_it_says_which() -> None:
    assert "BANGVIEC_SMTP_HOST" in refusal(None)[0]


def test_a_name_that_nobody_knows() -> None:
    assert refusal(MailServer("khong-co.invalid", 25, sender="x@mau.invalid"))[0] == checking.UNKNOWN_HOST


def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        server = MailServer("127.0.0.1", taken.getsockname()[1], sender="x@mau.invalid")
        assert refusal(server)[0] == checking.NO_CONNECTION


def test_a_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        server = MailServer("127.0.0.1", silent.getsockname()[1], sender="x@mau.invalid")
        assert refusal(server)[0] == checking.TIMED_OUT


def test_tls_where_there_is_none() -> None:
    with smtp_server() as (plain, _):
        wanted = MailServer(plain.host, plain.port, tls="starttls", sender="x@mau.invalid")
        assert refusal(wanted)[0] == checking.NOT_OFFERED
        whole = MailServer(plain.host, plain.port, tls="implicit", sender="x@mau.invalid")
        assert refusal(whole)[0] == checking.WRONG_TLS


def test_a_sign_in_that_the_server_does_not_offer() -> None:
    with smtp_server() as (plain, _):
        signed = MailServer(plain.host, plain.port, "bangviec", "mật", sender="x@mau.invalid")
        assert refusal(signed)[0] == checking.NOT_OFFERED


@pytest.mark.parametrize(
    ("answer", "words"), [("550 no such user", "550 no such user"), ("452 mailbox full", "452 mailbox full")]
)
def test_a_refused_address_comes_with_the_servers_own_words(answer: str, words: str) -> None:
    with smtp_server() as (server, mailbox):
        mailbox.refuse = {ME.email: answer}
        assert refusal(server) == (checking.RECIPIENT, words)


class Strict:
    """Refuses every sender."""

    async def handle_MAIL(self, *_: object) -> str:
        return "553 sender not allowed"


def test_a_refused_sender_names_the_setting() -> None:
    with serving(SMTPFactory(Strict())) as port:
        sentence, error = refusal(MailServer("127.0.0.1", port, sender="x@mau.invalid"))
    assert (sentence, error) == (checking.SENDER, "553 sender not allowed")


class Guarded:
    """Knows nobody."""

    def __call__(self, server: object, session: object, envelope: object, mechanism: str, data: object) -> object:
        from aiosmtpd.smtp import AuthResult

        return AuthResult(success=False, handled=False)


def test_a_wrong_password_and_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    factory = SMTPFactory(Mailbox(), authenticator=Guarded(), auth_require_tls=False)
    with serving(factory) as port:
        signed = MailServer("127.0.0.1", port, "bangviec", "sai", sender="x@mau.invalid")
        assert refusal(signed)[0] == checking.SIGN_IN
    with serving(SMTPFactory(Mailbox(), tls_context=own_certificate(tmp_path))) as port:
        wanted = MailServer("127.0.0.1", port, tls="starttls", sender="x@mau.invalid")
        assert refusal(wanted)[0] == checking.CERTIFICATE


class SMTPFactory:
    """Makes the protocol of aiosmtpd for each connection."""

    def __init__(self, handler: object, **options: object) -> None:
        self.handler, self.options = handler, options

    def __call__(self) -> SMTP:
        return SMTP(self.handler, hostname="127.0.0.1", **self.options)  # type: ignore[arg-type]


def own_certificate(folder: Path) -> ssl.SSLContext:
    """A certificate that signs itself."""
    files = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", files[0], "-out", files[1], "-days",
         "2", "-subj", "/CN=127.0.0.1"], check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(files[1], files[0])
    return context


@contextmanager
def serving(factory: SMTPFactory) -> Iterator[int]:
    """An SMTP server in a thread of its own; gives its port."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(loop.create_server(factory, "127.0.0.1", 0), loop).result(10)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
