"""How every flow is made: named after its function, with its outcome noted, and refusals as sentences."""

from collections.abc import Callable
from datetime import date
from functools import wraps

from prefect import Flow, flow
from prefect.client.schemas.objects import State

from flows.outcomes import on_completion, on_failure
from flows.saying import did_not
from planner.errors import Refusal

Run = Callable[[date | None], State[str]]


def office_flow(
    run_name: Callable[[str], Callable[[], str]],
) -> Callable[[Callable[..., State[str]]], Flow[..., State[str]]]:
    """Makes a flow of a function that takes the day; `run_name` says how its runs are called (flows.naming)."""

    def made(work: Callable[..., State[str]]) -> Flow[..., State[str]]:
        name = work.__name__
        return flow(
            name=name, flow_run_name=run_name(name), on_failure=[on_failure], on_crashed=[on_failure],
            on_completion=[on_completion],
        )(_refusing(work))  # fmt: skip

    return made


def _refusing(work: Callable[..., State[str]]) -> Callable[..., State[str]]:
    """A refusal ends the run as failed with its sentence, not with a traceback."""

    @wraps(work)
    def run(day: date | None = None) -> State[str]:
        try:
            return work(day)
        except Refusal as refusal:
            return did_not(refusal)

    return run
