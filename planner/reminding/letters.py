"""One reminder letter a board and day: the document with all its items, a note per milestone, a mail per recipient."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.issuing.documents import LETTERS, Matter, issue
from planner.issuing.recipients import of_board
from planner.language import N_, translate
from planner.models import Board, Document, Milestone, Notice, Organisation, Person, work_calendar
from planner.models.milestone import LABELS
from planner.once import take_turns
from planner.outbox.posting import post_letter
from planner.reminding.owing import Owed, owed_to
from planner.settings import base_url
from planner.sheets.reminder import reminder_sheet
from planner.sheets.titles import title_of

DUE = N_("%(milestone)s, hạn %(day)s: còn %(count)d ngày")
DUE_TODAY = N_("%(milestone)s, hạn %(day)s: đến hạn hôm nay")
LATE = N_("%(milestone)s, hạn %(day)s: quá hạn %(count)d ngày")
NO_DEADLINE = N_("%(milestone)s, chưa có thời hạn")


def issue_reminder(session: Session, organisation: Organisation, board: Board, day: date) -> Document | None:
    """Issues the reminder that a day owes to a board; None when it owes none, or it went out. Never commits.

    Without anybody to send it to nothing is issued, so that it is made up as soon as there is somebody.
    """
    take_turns(session, organisation)
    owed = owed_to(session, organisation, day).get(board, [])
    people = of_board(session, board)
    if not owed or not people:
        return None
    key = f"reminder:{organisation.id}:{board.id}:{day}"
    return write_letter(session, organisation, board, owed, key, day, people)


def write_letter(
    session: Session, organisation: Organisation, board: Board, owed: Sequence[Owed], key: str, day: date,
    people: Iterable[Person], by: Actor = LETTERS,
) -> Document | None:  # fmt: skip
    """The document, its notes and its mails, in the caller's transaction; None when the key was issued before."""
    calendar = work_calendar(session)
    items = [(one.task, one.milestone, one.slot.kind) for one in owed]
    document = issue(
        session, organisation, Matter(key, day, day, board), day,
        lambda number: reminder_sheet(organisation, board, items, number, day, calendar), by,
    )  # fmt: skip
    if document is None:
        return None
    for one in owed:
        _note(session, one.milestone, one.slot.keys, document, day)
    for person in people:
        _post(session, document, person)
    return document


def _note(session: Session, milestone: Milestone, keys: Iterable[str], document: Document, day: date) -> None:
    session.add_all(Notice(key=key, milestone_id=milestone.id, document_id=document.id, on=day) for key in keys)


def _post(session: Session, document: Document, person: Person) -> None:
    data, language = document.data, person.language
    values = {
        "board": data["board"], "number": data["code"], "day": f"{document.issued_on:%d/%m/%Y}",
        "rows": [_row(item, language) for item in data["items"]], "address": f"{base_url()}/?board={document.board_id}",
    }  # fmt: skip
    post_letter(
        session, person, f"{document.key}:{person.email}", "reminder", "reminder", title_of(data, language), values,
        document, document.organisation,
    )  # fmt: skip


def _row(item: dict[str, Any], language: str) -> dict[str, Any]:
    """A task of the letter as a row of the mail."""
    return {
        "number": item["number"], "title": item["title"], "address": f"{base_url()}/tasks/{item['task']}",
        "lines": [_standing(item, language)],
    }  # fmt: skip


def _standing(item: dict[str, Any], language: str) -> str:
    milestone, left = translate(LABELS[item["milestone"]], language), item["left"]
    if left is None:
        return translate(NO_DEADLINE, language, milestone=milestone)
    message = LATE if left < 0 else DUE if left else DUE_TODAY
    day = date.fromisoformat(item["deadline"]).strftime("%d/%m/%Y")
    return translate(message, language, milestone=milestone, day=day, count=abs(left))
