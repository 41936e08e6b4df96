"""Letters for processes that do not carry the renderer: `python -m printing` runs as a child with limits of its own."""

import json
import logging
import subprocess
import sys
from typing import Any

from planner.errors import Refusal
from planner.language import N_

TIMEOUT = 30.0
BEGINNINGS = {"pdf": b"%PDF-", "docx": b"PK"}
log = logging.getLogger(__name__)


def render_in_child(
    kind: str, data: dict[str, Any], timeout: float = TIMEOUT, language: str = "vi", form: str = "pdf"
) -> bytes:
    """A sheet's data (kind digest, report, reminder, minutes or annex) as pdf or docx. Refuses when it fails.

    `timeout` is in seconds.
    """
    command = [sys.executable, "-m", "printing", kind, language, form]
    try:
        child = subprocess.run(command, input=json.dumps(data).encode(), capture_output=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        log.warning("printing a %s took longer than %s s", kind, timeout)
        raise Refusal(N_("Văn bản quá lớn nên chưa in kịp; đề nghị thử lại sau hoặc in theo từng bộ phận.")) from None
    if child.returncode == 0 and child.stdout.startswith(BEGINNINGS[form]):
        return child.stdout
    said = child.stderr.decode("utf-8", "replace")
    log.error("printing a %s failed with %s: %s", kind, child.returncode, said[-2000:])
    raise Refusal(N_("Chưa tạo được tệp văn bản; đề nghị thử lại hoặc báo quản trị viên kiểm tra nhật ký hệ thống."))
