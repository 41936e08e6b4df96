"""A sender killed in the middle of its work: no mail is missing, and what comes twice carries the same Message-ID."""

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator

import pytest
from smtp_server import Mailbox, smtp_server
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner.database import writing
from planner.models import Mail
from planner.outbox import LEASE, MailServer, message_id, post, send_waiting
from planner.outbox.leasing import instant

MAILS = 60
SENDER = """
import sys
from planner.database import make_engine
from planner.outbox import MailServer, send_waiting
send_waiting(make_engine(sys.argv[1]), MailServer("127.0.0.1", int(sys.argv[2]), sender="x@mau.invalid"))
"""


@pytest.fixture
def smtp() -> Iterator[tuple[MailServer, Mailbox]]:
    with smtp_server() as found:
        yield found


def write(engine: Engine) -> list[str]:
    keys = [f"reminder:{i}:a{i}@mau.invalid" for i in range(MAILS)]
    with writing(engine) as session:
        for i, key in enumerate(keys):
            post(session, key, "reminder", f"a{i}@mau.invalid", "Nhắc việc", "Kính gửi", html="<p>Kính gửi</p>")
    return keys


def kill_after(mailbox: Mailbox, count: int, wait: float, url: str, port: int) -> None:
    """Starts a sender, and kills it a moment after the server has taken so many mails."""
    sender = subprocess.Popen([sys.executable, "-c", SENDER, url, str(port)])
    while len(mailbox.received) < count and sender.poll() is None:
        time.sleep(0.001)
    time.sleep(wait)
    sender.send_signal(signal.SIGKILL)
    sender.wait()


def trial(engine: Engine, smtp: tuple[MailServer, Mailbox], count: int, wait: float) -> None:
    server, mailbox = smtp
    keys = write(engine)
    kill_after(mailbox, count, wait, engine.url.render_as_string(hide_password=False), server.port)
    send_waiting(engine, server)
    send_waiting(engine, server, lambda: instant() + LEASE)
    with Session(engine) as session:
        assert None not in session.scalars(select(Mail.sent_at)).all()
    received = Counter(message["Message-ID"] for message in mailbox.messages)
    assert set(received) == {message_id(key) for key in keys}
    assert received.total() - len(received) <= 1


@pytest.mark.parametrize(("count", "wait"), [(1, 0.0), (20, 0.002), (45, 0.005)])
def test_a_killed_sender_loses_nothing(
    engine: Engine, smtp: tuple[MailServer, Mailbox], count: int, wait: float
) -> None:
    trial(engine, smtp, count, wait)


def test_a_killed_sender_on_postgresql_loses_nothing(postgres: Engine, smtp: tuple[MailServer, Mailbox]) -> None:
    trial(postgres, smtp, 30, 0.001)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(30))
def test_thirty_random_kills_lose_nothing(engine: Engine, smtp: tuple[MailServer, Mailbox], seed: int) -> None:
    chance = random.Random(seed)
    trial(engine, smtp, chance.randrange(MAILS), chance.random() * 0.01)
