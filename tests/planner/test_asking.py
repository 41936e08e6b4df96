"""Asking for a run is best effort: whatever answers, or does not, nobody who asks is held up or refused."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, ClassVar

import pytest

from planner import asking
from planner.asking import ask, ask_for


class Api(BaseHTTPRequestHandler):
    """The two calls of Prefect's API that are needed (the real one is asked in tests/flows/test_serving.py)."""

    asked: ClassVar[list[dict[str, Any]]] = []
    broken: ClassVar[bool] = False

    def do_GET(self) -> None:
        self.answer(200, {"id": "deployment"} if self.path == "/api/deployments/name/deliver/schedule" else {})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        Api.asked.append({"path": self.path, "authorization": self.headers["Authorization"], **body})
        self.answer(500 if Api.broken else 201, {"id": "run"})

    def answer(self, status: int, body: dict[str, Any]) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, format: str, *args: Any) -> None:
        """The tests' output stays readable."""


@pytest.fixture
def api() -> Iterator[str]:
    Api.asked, Api.broken = [], False
    asking._deployment.cache_clear()
    server = HTTPServer(("127.0.0.1", 0), Api)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/api"
    server.shutdown()
    server.server_close()


def test_a_run_is_asked_for_under_the_key(api: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_AUTH_STRING", "admin:secret")
    assert ask(api, "deliver", "reminder:1") == "run"
    assert Api.asked == [
        {
            "path": "/api/deployments/deployment/create_flow_run",
            "authorization": "Basic YWRtaW46c2VjcmV0",
            "idempotency_key": "deliver:reminder:1",
        }
    ]


def test_a_flow_that_is_not_deployed_is_not_run(api: str) -> None:
    assert ask(api, "publish_feeds", "1") is None
    assert Api.asked == []


def test_a_server_that_fails_is_borne(api: str) -> None:
    Api.broken = True
    assert ask(api, "deliver", "1") is None
    Api.broken = False
    assert ask(api, "deliver", "1") == "run"


def test_a_server_that_is_not_there_is_borne() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: nobody answers here
        assert ask(f"http://127.0.0.1:{taken.getsockname()[1]}/api", "deliver", "1") is None


@pytest.mark.parametrize("address", [None, "", "nonsense", "file:///etc/passwd"])
def test_without_a_server_nobody_is_asked(monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    if address is not None:
        monkeypatch.setenv("PREFECT_API_URL", address)
    before = threading.active_count()
    ask_for("deliver", "1")
    assert threading.active_count() == before


def test_who_asks_does_not_wait_for_the_answer(api: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_PREFECT_API_URL", api)
    ask_for("deliver", "1")
    for _ in range(100):
        if Api.asked:
            break
        time.sleep(0.02)
    assert [asked["idempotency_key"] for asked in Api.asked] == ["deliver:1"]


def test_changes_close_together_ask_for_one_run_after_them(api: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_PREFECT_API_URL", api)
    monkeypatch.setattr(asking, "_deployment", lambda _api, _flow: "deployment")
    now = datetime(2026, 5, 11, 3, 0, 10, tzinfo=UTC)
    for seconds in (0, 1, 100, 200):
        asking.ask_to_publish(now + timedelta(seconds=seconds))
    deadline = time.monotonic() + 10
    while len(Api.asked) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    times = sorted(one["state"]["state_details"]["scheduled_time"] for one in Api.asked)
    assert times == ["2026-05-11T03:03:00+00:00", "2026-05-11T03:06:00+00:00"]
