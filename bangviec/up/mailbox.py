"""`python -m bangviec.up.mailbox PORT FOLDER`: a mail server for a trial. It takes every letter and delivers none.

Letters stay in a Maildir that a page shows, so that a newcomer sees what would have gone out.
"""

import asyncio
import mailbox
import signal
import sys
from pathlib import Path

from aiosmtpd.handlers import Mailbox
from aiosmtpd.smtp import SMTP

from bangviec.up.ports import HOST

LARGEST = 50_000_000


async def serve(port: int, folder: str) -> None:
    """Takes mail on the loopback address until it is told to end."""
    mailbox.Maildir(folder, create=True).close()
    loop = asyncio.get_running_loop()
    over = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, over.set)
    handler = Mailbox(Path(folder))
    make = lambda: SMTP(handler, data_size_limit=LARGEST, enable_SMTPUTF8=True, loop=loop)  # noqa: E731
    server = await loop.create_server(make, HOST, port)
    async with server:
        await over.wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), sys.argv[2]))
