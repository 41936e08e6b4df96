"""Verbs on a draft, all the secretariat's: its figures again, the words of its assessment, dropped, taken up again."""

from datetime import date

from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import NotAllowed, Refusal
from planner.issuing.contents import made_anew
from planner.issuing.documents import note
from planner.language import N_
from planner.models import Document, Organisation, ReviewSession
from planner.once import take_turns
from planner.text import clean

NOT_YOURS = N_("Chỉ Văn phòng được ban hành văn bản và sửa bản dự thảo.")
NO_REASON = N_("Vui lòng nhập lý do.")
NO_REMARKS = N_("Loại văn bản này không có phần nhận xét, kiến nghị.")
GOES_ON = N_("Phiên rà soát của biên bản này đang mở; kết thúc phiên thì biên bản được lập lại.")
WITH_REMARKS = ("digest", "report", "minutes")


def require_clerk(organisation: Organisation, by: Actor) -> None:
    if not by.has("secretariat", organisation.id):
        raise NotAllowed(NOT_YOURS)


def begin(session: Session, document: Document, by: Actor, version: int | None, *states: str) -> None:
    """What every verb on a document begins with: who, in turn, and on the page's own version."""
    require_clerk(document.organisation, by)
    take_turns(session, document.organisation)
    session.refresh(document, with_for_update=True)
    document.expect(version, *states)


def refresh(session: Session, document: Document, by: Actor, today: date, version: int | None = None) -> None:
    """Cập nhật số liệu: the counts of its last day once more, with what was recorded since. The remarks stay."""
    begin(session, document, by, version, "draft")
    renew(session, document, today)
    note(document, by, "refresh", today)


def write_remarks(
    session: Session, document: Document, text: str, by: Actor, today: date, version: int | None = None
) -> None:
    """Nhận xét, kiến nghị: the secretariat's own words, one paragraph a line; empty takes the part away."""
    begin(session, document, by, version, "draft")
    if document.kind not in WITH_REMARKS:
        raise Refusal(NO_REMARKS)
    before, after = document.data.get("remarks", ""), clean(text).strip()
    if before == after:
        return
    document.data = {**document.data, "remarks": after}
    document.version += 1
    note(document, by, "remark", today, before={"remarks": before}, after={"remarks": after})


def drop(session: Session, document: Document, reason: str, by: Actor, today: date, version: int | None = None) -> None:
    """Bỏ dự thảo: it will not go out, and no flow makes it again; it can be taken up."""
    begin(session, document, by, version, "draft")
    if not (reason := clean(reason)):
        raise Refusal(NO_REASON)
    _turn(document, "dropped")
    note(document, by, "drop", today, before={"state": "draft"}, after={"state": "dropped"}, reason=reason)


def take_up(session: Session, document: Document, by: Actor, today: date, version: int | None = None) -> None:
    """Lập lại: a dropped draft waits again, with figures made anew."""
    begin(session, document, by, version, "dropped")
    _refuse_while_open(session, document)
    document.state = "draft"
    renew(session, document, today)
    note(document, by, "take_up", today, before={"state": "dropped"}, after={"state": "draft"})


def _refuse_while_open(session: Session, document: Document) -> None:
    """The minutes of a session that was opened again wait for its end, which takes them up."""
    review = session.get(ReviewSession, document.data["review"]) if "review" in document.data else None
    if review is not None and review.is_open:
        raise Refusal(GOES_ON)


def renew(session: Session, document: Document, today: date) -> None:
    """The draft as the present facts give it; the verb that does it writes the history."""
    document.data = made_anew(session, document, today)
    document.title, document.issued_on = document.data["title"], today
    document.version += 1


def _turn(document: Document, state: str) -> None:
    document.state = state
    document.version += 1
