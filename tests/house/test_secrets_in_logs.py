"""A web process that fails outright still names no secret address in its log."""

import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

FAILING = """
def application(environ, start_response):
    if environ["PATH_INFO"] == "/ready":
        start_response("204 No Content", [])
        return [b""]
    raise RuntimeError("broken before the application")
"""
SECRET = "Zb3k" * 10 + "abc"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def ask(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def test_gunicorn_s_own_log_leaves_secrets_out(tmp_path: Path) -> None:
    (tmp_path / "failing.py").write_text(FAILING)
    port, log = free_port(), tmp_path / "log"
    with log.open("wb") as out:
        command = [
            sys.executable, "-m", "gunicorn", "--config", "python:bangviec.up.web_server", "--workers", "1",
            "--bind", f"127.0.0.1:{port}", "--chdir", str(tmp_path), "failing:application",
        ]  # fmt: skip
        server = subprocess.Popen(command, stdout=out, stderr=out)
        try:
            while ask(port, "/ready") != 204 and server.poll() is None:
                time.sleep(0.1)
            assert [ask(port, f"/{kind}/{SECRET}.ics") for kind in ("calendar", "links")] == [500, 500]
        finally:
            server.terminate()
            server.wait(20)
    said = log.read_text()
    assert said.count("Error handling request GET /calendar/….ics") == 1
    assert "/links/…" in said
    assert SECRET not in said
