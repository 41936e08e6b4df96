"""A simulated night: every office of the country gets its month's digest, issued, printed and posted, by two workers.

`python -m bench night [OFFICES]`. The workers are processes of their own that share one database, as a work pool's do:
each issues for its share of the offices, and all print whatever waits.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bench.measure import peak_memory
from bench.offices import COMMUNES, PROVINCES, fill

ALL = PROVINCES + COMMUNES
WORKERS, CORES = 2, (2, 8, 32)
TASKS = 36
NIGHT = date(2026, 6, 1)  # a Monday; May's digests are owed


class Share(NamedTuple):
    """What one worker did: seconds in issuing and in all, of CPU, and peak memory in MB."""

    issued: int
    issuing: float
    elapsed: float
    cpu: float
    peak: float


def measure(count: int = ALL, tasks: int = TASKS) -> bool:
    """Prints what the night took and would take; tells whether every office has its digest, its PDF and its mail."""
    from planner.base import Base
    from planner.database import make_engine

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'night.db'}"
        engine = make_engine(url)
        Base.metadata.create_all(engine)
        fill(engine, count, tasks)
        engine.dispose()
        start = time.perf_counter()
        shares = run_workers(url, range(WORKERS))
        _show(count, tasks, shares, time.perf_counter() - start)
        return is_complete(url, count)


def run_workers(url: str, numbers: Sequence[int]) -> list[Share]:
    """Starts the workers at once and waits for all."""
    environment = os.environ | {"BANGVIEC_DATABASE_URL": url, "BANGVIEC_TODAY": NIGHT.isoformat()}
    workers = [
        subprocess.Popen(
            [sys.executable, "-m", "bench.night", str(number)], env=environment, stdout=subprocess.PIPE, text=True
        )
        for number in numbers
    ]
    answers = [worker.communicate()[0] for worker in workers]
    if any(worker.returncode for worker in workers):
        raise RuntimeError("a worker broke off")
    return [Share(**json.loads(answer.splitlines()[-1])) for answer in answers]


def is_complete(url: str, count: int) -> bool:
    """Whether each office has one digest with its PDF, and each clerk one mail of it."""
    from sqlalchemy import func, select

    from planner.database import make_engine, reading
    from planner.models import Document, Mail

    with reading(make_engine(url)) as session:
        printed = session.scalar(select(func.count(Document.organisation_id.distinct())).where(Document.file_id > 0))
        found = (printed, session.scalar(select(func.count(Document.id))), session.scalar(select(func.count(Mail.id))))
    if found != (count, count, count):
        print(f"of {count} offices: {found[0]} printed, {found[1]} documents, {found[2]} mails")
    return found == (count, count, count)


def work(number: int) -> Share:
    """One worker of the night; runs in a child."""
    from sqlalchemy.orm import Session

    from flows.office import offices, transact
    from flows.printing_papers import print_waiting
    from planner.issuing import issue_report
    from planner.models import Organisation
    from planner.reporting import period_of

    may, start, cpu, issued = period_of(0, "month", 2026, 5), time.perf_counter(), time.process_time(), 0
    for office in offices()[number::WORKERS]:

        def issue(session: Session, office_id: int = office.id) -> bool:
            return issue_report(session, session.get_one(Organisation, office_id), may, None, NIGHT) is not None

        issued += transact(issue)
    issuing = time.perf_counter() - start
    print_waiting()
    return Share(issued, issuing, time.perf_counter() - start, time.process_time() - cpu, peak_memory())


def _show(count: int, tasks: int, shares: list[Share], elapsed: float) -> None:
    cpu = sum(share.cpu for share in shares) / count
    print(f"a night: {count} offices, {tasks} tasks each, {WORKERS} workers: {elapsed:.0f} s in all")
    print(f"  a digest: {cpu:.3f} s of CPU; {count / elapsed:.1f} digests a second, {1 / cpu:.1f} a second and core")
    print(f"  memory of a worker: at most {max(share.peak for share in shares):.0f} MB")
    for cores in CORES:
        print(f"  {ALL} offices on {cores} cores: {ALL * cpu / cores / 60:.1f} minutes of pure work")


if __name__ == "__main__":
    print(json.dumps(work(int(sys.argv[1]))._asdict()))
