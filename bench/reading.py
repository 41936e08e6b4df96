"""Reading plan documents: the whole child process, beside what the format's own library needs for its plain load."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import documents

SIZES = (100, 1_000, 10_000)
SECONDS, MEGABYTES = 2.0, 300.0  # for 1,000 rows of .docx or .xlsx
FLAT = 1.5  # so many times the time per row of 1,000 rows may a row of 10,000 take
_MEASURED = (
    "import resource, subprocess, sys, time; start = time.perf_counter();"
    " done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE);"
    " used = resource.getrusage(resource.RUSAGE_CHILDREN);"
    " print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024,"
    " done.returncode)"
)
# What each format's own library does at the least: load the file and look at every cell.
_PLAIN = {
    "docx": "import docx, sys; [t.text for t in docx.Document(sys.argv[1]).element.body.iter() if t.tag[-2:] == '}t']",
    "xlsx": "import openpyxl, sys; list(openpyxl.load_workbook(sys.argv[1]).active.iter_rows(values_only=True))",
    "csv": "import csv, sys; list(csv.reader(open(sys.argv[1], encoding='utf-8')))",
    "txt": "import sys; open(sys.argv[1], encoding='utf-8').read().split(chr(10))",
    "pdf": "import pdfplumber, sys; [p.extract_tables() for p in pdfplumber.open(sys.argv[1]).pages]",
}


def measure() -> bool:
    """Prints the table; tells whether the limits are kept."""
    print(f"\n{'rows':>6}  {'what':<8} {'seconds':>8} {'CPU s':>6} {'MB':>6} {'ms a row':>9} {'library s':>9}  ratio")
    kept = True
    with TemporaryDirectory() as folder:
        for ending, make in documents.MAKERS.items():
            kept = _format(Path(folder), ending, make) and kept
    return kept


def _format(folder: Path, ending: str, make: Callable[[int], bytes]) -> bool:
    kept, before = True, 0.0
    for rows in SIZES if ending != "pdf" else SIZES[:2]:
        path = folder / f"{rows}.{ending}"
        path.write_bytes(make(rows))
        seconds, cpu, megabytes = _reading(path, rows)
        plain, _, _ = run_measured([sys.executable, "-c", _PLAIN[ending], str(path)])
        notes = []
        if ending in ("docx", "xlsx") and rows == 1_000:
            notes.append((f"within {SECONDS:g} s and {MEGABYTES:g} MB", seconds <= SECONDS and megabytes <= MEGABYTES))
        if before and rows == 10_000:
            notes.append((f"a row within {FLAT:g} times", cpu / rows <= before * FLAT))
        before = cpu / rows
        kept = kept and all(good for _, good in notes)
        said = "".join(f"  ({what}: {'yes' if good else 'NO'})" for what, good in notes)
        used = f"{seconds:8.2f} {cpu:6.2f} {megabytes:6.0f} {before * 1000:9.2f}"
        print(f"{rows:>6}  {ending:<8} {used} {plain:9.2f} {seconds / plain:6.2f}x{said}")
    return kept


def _reading(path: Path, rows: int) -> tuple[float, float, float]:
    """The quickest of three whole readings by the command (of a PDF one), its child process included."""
    command = [sys.executable, "-m", "bangviec", "read", str(path), "--json"]
    said = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    if len(said["rows"]) != rows:
        raise RuntimeError(f"{path.name}: {len(said['rows'])} rows were read")
    return min(run_measured(command) for _ in range(1 if path.suffix == ".pdf" else 3))


def run_measured(command: list[str], settings: dict[str, str] | None = None) -> tuple[float, float, float]:
    """Seconds, seconds of CPU and peak memory in MB (of the largest) of a process and those that it started."""
    done = subprocess.run([sys.executable, "-c", _MEASURED, *command], capture_output=True, check=True, env=settings)
    seconds, cpu, megabytes, code = done.stdout.split()
    if int(code):
        raise RuntimeError(f"{command} ended with {int(code)}")
    return float(seconds), float(cpu), float(megabytes)
