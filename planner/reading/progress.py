"""How far the reading of a document has come, told while it runs.

The readers call `report`; whoever wants to know reads inside `told_to`. Without a listener `report` does nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

from planner.language import N_
from planner.reading.notes import Note

_SENTENCES = {
    "pages": (N_("Đã đọc %(done)d trang."), N_("Đã đọc %(done)d trên %(total)d trang.")),
    "lines": (N_("Đã đọc %(done)d dòng của tệp."), N_("Đã đọc %(done)d trên %(total)d dòng của tệp.")),
    "rows": (N_("Đã hiểu %(done)d dòng kế hoạch."), N_("Đã hiểu %(done)d trên %(total)d dòng kế hoạch.")),
}


@dataclass(frozen=True)
class Progress:
    """So many of so many steps are done; `total` is 0 where it cannot be known beforehand.

    The steps are the file's `pages` or `lines` while its bytes are read, and then the plan's `rows` while their
    times and bodies are worked out.
    """

    step: str
    done: int
    total: int = 0

    @property
    def sentence(self) -> Note:
        """The same for people."""
        return Note(_SENTENCES[self.step][self.total > 0], done=self.done, total=self.total)

    @property
    def share(self) -> float | None:
        """Done of total, from 0 to 1; None where the total is unknown."""
        return min(self.done / self.total, 1.0) if self.total else None


Listener = Callable[[Progress], None]
_listener: ContextVar[Listener | None] = ContextVar("reading_progress", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """While the block runs, the listener is called with every step."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def report(step: str, done: int, total: int = 0) -> None:
    """Says how far a step has come."""
    if listener := _listener.get():
        listener(Progress(step, done, total))


Item = TypeVar("Item")


def counted(items: Iterable[Item], step: str, total: int = 0) -> Iterator[Item]:
    """The items, one by one, saying after each how many are done."""
    for done, item in enumerate(items, start=1):
        yield item
        report(step, done, total)
