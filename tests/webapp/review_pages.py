"""What the tests of a review session's pages share."""

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from planner.models import Task

HX = {"HX-Request": "true"}
OTHERS = ["head", "member", "leader", "viewer", "admin"]


def begin(client: FlaskClient, where: str = "/reviews?year=2026", chair: str = "") -> str:
    """Begins a session; gives the address of its first item."""
    answer = client.post(where, data={"chair": chair})
    assert answer.status_code == 303, answer.text
    return answer.location


def post(client: FlaskClient, where: str, task: Task, **entered: object) -> TestResponse:
    return client.post(where, data={"version": task.version, "state": task.state, **entered}, headers=HX)
