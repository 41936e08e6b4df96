"""A verb for several cards in one transaction: what the rules forbid is named card by card, the rest is done."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from flask import make_response, redirect, url_for
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.wrappers import Response

from planner.called import called
from planner.errors import Refusal
from planner.language import N_
from planner.models import Task
from webapp.answers import announcement, status_of, tell, wants_fragment
from webapp.extensions import db
from webapp.filters import filters
from webapp.fresh import all_fresh_here
from webapp.language import say, say_refusal
from webapp.selection.picked import Picked
from webapp.tasks.change import CHANGED
from webapp.writing import commit

NOT_DONE = N_("Không thực hiện được với %(count)s thẻ: %(cards)s")


@dataclass
class Outcome:
    """The tasks for which it was done, and those for which it was not, each with the reason."""

    done: list[Task] = field(default_factory=list)
    refused: list[tuple[Task, Refusal]] = field(default_factory=list)

    @property
    def said(self) -> str:
        """What is told of those that were refused; "" when there are none."""
        cards = "; ".join(f"{called(task)} ({say_refusal(error).removesuffix('.')})" for task, error in self.refused)
        return say(NOT_DONE, count=str(len(self.refused)), cards=cards) + "." if cards else ""


def do_each(cards: Sequence[Picked], verb: Callable[[Task], None]) -> Outcome:
    """Calls the verb on each card that is as the page shows it, and commits once.

    A refusal takes back only what its own card began. When another transaction was faster nothing is done.
    """
    outcome = Outcome()
    for card in cards:
        try:
            with db.session.begin_nested():
                card.expect()
                verb(card.task)
            outcome.done.append(card.task)
        except Refusal as error:
            outcome.refused.append((card.task, error))
    try:
        commit()
    except StaleDataError:
        db.session.rollback()
        return Outcome([], [(card.task, CHANGED) for card in cards])
    return outcome


def answer(outcome: Outcome, done: str) -> Response:
    """Every card as it is now, and one sentence: `done` with their number, and what was not."""
    sentence = " ".join(part for part in (_done(outcome, done), outcome.said) if part)
    if not wants_fragment():
        tell(sentence)
        return redirect(url_for("kanban.show", **filters().keep()), 303)
    tasks = [*outcome.done, *(task for task, _error in outcome.refused)]
    cards = all_fresh_here(tasks, filters().year)
    status = 200 if outcome.done or not outcome.refused else status_of(outcome.refused[0][1])
    db.session.commit()
    made = make_response(cards + announcement(sentence), status)
    made.headers["HX-Trigger"] = json.dumps({"cards-changed": {"ids": [task.id for task in outcome.done]}})
    return made


def _done(outcome: Outcome, done: str) -> str:
    return say(done, count=str(len(outcome.done))) if outcome.done else ""
