"""How a flow calls its tasks: through Prefect in a run, plainly when a command runs the flow without a server."""

import logging
from collections.abc import Callable, Iterable
from typing import Any, ParamSpec, TypeVar

from prefect import Task, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.context import FlowRunContext
from sqlalchemy.exc import OperationalError

from planner.outbox import ServerAway

P = ParamSpec("P")
R = TypeVar("R")
INPUT_OUTPUT = (OSError, OperationalError, ServerAway)
log = logging.getLogger(__name__)


def io_task(run_name: str) -> Callable[[Callable[P, R]], Task[P, R]]:
    """Makes a task of a function; tried again when a server or the disk failed it, never for what it does."""
    return task(
        task_run_name=run_name, retries=2, retry_delay_seconds=[5, 20], retry_condition_fn=_is_input_output,
        cache_policy=NO_CACHE,
    )  # fmt: skip


def _is_input_output(_task: object, _run: object, state: State[Any]) -> bool:
    return isinstance(state.result(raise_on_failure=False), INPUT_OUTPUT)


def step(task: Task[P, R]) -> Callable[P, R]:
    """What to call for a task here: the task itself in a flow run, else its plain function, which needs no server."""
    return task if FlowRunContext.get() else task.fn


def each(work: Callable[..., R], calls: Iterable[tuple[Any, ...]]) -> tuple[list[R], list[Exception]]:
    """Does something for each of the arguments: what came of it, and what stood in the way of the others.

    One that fails does not hold up the rest.
    """
    results: list[R] = []
    failures: list[Exception] = []
    for arguments in calls:
        try:
            results.append(work(*arguments))
        except Exception as error:  # whatever is wrong with one, the others go on
            log.warning("%s was not done: %s: %s", getattr(work, "__name__", work), type(error).__name__, error)
            failures.append(error)
    return results, failures
