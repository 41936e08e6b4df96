"""How far a session is: what was decided, what was settled elsewhere meanwhile, what is left."""

from dataclasses import dataclass

from planner.models import ReviewItem, ReviewSession


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of items; the three kinds add up to all."""

    decided: int
    settled: int
    left: int

    @property
    def all(self) -> int:
        return self.decided + self.settled + self.left

    @property
    def seen(self) -> int:
        return self.decided + self.settled


def progress_of(review: ReviewSession) -> Progress:
    decided = sum(bool(item.decisions) for item in review.items)
    settled = sum(is_settled(item) for item in review.items)
    return Progress(decided, settled, len(review.items) - decided - settled)


def is_settled(item: ReviewItem) -> bool:
    """Whether somebody settled it outside the session: nothing was decided here, and what was late is late no more.

    Once the session has ended this stays as it was then.
    """
    if item.decisions or not item.review.is_open:
        return item.settled
    standing = item.task.standing(item.review.day)
    return standing is None or standing.kind != "overdue"
