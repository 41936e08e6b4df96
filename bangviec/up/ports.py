"""Ports on the loopback address."""

import errno
import socket

from planner.errors import Refusal
from planner.language import N_

HOST = "127.0.0.1"


def refuse_busy(port: int) -> None:
    """Refuses a port that something else uses, before anything is set up."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the web server does after a restart
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EACCES:
                raise Refusal(N_("Không được phép dùng cổng %(port)d. Chọn cổng khác: PORT=8080."), port=port) from None
            raise Refusal(
                N_("Cổng %(port)d đang có chương trình khác dùng. Chọn cổng khác: PORT=%(other)d."),
                port=port, other=free_port(),
            ) from None  # fmt: skip


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
