"""The release of a draft: number, day, mails and line of history in one transaction; from then on it is frozen."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import Refusal
from planner.issuing.contents import made_anew
from planner.issuing.documents import next_number, note
from planner.issuing.drafts import begin
from planner.issuing.mailing import post_document
from planner.language import N_
from planner.models import Document
from planner.sheets.letterhead import renumbered

HIGHEST = 99_999
TAKEN = N_("Số %(number)s của năm %(year)s đã được dùng. Số tiếp theo là %(next)s.")
NOT_A_NUMBER = N_("Số văn bản phải từ 1 đến %(highest)s.")
TOO_EARLY = N_("Ngày ban hành không được trước ngày %(day)s, ngày cuối của số liệu.")
TOO_LATE = N_("Ngày %(day)s chưa đến, không thể ghi nhận.")


def release(
    session: Session, document: Document, by: Actor, today: date, *, number: int | None = None,
    issued_on: date | None = None, version: int | None = None,
) -> None:  # fmt: skip
    """Ban hành: the draft goes out as it was seen, under a number and a day (default: the next free one, today).

    A letter counts its days from its own day, so only that is made anew. Refuses a number of the year that is taken, a
    day in the future or before the last day counted. Raises Stale when it was released or changed meanwhile.
    """
    begin(session, document, by, version, "draft")
    day = issued_on or today
    _check_day(document, day, today)
    number = _number(session, document, day.year, number)
    if document.kind == "reminder":
        document.data = made_anew(session, document, day)
    document.data = renumbered(document.data, document.organisation, number, day)
    document.number, document.issued_on, document.state = number, day, "released"
    document.title = document.data["title"]
    document.version += 1
    session.flush()
    after = {"state": "released", "document": document.data["code"]}
    note(document, by, "release", day, before={"state": "draft"}, after=after)
    post_document(session, document)


def release_all(session: Session, seen: Iterable[tuple[Document, int]], by: Actor, today: date) -> None:
    """Ban hành tất cả: each draft with the version that the page showed, under the next numbers; all of them or none.

    The organisation's own paper comes first, then the boards' in their order.
    """
    for document, version in sorted(seen, key=lambda one: _place(one[0])):
        release(session, document, by, today, version=version)


def _place(document: Document) -> tuple[int, int, int]:
    board = document.board
    return (0, 0, document.id) if board is None else (1, board.position, document.id)


def _check_day(document: Document, day: date, today: date) -> None:
    if day > today:
        raise Refusal(TOO_LATE, day=f"{day:%d/%m/%Y}")
    if day < document.last:
        raise Refusal(TOO_EARLY, day=f"{document.last:%d/%m/%Y}")


def _number(session: Session, document: Document, year: int, wanted: int | None) -> int:
    free = next_number(session, document.organisation, year)
    if wanted is None:
        return free
    if not 1 <= wanted <= HIGHEST:
        raise Refusal(NOT_A_NUMBER, highest=HIGHEST)
    in_year = Document.issued_on.between(date(year, 1, 1), date(year, 12, 31))
    same = select(Document.id).where(
        Document.organisation_id == document.organisation_id, Document.number == wanted, in_year
    )
    if session.scalars(same).first() is not None:
        raise Refusal(TAKEN, number=wanted, year=year, next=free)
    return wanted
