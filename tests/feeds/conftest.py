"""A second parser: ical.js reads what the application wrote."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Parse = Callable[[bytes], dict[str, Any]]
SCRIPT = Path(__file__).with_name("parse.mjs")


@pytest.fixture
def parse() -> Parse:
    """Reads iCalendar bytes with ical.js: `properties` of the calendar, and `events` in the order of the file."""

    def read(content: bytes) -> dict[str, Any]:
        done = subprocess.run(["node", str(SCRIPT)], input=content, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    return read
