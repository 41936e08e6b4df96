"""Waiting requests as pages mention them: beside a milestone, and how many wait."""

from typing import NamedTuple

from flask import Flask, g
from sqlalchemy import select

from planner.models import TimeRequest
from planner.verbs.requesting import ASKERS, DECIDERS
from webapp.extensions import db
from webapp.people import current_actor, current_organisation


class Asked(NamedTuple):
    """What is asked for a milestone, in the words that a page needs."""

    text: str
    by: str
    reason: str


def time_asked(milestone_id: int) -> Asked | None:
    """The request that waits for a milestone of the open organisation."""
    return _waiting().get(milestone_id)


def requests_to_decide() -> int:
    """How many requests wait for the person, who decides; 0 for everybody else."""
    actor, organisation = current_actor(), current_organisation()
    number = len(_waiting())
    return number if any(actor.has(role, organisation.id) for role in DECIDERS) else 0


def asks_for_board(board_id: int | None = None) -> bool:
    """Whether the person asks for other times of this board's work, or of any board's in the open organisation."""
    here = current_organisation().id
    return any(
        role.name in ASKERS and role.organisation_id == here and board_id in (None, role.board_id)
        for role in current_actor().roles
    )


def _waiting() -> dict[int, Asked]:
    """Every waiting request by its milestone: one query a page, however many milestones it shows."""
    if "times_asked" not in g:
        here = (TimeRequest.organisation_id == current_organisation().id, TimeRequest.state == "waiting")
        found = db.session.scalars(select(TimeRequest).where(*here))
        g.times_asked = {one.milestone_id: Asked(one.wish.text, one.asked_by, one.reason) for one in found}
    return g.times_asked


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        asks_for_board=asks_for_board, time_asked=time_asked, requests_to_decide=requests_to_decide
    )  # fmt: skip
