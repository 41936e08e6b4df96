"""What a document says when it is made anew: the same function of the data for each kind, as of its own days."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.errors import Refusal
from planner.issuing.periods import period_covered
from planner.issuing.review import reviewed
from planner.issuing.session_sheet import review_sheet
from planner.language import N_
from planner.models import Document, Milestone, ReviewSession, Task, work_calendar
from planner.moves import HELD
from planner.sheets.annex import annex_sheet
from planner.sheets.digest import digest_sheet
from planner.sheets.minutes import minutes_sheet
from planner.sheets.reminder import reminder_sheet

Sheet = dict[str, Any]
KEPT = ("remarks", "replaces")
NOTHING_LEFT = N_("Các nhiệm vụ trong phiếu nhắc việc này đã xong hoặc đã thôi, không còn nội dung để lập lại.")


def made_anew(session: Session, document: Document, day: date) -> Sheet:
    """The data as the present facts give it, without a number; what people wrote into the document stays."""
    kept = {key: document.data[key] for key in KEPT if key in document.data}
    return {**_MAKERS[document.kind](session, document, day), **kept}


def differs(session: Session, document: Document) -> bool:
    """Whether the facts of its days have changed since a draft was made."""
    return _as_kept(made_anew(session, document, document.issued_on)) != document.data


def _as_kept(data: Sheet) -> Sheet:
    """The data as the database gives it back: JSON knows lists only."""
    return dict(json.loads(json.dumps(data)))


def _report(session: Session, document: Document, day: date) -> Sheet:
    return digest_sheet(
        session, document.organisation, period=period_covered(document), board=document.board, number=0, issued_on=day
    )


def _minutes(session: Session, document: Document, day: date) -> Sheet:
    if "review" in document.data:
        review = session.get_one(ReviewSession, document.data["review"])
        return review_sheet(session, review, 0, day)
    items = reviewed(session, document.organisation, document.last)
    return minutes_sheet(document.organisation, items, held_on=document.last, issued_on=day)


def _annex(session: Session, document: Document, day: date) -> Sheet:
    if document.plan is None:
        raise ValueError(f"annex {document.id} belongs to no plan")
    return annex_sheet(session, document.plan, day=document.last, issued_on=day)


def _reminder(session: Session, document: Document, day: date) -> Sheet:
    """The same milestones again, as far as they are still open."""
    if document.board is None:
        raise ValueError(f"letter {document.id} goes to no board")
    ids = [line["task"] for line in document.data["items"]]
    tasks = {task.id: task for task in session.scalars(select(Task).where(Task.id.in_(ids)))}
    found = [(tasks[line["task"]], line) for line in document.data["items"] if line["task"] in tasks]
    items = [(task, still, line["kind"]) for task, line in found if (still := _still_open(task, line["milestone"]))]
    if not items:
        raise Refusal(NOTHING_LEFT)
    return reminder_sheet(document.organisation, document.board, items, 0, day, work_calendar(session))


def _still_open(task: Task, kind: str) -> Milestone | None:
    milestone = task.milestone(kind)
    rests = task.state in ("done", *HELD) or milestone is None or milestone.done_on is not None
    return None if rests else milestone


_MAKERS: dict[str, Callable[[Session, Document, date], Sheet]] = {
    "digest": _report, "report": _report, "minutes": _minutes, "annex": _annex, "reminder": _reminder,
}  # fmt: skip
