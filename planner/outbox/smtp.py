"""The mail server, from the environment: BANGVIEC_SMTP_HOST, _PORT, _USER, _PASSWORD, _TLS and BANGVIEC_MAIL_FROM."""

import os
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from planner.errors import Refusal
from planner.language import N_
from planner.outbox.replies import reply_of
from planner.settings import base_url

SECONDS = 30
PORTS = {"": 25, "starttls": 587, "implicit": 465}
AWAY = N_("Chưa gửi được thư: máy chủ thư %(host)s:%(port)s không trả lời (%(error)s). Thư vẫn ở hộp thư đi.")
WRONG_TLS = N_("BANGVIEC_SMTP_TLS phải để trống, là “starttls” hoặc “implicit”; hiện là “%(value)s”.")
WRONG_PORT = N_("BANGVIEC_SMTP_PORT phải là một số; hiện là “%(value)s”.")


class ServerAway(Refusal):
    """The mail server cannot be reached or does not let us in: nothing is wrong with the mail itself."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail goes. `tls` is empty, starttls or implicit; `sender` is the From header; patience in seconds."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: str = ""
    sender: str = ""
    seconds: int = SECONDS

    @classmethod
    def from_environment(cls) -> "MailServer | None":
        """The server that the environment names, or None: then mail waits in the outbox."""
        host = os.environ.get("BANGVIEC_SMTP_HOST", "").strip()
        if not host:
            return None
        tls = os.environ.get("BANGVIEC_SMTP_TLS", "").strip().lower()
        if tls not in PORTS:
            raise Refusal(WRONG_TLS, value=tls)
        user, password = (os.environ.get(f"BANGVIEC_SMTP_{name}", "") for name in ("USER", "PASSWORD"))
        return cls(host, _port(tls), user, password, tls, _sender())

    @contextmanager
    def connect(self) -> Iterator[smtplib.SMTP]:
        """An open connection, signed in. Raises ServerAway."""
        try:
            connection = self._open()
        except (OSError, smtplib.SMTPException) as error:
            raise self.away(error) from error
        try:
            yield connection
        finally:
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()

    def away(self, error: Exception) -> ServerAway:
        return ServerAway(AWAY, host=self.host, port=self.port, error=reply_of(error))

    def _open(self) -> smtplib.SMTP:
        if self.tls == "implicit":
            context = ssl.create_default_context()
            connection: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=self.seconds, context=context)
        else:
            connection = smtplib.SMTP(self.host, self.port, timeout=self.seconds)
        try:
            self._sign_in(connection)
        except (OSError, smtplib.SMTPException):
            connection.close()
            raise
        return connection

    def _sign_in(self, connection: smtplib.SMTP) -> None:
        if self.tls == "starttls":
            connection.starttls(context=ssl.create_default_context())
        if self.user:
            connection.login(self.user, self.password)


def _port(tls: str) -> int:
    value = os.environ.get("BANGVIEC_SMTP_PORT", "").strip()
    if value and not (value.isascii() and value.isdigit()):
        raise Refusal(WRONG_PORT, value=value)
    return int(value or PORTS[tls])


def _sender() -> str:
    host = urlsplit(base_url()).hostname or "localhost"
    return os.environ.get("BANGVIEC_MAIL_FROM", "").strip() or f"Bảng Việc <bangviec@{host}>"
