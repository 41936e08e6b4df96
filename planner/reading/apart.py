"""Documents from outside are read in a child process with limits: a bad one can end nothing but its own reading."""

import json
import logging
import os
import signal
import subprocess
import sys

from planner.errors import Refusal
from planner.language import N_
from planner.period import Years
from planner.reading.drafts import PlanDraft
from planner.reading.formats import refuse_size
from planner.reading.keeping import draft_from_json

TIMEOUT = 60.0  # seconds
_KEPT = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "HOME", "LANG", "LC_ALL")
log = logging.getLogger(__name__)


def read_document_apart(
    content: bytes, file_name: str, years: Years | None = None, timeout: float = TIMEOUT
) -> PlanDraft:
    """Like `read_document`, in a child process without secrets, network or more than its share of memory and time.

    Raises Refusal as `read_document` does, and when the document takes longer than `timeout` seconds or breaks its
    reader.
    """
    refuse_size(content)
    head = {"file_name": file_name, "years": [years.first, years.last, years.month] if years else None}
    said = _run(json.dumps(head).encode() + b"\n" + content, timeout)
    try:
        answer = json.loads(said)
        refusal = answer.get("refusal")
        plan = None if refusal else draft_from_json(answer["draft"])
    except (ValueError, KeyError, TypeError) as error:
        raise _crashed() from error
    if plan is None:
        raise Refusal(refusal["message"], **refusal["values"])
    return plan


def _run(request: bytes, timeout: float) -> bytes:
    """What the child wrote. Its environment holds no settings, so neither keys nor the database's address."""
    child = subprocess.Popen(
        [sys.executable, "-m", "planner.reading"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env={name: os.environ[name] for name in _KEPT if name in os.environ},
        start_new_session=True,
    )  # fmt: skip
    try:
        out, errors = child.communicate(request, timeout)
    except subprocess.TimeoutExpired:
        raise _too_slow() from None
    finally:
        _end(child)
    if child.returncode == 0:
        return out
    if child.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise _too_slow()
    log.error("reading a document failed with %s: %s", child.returncode, errors.decode("utf-8", "replace")[-2000:])
    raise _crashed()


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
