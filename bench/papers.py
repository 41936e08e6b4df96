"""Papers: the digest at each size; rendering beside WeasyPrint alone; digests per second of CPU; memory over many."""

import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

import printing
from bench.measure import Times, by_turns, peak_memory
from planner.base import Base
from planner.database import make_engine, reading
from planner.models import Organisation, the_organisation
from planner.reporting import period_of
from planner.sheets.digest import digest_sheet
from planner.sheets.reminder import items_for, reminder_sheet

WITHIN = 1.2  # times what WeasyPrint alone needs for the same pages
MANY = 1000
FLAT = 1.1  # memory after all documents against that after the first tenth
ISSUED = date(2026, 5, 4)
APRIL = period_of(0, "month", 2026, 4)


def measure(database: Path, rounds: int) -> list[tuple[str, Times, Times | None]]:
    """The month's digest, from its rows to the PDF."""
    engine = make_engine(f"sqlite:///{database}")
    (digest,) = by_turns(lambda _: _digest(engine), rounds=1 if rounds < 10 else 3, warm=0)
    return [("digest, data and PDF", digest, None)]


def _digest(engine: Engine) -> bytes:
    with reading(engine) as session:
        data = digest_sheet(session, _office(session), period=APRIL, issued_on=ISSUED)
    return printing.render("digest", data)


def _office(session: Session) -> Organisation:
    organisation = the_organisation(session)
    if organisation is None:
        raise RuntimeError("an empty database")
    return organisation


def measure_papers() -> bool:
    """Prints the three; tells whether the goals are kept. CPU seconds, which a busy machine does not change."""
    ratios = [_ratio(boards) for boards in (1, 8)]
    for boards in (1, 10, 100):
        _throughput(boards)
    child = subprocess.run(
        [sys.executable, "-m", "bench", "memory", str(MANY)], capture_output=True, text=True, check=True
    )
    early, late = map(float, child.stdout.split())
    flat = late / early
    print(f"memory after {MANY // 10} letters {early:.0f} MB, after {MANY} {late:.0f}: {flat:.2f}x (within {FLAT:g})")
    return max(ratios) <= WITHIN and flat <= FLAT


def _ratio(boards: int) -> float:
    """Rendering a digest, and WeasyPrint alone with the same HTML, style sheet, faces and tags ready."""
    from printing import engine, letters

    data = next(_data(boards))
    html, styles = letters.html("digest", data, "vi"), letters.styles("digest", data)
    ours, alone = _cpu_by_turns(lambda: printing.render("digest", data), lambda: engine.pdf(html, styles))
    ratio = ours / alone
    said = f"{ours:.3f} s of CPU, WeasyPrint alone {alone:.3f} s: {ratio:.2f}x (within {WITHIN:g})"
    print(f"digest of {boards * 10} tasks: {said}")
    return ratio


def _cpu_by_turns(*actions: Callable[[], object], rounds: int = 5) -> list[float]:
    """The least CPU of each over some rounds, one after the other."""
    taken: list[list[float]] = [[] for _ in actions]
    for number in range(rounds + 1):
        for action, times in zip(actions, taken, strict=True):
            start = time.process_time()
            action()
            if number:
                times.append(time.process_time() - start)
    return [min(times) for times in taken]


def _throughput(boards: int) -> None:
    """Every board's digest, and the office's own: data and PDF."""
    printing.render("digest", next(_data(1)))  # the faces are read once a process
    start, count = time.process_time(), 0
    for data in _data(boards):
        printing.render("digest", data)
        count += 1
    taken = time.process_time() - start
    print(f"{boards:>4} boards of 10 tasks: {count} digests, {count / taken:.2f} a second of CPU")


def _data(boards: int) -> Iterator[dict[str, Any]]:
    with _filled(boards) as session:
        organisation = _office(session)
        for board in [None, *organisation.boards]:
            yield digest_sheet(session, organisation, period=APRIL, board=board, issued_on=ISSUED)


@contextmanager
def _filled(boards: int) -> Iterator[Session]:
    """A session on an office of some boards with ten tasks each."""
    from bench.office import fill

    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite:///{Path(folder) / 'papers.db'}")
        Base.metadata.create_all(engine)
        fill(engine, 10 * boards, boards)
        with reading(engine) as session:
            yield session
        engine.dispose()


def memory(count: int) -> None:
    """In a child: the peak of memory in MB after a tenth of the letters, and after all."""
    held = _letters()
    for number in range(1, count + 1):
        printing.render("reminder", {**held[number % len(held)], "code": f"{number}/CV"})
        if number in (count // 10, count):
            gc.collect()
            print(f"{peak_memory():.1f}", flush=True)


def _letters() -> list[dict[str, Any]]:
    """A reminder to each of eight boards."""
    with _filled(8) as session:
        organisation = _office(session)
        return [
            reminder_sheet(organisation, board, items_for(session, board, ISSUED), 1, ISSUED)
            for board in organisation.boards
        ]
