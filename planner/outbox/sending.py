"""Draining the outbox into the mail server: one short transaction to claim, none while sending, one to note it."""

import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError

from sqlalchemy import Engine

from planner.database import writing
from planner.outbox.leasing import Parcel, claim, failed, instant, release, sent
from planner.outbox.message import message_of
from planner.outbox.replies import reply_of
from planner.outbox.smtp import MailServer, ServerAway

MOST_PER_RUN = 500


@dataclass(slots=True)
class Delivered:
    """How many mails the server took, and how many it refused (for now or for good)."""

    sent: int = 0
    refused: int = 0


def send_waiting(
    engine: Engine, server: MailServer, now: Callable[[], datetime] = instant, most: int = MOST_PER_RUN,
    is_open: Callable[[datetime], bool] = lambda _at: True,
) -> Delivered:  # fmt: skip
    """Sends what waits. One mail is claimed at a time, so a sender that dies repeats at most one.

    `is_open` is asked before each: outside the hours of mail only what somebody waits for (an invitation, a new
    password) is sent. Raises ServerAway when the server cannot be reached; what was not sent stays in the outbox.
    """
    return _Round(engine, server, now, most, is_open).drain()


@dataclass(frozen=True, slots=True)
class _Refused:
    error: str
    for_good: bool = False


class _Round:
    def __init__(
        self, engine: Engine, server: MailServer, now: Callable[[], datetime], most: int,
        is_open: Callable[[datetime], bool],
    ) -> None:  # fmt: skip
        self.engine, self.server, self.now, self.most, self.is_open = engine, server, now, most, is_open
        self.done = Delivered()

    def drain(self) -> Delivered:
        parcel = self._next()
        while parcel is not None:
            try:
                with self.server.connect() as connection:
                    parcel = self._send_from(parcel, connection)
            except ServerAway as away:
                self._release_all(str(away))
                raise
        return self.done

    def _next(self) -> Parcel | None:
        if self.done.sent + self.done.refused >= self.most:
            return None
        now = self.now()
        with writing(self.engine) as session:
            self.held = next(iter(claim(session, now, 1, rests=not self.is_open(now))), None)
        return self.held

    def _send_from(self, parcel: Parcel, connection: smtplib.SMTP) -> Parcel | None:
        """Sends until nothing waits; gives the mail that needs a new connection when this one broke."""
        following: Parcel | None = parcel
        while following is not None:
            self._note(following, _try(self.server, connection, following))
            following = self._next()
            if connection.sock is None:
                return following
        return None

    def _note(self, parcel: Parcel, refusal: _Refused | None) -> None:
        with writing(self.engine) as session:
            if refusal is None:
                sent(session, parcel, self.now())
                self.done.sent += 1
            else:
                failed(session, parcel, self.now(), refusal.error, refusal.for_good)
                self.done.refused += 1

    def _release_all(self, error: str) -> None:
        if self.held is not None:
            with writing(self.engine) as session:
                release(session, self.held, error)


def _try(server: MailServer, connection: smtplib.SMTP, parcel: Parcel) -> _Refused | None:
    """None when the server took it. A refused sender is the server's matter, everything else the mail's own."""
    try:
        connection.send_message(message_of(parcel, server.sender), to_addrs=[parcel.recipient])
    except smtplib.SMTPSenderRefused as error:
        raise server.away(error) from error
    except smtplib.SMTPRecipientsRefused as error:
        return _Refused(reply_of(error), for_good=all(code >= 500 for code, _ in error.recipients.values()))
    except (smtplib.SMTPNotSupportedError, MessageError, ValueError, LookupError) as error:
        return _Refused(reply_of(error), for_good=True)
    except OSError as error:
        # Answers and broken connections alike: it may be this very mail that breaks it, so its attempt counts.
        if not isinstance(error, smtplib.SMTPResponseException):
            connection.close()
        return _Refused(reply_of(error))
    return None
