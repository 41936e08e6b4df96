"""How much work something is, without a clock that other work on the machine would disturb."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

EXPLODED = 20  # seconds of CPU: far above what reading or a refusal takes, far below what an unfolded file would take


@contextmanager
def no_explosion() -> Iterator[None]:
    """Fails when what stands in it takes as much of the CPU as only something that grew out of bounds does."""
    start = time.process_time()
    yield
    assert time.process_time() - start < EXPLODED


def calls(work: Callable[[], object]) -> int:
    """How many functions, in Python and in C, are called: the same number each time."""
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
