"""`python -m bangviec.up.guardian`: outlives a killed supervisor just long enough to end its children.

It reads the children's process groups from its standard input, one a line. The supervisor holds the other end of that
pipe, so however the supervisor ends, the kernel closes it; then the groups are ended.
"""

import os
import signal
import sys
import time
from contextlib import suppress

PATIENCE = 8.0


def end(groups: list[int], patience: float = PATIENCE) -> None:
    """Asks process groups to end, and after a while makes them."""
    _signal(groups, signal.SIGTERM)
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and any(_lives(group) for group in groups):
        time.sleep(0.1)
    _signal(groups, signal.SIGKILL)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _signal(groups: list[int], number: signal.Signals) -> None:
    for group in groups:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(group, number)


def main() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    groups: dict[int, None] = {}
    for line in sys.stdin:
        sign, group = line[0], int(line[1:])
        if sign == "+":
            groups[group] = None
        else:
            groups.pop(group, None)
    end(list(groups))


if __name__ == "__main__":
    main()
