"""How a flow calls its tasks: through Prefect in a run, plainly when a command runs the flow without a server."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from prefect import Task
from prefect.context import FlowRunContext

P = ParamSpec("P")
R = TypeVar("R")


def step(task: Task[P, R]) -> Callable[P, R]:
    """What to call for a task here: the task itself in a flow run, else its plain function, which needs no server."""
    return task if FlowRunContext.get() else task.fn
