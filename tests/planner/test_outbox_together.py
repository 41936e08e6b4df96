"""The outbox on both databases: several senders at once, bad addresses, an hour without the server."""

import socket
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from smtp_server import Mailbox, smtp_server
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner.database import make_engine, writing
from planner.models import Mail
from planner.outbox import LEASE, MailServer, ServerAway, claim, post, send_waiting

ADDRESSES = [f"a{i}@mau.invalid" for i in range(24)]


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, database_file: object) -> Iterator[Engine]:
    """An engine on either kind of database."""
    if request.param == "postgres":
        found: Engine = request.getfixturevalue("postgres")
        yield found
    else:
        found = make_engine(f"sqlite:///{database_file}")
        yield found
        found.dispose()


@pytest.fixture
def smtp() -> Iterator[tuple[MailServer, Mailbox]]:
    with smtp_server() as found:
        yield found


def write(engine: Engine, *recipients: str) -> None:
    with writing(engine) as session:
        for recipient in recipients:
            post(session, f"bundle:{recipient}", "bundle", recipient, "Báo việc", "Kính gửi", html="<p>Kính gửi</p>")


def waiting(engine: Engine) -> list[str]:
    with Session(engine) as session:
        return list(session.scalars(select(Mail.recipient).where(Mail.sent_at.is_(None)).order_by(Mail.id)))


def test_senders_at_once_share_the_work_and_send_nothing_twice(
    engine: Engine, smtp: tuple[MailServer, Mailbox]
) -> None:
    server, mailbox = smtp
    write(engine, *ADDRESSES)
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(lambda _: send_waiting(engine, server).sent, range(3)))
    assert sum(done) == len(ADDRESSES)
    assert Counter(mailbox.recipients) == Counter(ADDRESSES)


def test_what_one_holds_another_does_not_wait_for(engine: Engine) -> None:
    """On PostgreSQL the first still has its transaction open; SQLite lets one in at a time."""
    write(engine, *ADDRESSES[:4])
    now = datetime.now(UTC)
    held = []
    with writing(engine) as session:
        held += claim(session, now, 2)
        if engine.dialect.name == "postgresql":
            with writing(engine) as second:
                held += claim(second, now, 2)
    if engine.dialect.name == "sqlite":
        with writing(engine) as second:
            held += claim(second, now, 2)
    assert sorted(parcel.recipient for parcel in held) == ADDRESSES[:4]


def test_bad_addresses_between_good_ones_cost_these_nothing(engine: Engine, smtp: tuple[MailServer, Mailbox]) -> None:
    server, mailbox = smtp
    gone, full, breaks, busy = "gone@mau.invalid", "full@mau.invalid", "breaks@mau.invalid", "busy@mau.invalid"
    mailbox.refuse = {gone: "550 no such user", full: "452 mailbox full", busy: "421 try again later"}
    mailbox.drop = {breaks}
    write(engine, ADDRESSES[0], gone, ADDRESSES[1], full, ADDRESSES[2], breaks, ADDRESSES[3], busy, ADDRESSES[4])
    done = send_waiting(engine, server)
    assert (done.sent, done.refused) == (5, 4)
    assert mailbox.recipients == ADDRESSES[:5]
    mailbox.refuse, mailbox.drop = {}, set()
    later = send_waiting(engine, server, lambda: datetime.now(UTC) + timedelta(minutes=2))
    assert later.sent == 3
    assert waiting(engine) == [gone]


def test_an_hour_without_the_server_loses_nothing_and_costs_no_attempt(engine: Engine) -> None:
    write(engine, *ADDRESSES[:5])
    start = datetime.now(UTC) + timedelta(minutes=1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: nobody answers here
        away = MailServer("127.0.0.1", taken.getsockname()[1], sender="x@mau.invalid")
        for minute in range(0, 60, 2):
            with suppress(ServerAway):
                send_waiting(engine, away, at(start + timedelta(minutes=minute)))
    with Session(engine) as session:
        assert set(session.scalars(select(Mail.attempts))) == {0}
        assert "Connection refused" in session.scalars(select(Mail.error).order_by(Mail.id)).all()[0]
    with smtp_server() as (back, mailbox):
        assert send_waiting(engine, back, at(start + timedelta(minutes=60))).sent == 5
        assert mailbox.recipients == ADDRESSES[:5]


def test_a_server_that_goes_away_in_the_middle_keeps_the_rest(engine: Engine, smtp: tuple[MailServer, Mailbox]) -> None:
    server, mailbox = smtp
    write(engine, *ADDRESSES[:6])
    with smtp_server() as (first, taken):
        taken.drop = {ADDRESSES[3]}
        send_waiting(engine, first, most=4)
    with pytest.raises(ServerAway):
        send_waiting(engine, first)  # it is gone altogether now
    assert waiting(engine) == ADDRESSES[3:6]
    send_waiting(engine, server, at(datetime.now(UTC) + LEASE))
    assert sorted(mailbox.recipients) == ADDRESSES[3:6]


def at(instant: datetime) -> Callable[[], datetime]:
    return lambda: instant
