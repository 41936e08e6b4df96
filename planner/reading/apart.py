"""Documents from outside are read in a child process with limits: a bad one can end nothing but its own reading."""

import json
import logging
import os
import signal
import subprocess
import sys
import time
from tempfile import TemporaryFile

from planner.errors import Refusal
from planner.language import N_
from planner.period import Years
from planner.reading.drafts import PlanDraft
from planner.reading.formats import refuse_size
from planner.reading.formats.first_look import refuse_bombs
from planner.reading.keeping import draft_from_json
from planner.reading.meanings import Choices, choices_as_json
from planner.reading.progress import Listener, Progress

TIMEOUT = 60.0  # seconds
_LOOKED = 0.2  # seconds between two looks at the progress
_KEPT = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "HOME", "LANG", "LC_ALL")
log = logging.getLogger(__name__)


def read_document_apart(
    content: bytes,
    file_name: str,
    years: Years | None = None,
    timeout: float = TIMEOUT,
    on_progress: Listener | None = None,
    columns: Choices | None = None,
) -> PlanDraft:
    """Like `read_document`, in a child process without secrets, network or more than its share of memory and time.

    `on_progress` is called in the caller's own thread, a few times a second while the child reads; what it raises
    ends the child and comes out here.
    Raises Refusal as `read_document` does, and when the document takes longer than `timeout` seconds or breaks its
    reader.
    """
    refuse_size(content)
    refuse_bombs(content)
    head = {
        "file_name": file_name,
        "years": [years.first, years.last, years.month] if years else None,
        "columns": choices_as_json(columns),
    }
    said = _run(json.dumps(head).encode() + b"\n" + content, timeout, on_progress)
    try:
        answer = json.loads(said)
        refusal = answer.get("refusal")
        plan = None if refusal else draft_from_json(answer["draft"])
    except (ValueError, KeyError, TypeError) as error:
        raise _crashed() from error
    if plan is None:
        raise Refusal(refusal["message"], **refusal["values"])
    return plan


def _run(request: bytes, timeout: float, on_progress: Listener | None) -> bytes:
    """What the child wrote. Its environment holds no settings, so neither keys nor the database's address."""
    mine, childs = os.pipe()
    # A file, since `communicate` writes no more of its input once it was interrupted to look at the progress
    with TemporaryFile() as asked:
        asked.write(request)
        asked.seek(0)
        child = subprocess.Popen(
            [sys.executable, "-m", "planner.reading", str(childs)], stdin=asked, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env={name: os.environ[name] for name in _KEPT if name in os.environ},
            start_new_session=True, pass_fds=(childs,),
        )  # fmt: skip
    os.close(childs)
    try:
        out, errors = _listen(child, timeout, mine, on_progress)
    except subprocess.TimeoutExpired:
        raise _too_slow() from None
    finally:
        _end(child)
        os.close(mine)
    if child.returncode == 0:
        return out
    if child.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise _too_slow()
    log.error("reading a document failed with %s: %s", child.returncode, errors.decode("utf-8", "replace")[-2000:])
    raise _crashed()


def _listen(
    child: "subprocess.Popen[bytes]", timeout: float, pipe: int, on_progress: Listener | None
) -> tuple[bytes, bytes]:
    """Waits for the child's answer and hands on what it says meanwhile. Raises TimeoutExpired."""
    if on_progress is None:
        return child.communicate(timeout=timeout)
    os.set_blocking(pipe, False)
    end = time.monotonic() + timeout
    while True:
        try:
            return child.communicate(timeout=_LOOKED)
        except subprocess.TimeoutExpired:
            if time.monotonic() > end:
                raise
        if said := _said(pipe):
            on_progress(said)


def _said(pipe: int) -> Progress | None:
    """The last whole line that the child wrote about its progress; a line that is none comes from a broken child."""
    try:
        lines = os.read(pipe, 1 << 16).split(b"\n")[:-1]
        step, done, total = json.loads(lines[-1])
        said = Progress(str(step), int(done), int(total))
        return said if said.sentence else None
    except (BlockingIOError, LookupError, ValueError, TypeError):
        return None


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Ends the child with what it started, if it still runs, and collects it."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()


def _too_slow() -> Refusal:
    log.warning("reading a document took too long")
    return Refusal(N_("Tệp đọc quá lâu nên đã dừng. Xin chỉ giữ lại phần bảng kế hoạch rồi tải lên lại."))


def _crashed() -> Refusal:
    return Refusal(
        N_("Không đọc được tệp này. Xin mở bằng Word hoặc Excel, lưu lại thành .docx hoặc .xlsx rồi tải lên.")
    )
