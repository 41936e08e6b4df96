"""A real SMTP server on loopback that keeps what it is given and refuses what a test says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

from planner.outbox import MailServer


@dataclass
class Mailbox:
    """`refuse` maps a recipient to the server's answer, such as `550 no such user`; `drop` breaks the connection."""

    received: list[tuple[str, bytes]] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    drop: set[str] = field(default_factory=set)
    connections: int = 0

    async def handle_EHLO(self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]) -> Any:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.drop:
            server.transport.abort()
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.received.extend((recipient, envelope.content) for recipient in envelope.rcpt_tos)
        return "250 OK"

    @property
    def recipients(self) -> list[str]:
        return [recipient for recipient, _ in self.received]

    @property
    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(content, policy=policy.default) for _, content in self.received]


class AnyPort(Controller):
    """On port 0 the controller would knock at port 0; this one knocks at the port that it was given."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def smtp_server() -> Iterator[tuple[MailServer, Mailbox]]:
    """Runs a server on a free port; gives how to reach it and what it received."""
    mailbox = Mailbox()
    controller = AnyPort(mailbox, hostname="127.0.0.1", port=0, enable_SMTPUTF8=False)
    controller.start()
    try:
        yield MailServer("127.0.0.1", controller.port, sender="Bảng Việc <bangviec@mau.invalid>"), mailbox
    finally:
        controller.stop()
