"""Documents are read in a child process that a bad one cannot get out of."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from documents import ROWS, bytes_of_book, flattened, word_plan, workbook

from planner.errors import Refusal
from planner.period import Years
from planner.reading import apart, read_document
from planner.reading.apart import read_document_apart
from planner.reading.progress import Progress

Put = Callable[[str], None]
# A child that is confined like the real one and then does something else.
CONFINED = "import planner.reading.__main__ as child, sys; child.confine(); "


@pytest.fixture
def in_child(monkeypatch: pytest.MonkeyPatch) -> Put:
    """Puts other code into the child's place."""

    def put(code: str) -> None:
        real = subprocess.Popen
        command = [sys.executable, "-c", CONFINED + code]
        monkeypatch.setattr(
            apart.subprocess, "Popen", lambda given, **how: real([*command, given[-1]], **how)
        )  # fmt: skip

    return put


def confined(code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", CONFINED + code], capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("content", "name"),
    [(word_plan(), "a.docx"), (bytes_of_book(workbook()), "a.xlsx"), (flattened().encode(), "kế hoạch.txt")],
    ids=["docx", "xlsx", "txt"],
)
def test_what_is_read_apart_is_what_is_read_here(content: bytes, name: str) -> None:
    there, here = read_document_apart(content, name), read_document(content, name)
    assert (there.as_json(), there.sha256, there.file_name) == (here.as_json(), here.sha256, here.file_name)


def test_the_years_go_along() -> None:
    assert read_document_apart(flattened().encode(), "a.txt", Years(2030, 2031)).years == Years(2030, 2031)


def test_a_refusal_comes_back_with_its_sentence_and_values() -> None:
    with pytest.raises(Refusal) as refusal:
        read_document_apart(b"a\n" * 250_000, "a.txt")
    assert (refusal.value.message % refusal.value.values, refusal.value.values) == (
        str(refusal.value),
        {"most": 200000},
    )


def test_an_empty_file_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart.subprocess, "Popen", None)
    with pytest.raises(Refusal, match="rỗng"):
        read_document_apart(b" ", "a.txt")


def test_a_reading_without_end_is_ended_with_all_it_started(in_child: Put, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    started = "import subprocess, time; p = subprocess.Popen(['sleep', '60']); "
    in_child(started + f"open('{note}', 'w').write(str(p.pid)); time.sleep(60)")
    start = time.monotonic()
    with pytest.raises(Refusal, match="quá lâu"):
        read_document_apart(b"x", "a.txt", timeout=4)
    assert time.monotonic() - start < 40
    assert is_gone(int(note.read_text()))


def is_gone(pid: int) -> bool:
    for _ in range(50):
        try:
            if Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z":
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.1)
    return False


def test_a_reading_that_uses_up_its_time_is_told_so(in_child: Put) -> None:
    in_child("import resource as r; r.setrlimit(r.RLIMIT_CPU, (1, 50))\nwhile True: pass")
    with pytest.raises(Refusal, match="quá lâu"):
        read_document_apart(b"x", "a.txt")


@pytest.mark.parametrize("code", ["bytearray(3 << 30)", "sys.exit(3)", "import os; os.abort()", "print('no JSON')"])
def test_a_crash_is_one_sentence(in_child: Put, code: str) -> None:
    in_child(code)
    with pytest.raises(Refusal, match="Không đọc được tệp này"):
        read_document_apart(b"x", "a.txt")


def long_plan(count: int) -> bytes:
    return flattened([(str(n), *ROWS[n % len(ROWS)][1:]) for n in range(1, count + 1)]).encode()


def test_who_listens_is_told_how_far_it_is() -> None:
    told: list[Progress] = []
    plan = read_document_apart(long_plan(4000), "a.txt", on_progress=told.append)
    assert len(plan.rows) == 4000
    assert told
    assert all(said.step == "rows" and 0 < said.done <= said.total == 4000 for said in told)
    assert [said.done for said in told] == sorted(said.done for said in told)
    assert "trên 4000 dòng" in told[-1].sentence


def test_a_child_that_is_slow_to_listen_still_gets_the_whole_document(in_child: Put) -> None:
    answer = "{'refusal': {'message': str(len(sys.stdin.buffer.read())), 'values': {}}}"
    in_child(f"import json, time; time.sleep(0.6); print(json.dumps({answer}))")
    with pytest.raises(Refusal) as refusal:
        read_document_apart(b"x" * 3_000_000, "a.txt", on_progress=lambda said: None)
    assert int(str(refusal.value)) > 3_000_000


def test_a_listener_that_fails_ends_the_reading(in_child: Put, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    words = f"import os, time; open('{note}', 'w').write(str(os.getpid())); os.write(int(sys.argv[1]), "
    in_child(words + """b'["pages", 1, 9]\\n'); time.sleep(60)""")

    def stop(said: Progress) -> None:
        raise KeyboardInterrupt(said.sentence)

    with pytest.raises(KeyboardInterrupt, match="1 trên 9 trang"):
        read_document_apart(b"x", "a.txt", on_progress=stop)
    assert is_gone(int(note.read_text()))


@pytest.mark.parametrize("said", ["no JSON", "[1]", '["pages", "x", 2]', '["nothing", 1, 2]', "{}"])
def test_what_a_broken_child_says_of_its_progress_is_no_progress(in_child: Put, said: str) -> None:
    in_child(f"import os, time; os.write(int(sys.argv[1]), {said!r}.encode() + b'\\n'); time.sleep(0.5); print()")
    told: list[Progress] = []
    with pytest.raises(Refusal, match="Không đọc được tệp này"):
        read_document_apart(b"x", "a.txt", on_progress=told.append)
    assert told == []


def test_memory_and_time_are_limited() -> None:
    assert "MemoryError" in confined("bytearray(2 << 30)").stderr
    limits = confined("import resource as r; print(r.getrlimit(r.RLIMIT_CPU), r.getrlimit(r.RLIMIT_CORE))").stdout
    assert limits.split() == ["(50,", "50)", "(0,", "0)"]


def test_the_child_knows_no_settings(monkeypatch: pytest.MonkeyPatch, in_child: Put) -> None:
    monkeypatch.setenv("BANGVIEC_SECRET_KEY", "geheim")
    answer = "{'refusal': {'message': ','.join(os.environ), 'values': {}}}"
    in_child(f"import json, os; print(json.dumps({answer}))")
    with pytest.raises(Refusal) as refusal:
        read_document_apart(b"x", "a.txt")
    assert "PATH" in str(refusal.value)
    assert "BANGVIEC" not in str(refusal.value)


def test_the_child_reaches_no_network_where_the_system_allows_to_leave_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        code = (
            "import json, socket; away = child._leave_network(); s = socket.socket(); "
            f"print(json.dumps([away, s.connect_ex(('127.0.0.1', {server.getsockname()[1]}))]))"
        )
        away, error = json.loads(confined(code).stdout)
    if not away:
        pytest.skip("this system allows no network namespace")
    assert os.strerror(error) in ("Network is unreachable", "Cannot assign requested address")


def test_only_the_library_that_a_format_needs_is_loaded() -> None:
    libraries = ("docx", "openpyxl", "pdfplumber", "xlrd", "lxml")
    code = f"import planner.reading, sys; print([m for m in {libraries} if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
