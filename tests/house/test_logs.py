"""The logs of what `bangviec up` runs: bounded in size and number, and whole at every turn."""

import os
import sys
from pathlib import Path

import pytest

from bangviec.up.children import Child, Family
from bangviec.up.logs import KEPT, log_size
from planner.errors import Refusal

SIZE = 10_000
LINE = "dòng {n:05} – nội dung có dấu\n"
# Says many lines through both of its outputs, from itself and then from a child of its own.
OWN = f"import sys; [sys.stderr.write({LINE!r}.format(n=n)) for n in range(1000, 2000)]"
CHATTY = f"""
import subprocess, sys
for n in range(1000):
    (sys.stdout if n % 2 else sys.stderr).write({LINE!r}.format(n=n))
    sys.stdout.flush(); sys.stderr.flush()
subprocess.run([sys.executable, "-c", {OWN!r}], check=True)
sys.stdout.write("no end of the line")
"""
NEVER_ENDING = "import sys; [sys.stdout.write('x' * 10_000) for _ in range(100)]"


def run(folder: Path, code: str, size: int, times: int = 1) -> list[Path]:
    """Runs a program to its end, under a family; gives its log files, the newest first."""
    (folder / "log").mkdir()
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    for _ in range(times):
        family = Family(folder, environment, log_size=size)
        try:
            assert family.run_once(Child("web", "Trang web", [sys.executable, "-c", code], lambda: True))
        finally:
            family.stop()
    names = ["web.log", *(f"web.log.{n}" for n in range(1, 100))]
    return [file for name in names if (file := folder / "log" / name).exists()]


def said(files: list[Path]) -> str:
    return b"".join(file.read_bytes() for file in reversed(files)).decode()


def test_a_chatty_child_fills_bounded_files_and_no_line_is_lost_at_the_turn(tmp_path: Path) -> None:
    files = run(tmp_path, CHATTY, SIZE)
    lines = said(files).splitlines()
    assert lines[-1] == "no end of the line"
    numbers = sorted(int(line.split()[1]) for line in lines[:-1])
    assert lines[:-1] == [LINE.format(n=int(line.split()[1])).rstrip() for line in lines[:-1]]  # each whole
    assert len(files) == 1 + KEPT
    assert all(file.stat().st_size <= SIZE + 100 for file in files)
    assert numbers == list(range(numbers[0], 2000))  # the oldest are gone, and only they


def test_what_fits_is_kept_whole_and_a_further_start_goes_on_below(tmp_path: Path) -> None:
    files = run(tmp_path, CHATTY, 50_000, times=2)
    assert 1 < len(files) <= 1 + KEPT
    lines = said(files).replace("no end of the line", "").splitlines()
    assert sorted(int(line.split()[1]) for line in lines) == sorted([*range(2000), *range(2000)])


def test_a_line_without_an_end_is_cut_between_files_and_lost_nowhere(tmp_path: Path) -> None:
    assert said(run(tmp_path, NEVER_ENDING, 300_000)) == "x" * 1_000_000


def test_what_is_no_text_is_written_as_its_bytes(tmp_path: Path) -> None:
    files = run(tmp_path, "import sys; sys.stdout.buffer.write(b'\\xff\\n')", SIZE)
    assert said(files) == "\\xff\n"


@pytest.mark.parametrize(("value", "size"), [("", 10_000_000), ("2", 2_000_000), ("0.5", 500_000)])
def test_the_setting_is_in_megabytes(value: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_LOG_MB", value)
    assert log_size() == size


@pytest.mark.parametrize("value", ["0", "-1", "nhiều", "inf", "nan"])
def test_a_setting_that_is_no_size_is_refused_with_its_name(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_LOG_MB", value)
    with pytest.raises(Refusal, match="BANGVIEC_LOG_MB"):
        log_size()
