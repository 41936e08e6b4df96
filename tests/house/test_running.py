"""Commands beside a running system use what it has chosen; beside a stopped one they do not."""

import os
from pathlib import Path

import pytest

from bangviec.up.lock import take_lock
from bangviec.up.running import join_running, note_running


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BANGVIEC_SMTP_PORT", "2525")
    for name in ("BANGVIEC_SMTP_HOST", "PREFECT_API_URL"):
        monkeypatch.setenv(name, "to be put back")
        monkeypatch.delenv(name)
    note_running(tmp_path, {"BANGVIEC_SMTP_HOST": "127.0.0.1", "BANGVIEC_SMTP_PORT": "9", "BANGVIEC_SECRET_KEY": "k"})
    return tmp_path


def test_a_command_joins_the_running_system_but_keeps_what_the_caller_set(folder: Path) -> None:
    with take_lock(folder, "http://127.0.0.1:1"):
        join_running(folder)
        assert (os.environ.get("BANGVIEC_SMTP_HOST"), os.environ["BANGVIEC_SMTP_PORT"]) == ("127.0.0.1", "2525")
    assert "SECRET" not in (folder / "running.json").read_text()


def test_what_a_stopped_system_left_counts_no_more(folder: Path) -> None:
    take_lock(folder, "http://127.0.0.1:1").close()
    join_running(folder)
    assert "BANGVIEC_SMTP_HOST" not in os.environ
