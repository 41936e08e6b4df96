"""The data of the minutes of a session: what it decided, who presided, when it began and ended."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from planner.clock import ZONE
from planner.issuing.review import reviewed_in
from planner.models import ReviewSession
from planner.sheets.minutes import minutes_sheet


def review_sheet(session: Session, review: ReviewSession, number: int, issued_on: date) -> dict[str, Any]:
    """The same for the draft and for what replaces it: a session that has ended stays as it is."""
    began, ended = (at.astimezone(ZONE) for at in (review.began_at, review.ended_at or review.began_at))
    held = {
        "review": review.id, "chair": review.chair, "clerk": review.clerk, "place": review.place,
        "present": review.present.splitlines(), "began": f"{began:%H:%M}", "ended": f"{ended:%H:%M}",
        "ended_on": ended.date().isoformat(),
    }  # fmt: skip
    sheet = minutes_sheet(
        review.organisation, reviewed_in(session, review), held_on=review.day, number=number, issued_on=issued_on
    )  # fmt: skip
    return sheet | held
