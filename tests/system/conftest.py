"""The whole system as a newcomer starts it, driven by the people of an office in a real Chromium."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from chromium import launch_options
from playwright.sync_api import Browser, Page, sync_playwright

from bangviec.up.ports import free_port

PATIENCE = 240
TODAY = "2023-05-10"


@dataclass
class System:
    """A running `bangviec up` on its sample, as of TODAY."""

    folder: Path
    address: str
    password: str
    browser: Browser

    def page_of(self, email: str) -> Page:
        """A page of somebody who has just signed in."""
        page = self.browser.new_context(locale="vi-VN", viewport={"width": 1600, "height": 1000}).new_page()
        page.set_default_timeout(30_000)
        page.goto(f"{self.address}/sign-in")
        page.fill("input[name=email]", email)
        page.fill("input[name=password]", self.password)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(lambda url: "sign-in" not in url)
        return page

    def bangviec(self, *arguments: str) -> str:
        """The command on this system's data, as an operator calls it beside the running one."""
        done = subprocess.run(
            [sys.executable, "-m", "bangviec", *arguments], capture_output=True, text=True, timeout=PATIENCE,
            env=os.environ | {"BANGVIEC_DATA": str(self.folder), "BANGVIEC_TODAY": TODAY},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory, chrome: Browser) -> Iterator[System]:
    folder, port = tmp_path_factory.mktemp("system") / "data", free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "bangviec", "up", "--data", str(folder), "--port", str(port), "--today", TODAY],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        password = _wait_until_ready(process)
        yield System(folder, f"http://127.0.0.1:{port}", password, chrome)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def _wait_until_ready(process: "subprocess.Popen[str]") -> str:
    """Reads what the start says; gives the password of the sign-ins."""
    said, deadline = "", time.monotonic() + PATIENCE
    assert process.stdout
    for line in process.stdout:
        said += line
        assert time.monotonic() < deadline, said
        if "Ctrl-C" in line:
            found = re.search(r"mật khẩu: (\S+)", said)
            assert found, said
            return found[1]
    raise AssertionError(said)
