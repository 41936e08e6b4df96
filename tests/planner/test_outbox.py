"""The outbox against a real SMTP server: one row a key, leases, refusals, a server that is away."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from office import Office
from smtp_server import Mailbox, smtp_server
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner.database import writing
from planner.issuing import keep_pdf
from planner.models import Document, Mail
from planner.outbox import (
    LEASE,
    MailServer,
    ServerAway,
    claim,
    message_id,
    message_of,
    post,
    post_link,
    send_waiting,
)
from planner.outbox.leasing import MOST_ATTEMPTS

PDF = b"%PDF-1.7 \xe1\xba\xa3 not really one"


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC) + timedelta(minutes=1)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def smtp() -> Iterator[tuple[MailServer, Mailbox]]:
    with smtp_server() as found:
        yield found


def write(engine: Engine, *recipients: str, kind: str = "reminder") -> None:
    with writing(engine) as session:
        for recipient in recipients:
            assert post(
                session, f"{kind}:1:{recipient}", kind, recipient, "Nhắc việc: Ngày hội Đại đoàn kết", "Kính gửi"
            )


def states(engine: Engine) -> dict[str, str]:
    with Session(engine) as session:
        return {
            m.recipient: "sent" if m.sent_at else "given up" if m.failed_at else "waiting"
            for m in session.scalars(select(Mail))
        }


def test_a_key_is_posted_once(engine: Engine) -> None:
    write(engine, "a@mau.invalid")
    with writing(engine) as session:
        assert post(session, "reminder:1:a@mau.invalid", "reminder", "a@mau.invalid", "x", "y") is None
    assert len(states(engine)) == 1


def test_what_waits_is_sent_once_over_one_connection(
    engine: Engine, smtp: tuple[MailServer, Mailbox], clock: Clock
) -> None:
    server, mailbox = smtp
    write(engine, "a@mau.invalid", "b@mau.invalid")
    assert send_waiting(engine, server, clock).sent == 2
    assert send_waiting(engine, server, clock).sent == 0
    assert mailbox.recipients == ["a@mau.invalid", "b@mau.invalid"]
    assert mailbox.connections == 1


def test_the_message_carries_vietnamese_and_an_id_made_from_its_key(
    engine: Engine, smtp: tuple[MailServer, Mailbox], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANGVIEC_BASE_URL", "https://bangviec.mau.invalid")
    write(engine, "a@mau.invalid")
    send_waiting(engine, smtp[0], clock)
    (message,) = smtp[1].messages
    assert message["Subject"] == "Nhắc việc: Ngày hội Đại đoàn kết"
    assert message["Message-ID"] == message_id("reminder:1:a@mau.invalid")
    assert message["Message-ID"].endswith("@bangviec.mau.invalid>")
    assert message["From"] == "Bảng Việc <bangviec@mau.invalid>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content().strip() == "Kính gửi"


def test_a_mail_with_a_document_waits_for_its_pdf(
    engine: Engine, session: Session, office: Office, smtp: tuple[MailServer, Mailbox], clock: Clock
) -> None:
    document = a_document(session, office)
    assert send_waiting(engine, smtp[0], clock).sent == 0
    keep_pdf(session, document.id, PDF)
    session.commit()
    assert send_waiting(engine, smtp[0], clock).sent == 1
    (attached,) = smtp[1].messages[0].iter_attachments()
    assert isinstance(attached, EmailMessage)
    assert (attached.get_filename(), attached.get_content_type()) == (
        "phieu-nhac-viec-2026-05-11-so-1.pdf",
        "application/pdf",
    )
    assert attached.get_content() == PDF


def a_document(session: Session, office: Office) -> Document:
    from planner.reminding import remind_now

    document = remind_now(
        session, office.organisation, office.boards["dcpl"], [office.task("7")], office.actor("secretariat"),
        datetime(2026, 5, 11, tzinfo=UTC).date(),
    )  # fmt: skip
    session.commit()
    return document


def test_one_bad_address_costs_nobody_else_their_mail(
    engine: Engine, smtp: tuple[MailServer, Mailbox], clock: Clock
) -> None:
    server, mailbox = smtp
    mailbox.refuse = {"gone@mau.invalid": "550 no such user", "full@mau.invalid": "452 mailbox full"}
    mailbox.drop = {"breaks@mau.invalid"}
    write(engine, "gone@mau.invalid", "full@mau.invalid", "breaks@mau.invalid", "không phải địa chỉ", "a@mau.invalid")
    done = send_waiting(engine, server, clock)
    assert (done.sent, done.refused) == (1, 4)
    assert mailbox.recipients == ["a@mau.invalid"]
    assert states(engine) == {
        "gone@mau.invalid": "given up",
        "full@mau.invalid": "waiting",
        "breaks@mau.invalid": "waiting",
        "không phải địa chỉ": "given up",
        "a@mau.invalid": "sent",
    }


def test_a_refused_mail_is_tried_again_later_and_then_given_up(
    engine: Engine, smtp: tuple[MailServer, Mailbox], clock: Clock
) -> None:
    server, mailbox = smtp
    mailbox.refuse = {"full@mau.invalid": "452 mailbox full"}
    write(engine, "full@mau.invalid")
    for _ in range(MOST_ATTEMPTS):
        assert send_waiting(engine, server, clock).refused == 1
        assert send_waiting(engine, server, clock).refused == 0  # not at once
        clock.now += timedelta(days=1)
    assert send_waiting(engine, server, clock).refused == 0
    assert states(engine) == {"full@mau.invalid": "given up"}
    with Session(engine) as session:
        assert "mailbox full" in session.scalars(select(Mail.error)).one()


def test_while_the_server_is_away_mail_stays_and_no_attempt_is_lost(engine: Engine, clock: Clock) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: nobody answers here
        server = MailServer("127.0.0.1", taken.getsockname()[1], sender="x@mau.invalid")
        write(engine, "a@mau.invalid")
        for _ in range(MOST_ATTEMPTS + 2):
            with pytest.raises(ServerAway, match="vẫn ở hộp thư đi"):
                send_waiting(engine, server, clock)
    with smtp_server() as (back, mailbox):
        assert send_waiting(engine, back, clock).sent == 1
        assert mailbox.recipients == ["a@mau.invalid"]


def test_a_dead_senders_mail_is_sent_by_another_when_its_lease_ran_out(
    engine: Engine, smtp: tuple[MailServer, Mailbox], clock: Clock
) -> None:
    server, mailbox = smtp
    write(engine, "a@mau.invalid")
    with writing(engine) as session:
        (held,) = claim(session, clock())
    first = message_of(held, server.sender)  # the dead sender may have sent this before it died
    assert send_waiting(engine, server, clock).sent == 0
    clock.now += LEASE
    assert send_waiting(engine, server, clock).sent == 1
    assert mailbox.messages[0]["Message-ID"] == first["Message-ID"]
    assert mailbox.received[0][1].strip() == first.as_bytes().strip()


def test_two_senders_never_hold_the_same_mail(engine: Engine, clock: Clock) -> None:
    write(engine, "a@mau.invalid", "b@mau.invalid")
    with writing(engine) as session:
        first = claim(session, clock(), 1)
    with writing(engine) as session:
        second = claim(session, clock(), 5)
    assert [p.recipient for p in first + second] == ["a@mau.invalid", "b@mau.invalid"]


def test_a_mail_on_which_senders_keep_dying_is_given_up(engine: Engine, clock: Clock) -> None:
    write(engine, "a@mau.invalid")
    for _ in range(MOST_ATTEMPTS + 1):
        with writing(engine) as session:
            claim(session, clock())
        clock.now += LEASE
    assert states(engine) == {"a@mau.invalid": "given up"}


@pytest.mark.parametrize("purpose", ["invitation", "reset"])
def test_a_link_goes_to_its_person_and_its_secret_is_cleared_once_sent(
    engine: Engine, office: Office, smtp: tuple[MailServer, Mailbox], clock: Clock, purpose: str
) -> None:
    address = "https://bangviec.mau.invalid/links/s3cret"
    with writing(engine) as session:
        person = session.merge(office.people["viewer"])
        mail = post_link(session, person, purpose, address, f"{purpose}:1", office.organisation)
        assert mail is not None
    send_waiting(engine, smtp[0], clock)
    bodies = [smtp[1].messages[0].get_body((kind,)) for kind in ("plain", "html")]
    assert [body is not None and address in body.get_content() for body in bodies] == [True, True]
    with Session(engine) as session:
        assert session.execute(select(Mail.text, Mail.html)).one() == ("", "")


def test_a_line_break_in_a_subject_starts_no_header(
    engine: Engine, smtp: tuple[MailServer, Mailbox], clock: Clock
) -> None:
    with writing(engine) as session:
        post(session, "k", "reminder", "a@mau.invalid", "Nhắc việc\r\nBcc: x@mau.invalid", "Kính gửi")
    send_waiting(engine, smtp[0], clock)
    assert smtp[1].recipients == ["a@mau.invalid"]
    assert smtp[1].messages[0]["Bcc"] is None


class TestTheServersSettings:
    def test_without_a_host_there_is_none(self) -> None:
        assert MailServer.from_environment() is None

    @pytest.mark.parametrize(("tls", "port"), [("", 25), ("starttls", 587), ("implicit", 465)])
    def test_the_port_follows_from_the_kind_of_tls(self, monkeypatch: pytest.MonkeyPatch, tls: str, port: int) -> None:
        monkeypatch.setenv("BANGVIEC_SMTP_HOST", "smtp.mau.invalid")
        monkeypatch.setenv("BANGVIEC_SMTP_TLS", tls)
        server = MailServer.from_environment()
        assert server is not None
        assert (server.host, server.port) == ("smtp.mau.invalid", port)

    @pytest.mark.parametrize(("name", "value"), [("BANGVIEC_SMTP_TLS", "maybe"), ("BANGVIEC_SMTP_PORT", "²5")])
    def test_a_wrong_setting_is_refused_with_its_name(
        self, monkeypatch: pytest.MonkeyPatch, name: str, value: str
    ) -> None:
        from planner.errors import Refusal

        monkeypatch.setenv("BANGVIEC_SMTP_HOST", "smtp.mau.invalid")
        monkeypatch.setenv(name, value)
        with pytest.raises(Refusal, match=name):
            MailServer.from_environment()
