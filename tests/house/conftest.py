"""What the tests of the command share."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bangviec.__main__ import main
from bangviec.sample import programme

Run = Callable[..., "Answer"]


@dataclass
class Answer:
    code: int
    out: str
    err: str


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that does not exist yet, on a fixed day."""
    monkeypatch.setenv("BANGVIEC_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("BANGVIEC_TODAY", "2026-05-11")
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    return tmp_path / "data"


@pytest.fixture
def bangviec(data: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """The command, run in this process."""

    def run(*arguments: str | Path) -> Answer:
        code = main([str(a) for a in arguments])
        out, err = capsysbinary.readouterr()
        return Answer(code, out.decode(), err.decode())

    return run


@pytest.fixture
def shell(data: Path) -> Run:
    """The command as a process of its own, in a plain environment."""

    def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "bangviec", *map(str, arguments)], input=stdin, capture_output=True,
            env=os.environ | environment, timeout=60,
        )  # fmt: skip
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A plan document of our own, for 2026."""
    path = tmp_path / "chương trình 2026.txt"
    path.write_text(programme.text(date(2026, 1, 1)), encoding="utf-8")
    return path


@pytest.fixture
def new_postgres(new_postgres_from: Callable[[str], Engine]) -> Callable[[], Engine]:
    """Makes PostgreSQL databases in which there is nothing: what is tested here migrates, restores and moves."""
    return lambda: new_postgres_from("template1")
