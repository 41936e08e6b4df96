"""What becomes of a run's end: a failure is noted and told to the administrators, a good run closes earlier ones."""

import logging
from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from flows.office import look, transact
from flows.saying import words_of
from planner import clock
from planner.failing import has_open_failure, note_failure, note_success

log = logging.getLogger(__name__)


def failed(flow: str, error: object) -> None:
    """Notes that a flow failed. Whatever stands in the way of that must not hide the failure itself."""
    _quietly(lambda: transact(lambda session: _note(session, flow, error)))


def _note(session: Session, flow: str, error: object) -> None:
    note_failure(session, flow, words_of(error), clock.now())


def succeeded(flow: str) -> None:
    """Closes what was open of a flow; a run after a good one only reads."""
    _quietly(lambda: _close(flow))


def _close(flow: str) -> None:
    if look(lambda session: has_open_failure(session, flow)):
        transact(lambda session: note_success(session, flow, clock.now()))


def _quietly(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception:
        log.exception("the outcome of a run was not noted")


def on_failure(flow: Any, flow_run: Any, state: Any) -> None:
    """Prefect's hook for a run that failed or crashed."""
    failed(flow.name, state.result(raise_on_failure=False))


def on_completion(flow: Any, flow_run: Any, state: Any) -> None:
    """Prefect's hook for a run that was good."""
    succeeded(flow.name)
