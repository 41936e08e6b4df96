"""A data folder is prepared for its owner only, and one system runs on it."""

import os
import socket
import stat
from datetime import date
from pathlib import Path

import pytest

from bangviec.sample import Credential
from bangviec.up import place
from bangviec.up.lock import running_at, take_lock
from bangviec.up.ports import free_port, refuse_busy
from bangviec.up.prefect import prefect_settings, without_prefect
from bangviec.up.supervisor import Ports, environment
from planner.errors import Refusal


def test_each_plan_and_each_chosen_day_has_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.txt").write_text("x")
    day = date(2023, 5, 10)
    plain = place.choose_folder(None, None, None)
    of_plan, of_both = place.choose_folder(None, "plan.txt", None), place.choose_folder(None, "plan.txt", day)
    assert plain == tmp_path / "var" / "data"
    assert of_plan.name.startswith("plan-") and of_both.name == f"{of_plan.name}-2023-05-10"
    assert place.choose_folder(None, None, day) == tmp_path / "var" / "day-2023-05-10"
    assert place.choose_folder("here", "plan.txt", day) == tmp_path / "here"
    monkeypatch.setenv("BANGVIEC_DATA", "there")
    assert place.choose_folder(None, "plan.txt", None) == tmp_path / "there"


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    key = place.secret_key(tmp_path)
    assert key == place.secret_key(tmp_path) and len(key) >= 64
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600


def test_sign_ins_of_a_trial_are_shown_again(tmp_path: Path) -> None:
    made = [Credential("head", "Trưởng ban Mẫu", "truong@mau.invalid", "abcd-efgh-2345")]
    assert place.kept_sign_ins(tmp_path) == []
    place.keep_sign_ins(tmp_path, made)
    assert place.kept_sign_ins(tmp_path) == made


def test_a_second_start_hears_where_the_first_runs(tmp_path: Path) -> None:
    assert running_at(tmp_path) is None
    with take_lock(tmp_path, "http://127.0.0.1:8080"):
        assert running_at(tmp_path) == "http://127.0.0.1:8080"
        with pytest.raises(Refusal, match="8080"):
            take_lock(tmp_path, "http://127.0.0.1:8081")
    assert running_at(tmp_path) is None
    take_lock(tmp_path, "http://127.0.0.1:8081").close()


def test_a_busy_port_is_named_with_another_that_is_free() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Refusal, match=rf"{port}.*PORT=\d+"):
            refuse_busy(port)
    refuse_busy(free_port())


def test_children_get_nothing_of_the_users_prefect_nor_of_a_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setenv("PREFECT_API_URL", "https://prefect.invalid/api")
    monkeypatch.setenv("PREFECT_PROFILE", "cloud")
    monkeypatch.setenv("no_proxy", "example.invalid")
    found = environment(tmp_path, Ports(8080, 4200, 2525), "key")
    assert "PREFECT_PROFILE" not in found
    assert found["PREFECT_API_URL"] == "http://127.0.0.1:4200/api"
    assert found["PREFECT_HOME"] == str(tmp_path / "prefect")
    assert "127.0.0.1" in found["NO_PROXY"] and "example.invalid" in found["no_proxy"]
    assert found["BANGVIEC_SMTP_PORT"] == "2525" and found["BANGVIEC_MAILBOX"] == str(tmp_path / "mailbox")
    assert not [key for key in without_prefect(os.environ) if key.startswith("PREFECT_")]


def test_a_real_mail_server_leaves_no_mailbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_SMTP_HOST", "smtp.mau.invalid")
    found = environment(tmp_path, Ports(8080, 4200, 0), "key")
    assert found["BANGVIEC_SMTP_HOST"] == "smtp.mau.invalid" and "BANGVIEC_MAILBOX" not in found


def test_prefect_stays_on_this_machine_and_tells_nobody(tmp_path: Path) -> None:
    found = prefect_settings(tmp_path, 4200)
    assert found["DO_NOT_TRACK"] == "1" and found["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
