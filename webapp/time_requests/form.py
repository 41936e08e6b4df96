"""The form in which a board asks for another time of a milestone; also what a dropped chip of its own opens."""

from flask import abort, request

from planner.actor import Actor
from planner.models import Milestone, Task
from planner.verbs.requesting import ASKERS, DECIDERS
from webapp.answers import render


def may_ask(actor: Actor, task: Task) -> bool:
    """Whether the person asks for another time, instead of deciding it."""
    roles = actor.roles_on(task)
    return bool(roles & set(ASKERS)) and "secretariat" not in roles


def may_decide(actor: Actor, task: Task) -> bool:
    return bool(actor.roles_on(task) & set(DECIDERS))


def ask_form(task: Task, kind: str, sentence: str | None = None) -> str:
    """`to` (2026-07, or empty for no time) says onto which month a chip was dropped."""
    milestone: Milestone = task.milestone(kind) or abort(404)
    dropped = request.args.get("to")
    what = request.values.get("what") or ("undating" if dropped == "" else "month")
    return render(
        "time_requests/form.html", task=task, milestone=milestone, sentence=sentence, what=what,
        month=(request.form.get("month") or dropped or "")[:7], entered=request.form, waiting=task.time_request(kind),
    )  # fmt: skip
