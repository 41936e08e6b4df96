"""Prints the table: each size in a process of its own, so that the peak of memory is that size's own.

`python -m bench reading` measures the reading of documents alone, `pages` the pages and feeds, `papers` the papers,
`flows` runs with nothing to do, `night [OFFICES]` a night of digests for all offices of the country, or for so many.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

SIZES = (36, 500, 5000)
ROUNDS = {36: 60, 500: 30, 5000: 5}
LIMITS = {
    ("kanban, every card built anew", 500): 1.5,
    ("kanban, no card changed since", 500): 1.0,
    ("kanban, asked again, nothing new", 500): 1.5,
    ("kanban, open, nothing new", 500): 1.5,
    ("kanban, what is seen, a card moved", 5000): 1.0,
    ("a move (postponed and resumed)", 500): 2.0,
    ("pictures, all drawn", 500): 3.0,
    ("pictures, all drawn", 5000): 3.0,  # no worse than in proportion to tasks and history
} | {
    (label, size): limit
    for size in SIZES
    for label, limit in (("feed of everything, built", 1.2), ("feed, nothing changed since", 2.0), ("feed, 304", 1.5))
}


def one_size(count: int) -> dict[str, object]:
    """Measures one size; runs in a child."""
    from bench import feeds, kanban, papers, pictures
    from bench.measure import Times, peak_memory
    from bench.office import TODAY, fill
    from planner.base import Base
    from planner.database import make_engine

    os.environ |= {"BANGVIEC_SECRET_KEY": "a key for the bench only", "BANGVIEC_TODAY": TODAY.isoformat()}
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "bench.db"
        engine = make_engine(f"sqlite:///{database}")
        Base.metadata.create_all(engine)
        fill(engine, count)
        engine.dispose()
        lines: list[tuple[str, Times, Times | None]] = [*kanban.measure(database, count, ROUNDS[count])]
        lines += pictures.measure(database, count, min(ROUNDS[count], 10))
        web_peak = peak_memory()
        lines += feeds.measure(database, min(ROUNDS[count], 10))
        lines += papers.measure(database, min(ROUNDS[count], 10))
    figures = [(label, a.median, a.p95, b.median if b else None) for label, a, b in lines]
    return {"count": count, "lines": figures, "web_peak": web_peak, "peak": peak_memory()}


def show(found: dict[str, object]) -> bool:
    """Prints one size's lines; tells whether every ratio that has a limit keeps it."""
    count, kept = found["count"], True
    for label, median, p95, twin in found["lines"]:  # type: ignore[attr-defined]
        ratio = f"{median / twin:6.2f}x" if twin else "      -"
        limit = LIMITS.get((str(label), int(str(count))))
        within = limit is None or median / twin <= limit
        kept = kept and within
        note = "" if limit is None else f"  (within {limit:g}: {'yes' if within else 'NO'})"
        bare = f"{twin * 1000:9.2f}" if twin else "        -"
        print(f"{count:>6}  {label:<32} {median * 1000:9.2f} {p95 * 1000:9.2f} {bare} {ratio}{note}")
    print(f"{count:>6}  peak memory: pages {found['web_peak']:.0f} MB, with feed and PDF {found['peak']:.0f} MB")
    return kept


def pages() -> bool:
    """Kanban, moves, feeds and the digest at every size."""
    print(f"{'tasks':>6}  {'what':<32} {'median ms':>9} {'p95 ms':>9} {'bare ms':>9}  ratio")
    kept = True
    for size in SIZES:
        child = subprocess.run([sys.executable, "-m", "bench", str(size)], capture_output=True, text=True, check=True)
        kept = show(json.loads(child.stdout.splitlines()[-1])) and kept
    return kept


def main() -> int:
    """Every part, or the one that is named; in a child the one size or number that is asked for."""
    from bench import flows, night, papers, reading

    parts: dict[str, Callable[[], bool | None]] = {
        "pages": pages, "flows": flows.measure, "reading": reading.measure, "papers": papers.measure_papers,
        "night": night.measure,
    }  # fmt: skip
    name, *rest = sys.argv[1:] or [""]
    if name == "memory":
        papers.memory(int(rest[0]))
        return 0
    if name.isdecimal():
        print(json.dumps(one_size(int(name))))
        return 0
    if name == "night" and rest:
        return 0 if night.measure(int(rest[0])) else 1
    kept = [part() for word, part in parts.items() if name in ("", word)]
    return 0 if kept and False not in kept else 1


if __name__ == "__main__":
    sys.exit(main())
