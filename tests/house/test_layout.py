"""Traps of the layout that were met before, and the house's own limits."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("planner", "calendar", "printing", "webapp", "flows", "bangviec")
SOURCES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def test_the_folder_calendar_does_not_hide_the_standard_library() -> None:
    assert not (ROOT / "calendar" / "__init__.py").exists()
    code = "import calendar, sys; sys.stdout.write(str(calendar.monthrange(2024, 2)[1]))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True).stdout == "29"


@pytest.mark.parametrize("room", ["flows", "calendar"])
def test_no_module_is_named_after_the_standard_librarys(room: str) -> None:
    names = {path.stem for path in (ROOT / room).rglob("*.py")} - {"__init__", "__main__"}
    assert not names & sys.stdlib_module_names


def test_no_file_has_outgrown_its_room() -> None:
    long = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {path: lines for path, lines in long.items() if lines > 300} == {}


def test_tests_are_no_packages() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_the_licence_is_the_one_that_the_project_names() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("GNU AFFERO GENERAL PUBLIC LICENSE\nVersion 3")


def test_the_lock_names_no_address_and_pins_by_hash() -> None:
    for name in ("requirements.lock", "deploy/uv.lock", "deploy/node.lock"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in lock and "--hash=sha256:" in lock
    assert "resolved" not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
