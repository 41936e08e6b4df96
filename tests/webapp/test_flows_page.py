"""The flows page: what failed is shown without Prefect too, and an administrator asks for a run."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from flask.testing import FlaskClient
from office import Office

from planner import asking
from planner.failing import note_failure, note_success

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
SEVEN = datetime(2026, 5, 11, 0, 0, tzinfo=UTC)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    """A server on loopback that answers as Prefect's API does to who asks for a run; what it was asked."""
    found: list[tuple[str, str]] = []

    class Api(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer({"id": self.path.rsplit("/", 2)[-2]})

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found.append((self.path, body["idempotency_key"]))
            self._answer({"id": "run"})

        def _answer(self, answer: dict[str, str]) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("PREFECT_API_URL", f"http://127.0.0.1:{server.server_port}/api")
    asking._deployment.cache_clear()
    yield found
    server.shutdown()
    server.server_close()
    asking._deployment.cache_clear()


def test_failures_are_shown_with_what_became_of_them(as_: Client, office: Office) -> None:
    session = office.session
    note_failure(session, "deliver", "Máy chủ thư không trả lời.", SEVEN)
    note_success(session, "deliver", SEVEN + timedelta(minutes=2))
    note_failure(session, "monthly_digest", "Còn 1 việc chưa xong.", SEVEN)
    note_failure(session, "monthly_digest", "Còn 2 việc chưa xong.", SEVEN + timedelta(minutes=5))
    session.commit()
    page = as_("admin").get("/admin/flows").text
    for shown in ("đã làm bù lúc 07:02 11/05/2026", "chưa làm bù", "Còn 2 việc chưa xong.", "07:05 11/05/2026"):
        assert shown in page
    assert page.index("chưa làm bù") < page.index("đã làm bù")


def test_without_failures_it_says_so(as_: Client) -> None:
    assert "không có lần chạy nào có lỗi" in as_("admin").get("/admin/flows").text


def test_a_run_is_asked_for_once_a_minute(as_: Client, asked: list[tuple[str, str]]) -> None:
    for _ in range(2):
        answer = as_("admin").post("/admin/flows/monthly_digest/runs", headers=HX)
        assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/admin/flows")
    path, key = asked[0]
    assert path == "/api/deployments/monthly_digest/create_flow_run"
    assert key.startswith("monthly_digest:by hand ")
    assert len(asked) == 2


def test_prefect_away_is_said_beside_the_button(as_: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    answer = as_("admin").post("/admin/flows/deliver/runs", headers=HX)
    assert (answer.status_code, "chưa yêu cầu chạy được" in answer.text) == (422, True)


def test_without_an_address_nothing_is_asked(as_: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    assert as_("admin").post("/admin/flows/deliver/runs", headers=HX).status_code == 422


def test_there_is_no_such_flow(as_: Client, asked: list[tuple[str, str]]) -> None:
    assert as_("admin").post("/admin/flows/other/runs", headers=HX).status_code == 404
    assert asked == []


@pytest.mark.parametrize("who", ["head", "member", "secretariat", "leader", "viewer"])
def test_nobody_else_asks(as_: Client, asked: list[tuple[str, str]], who: str) -> None:
    assert as_(who).post("/admin/flows/deliver/runs", headers=HX).status_code == 403
    assert as_(who).get("/admin/flows/deliver/runs").status_code == 405
    assert asked == []
