"""Timing by turns, so that a machine whose speed drifts touches both sides alike."""

import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds."""

    median: float
    p95: float


def by_turns(*actions: Callable[[int], object], rounds: int, warm: int = 3) -> list[Times]:
    """Runs the actions one after the other, `rounds` times; each gets the number of the round."""
    taken: list[list[float]] = [[] for _ in actions]
    for number in range(warm + rounds):
        for action, times in zip(actions, taken, strict=True):
            start = time.perf_counter()
            action(number)
            if number >= warm:
                times.append(time.perf_counter() - start)
    return [Times(statistics.median(t), sorted(t)[int(len(t) * 0.95) - 1 if len(t) > 1 else 0]) for t in taken]


def peak_memory() -> float:
    """The process's peak resident memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
