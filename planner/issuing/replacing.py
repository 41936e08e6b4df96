"""A mistake in what went out is corrected by a paper that replaces it and says so; the old one stays as it was."""

from datetime import date

from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import Refusal
from planner.issuing.contents import made_anew
from planner.issuing.documents import Matter, draft, note
from planner.issuing.drafts import NO_REASON, begin
from planner.language import N_
from planner.models import Document
from planner.text import clean

REPLACED = N_("Văn bản này đã được thay thế bởi văn bản số %(code)s.")
BEGUN = N_("Đã có bản thay thế cho văn bản này đang chờ ban hành hoặc đã bỏ; đề nghị mở bản đó.")


def replace(session: Session, document: Document, reason: str, by: Actor, today: date) -> Document:
    """Lập bản thay thế: a draft of the same kind over the same days, with the facts as they are known now.

    It waits for its release like any draft. Refuses when there is a replacement already, and without a reason.
    """
    begin(session, document, by, None, "released")
    if not (reason := clean(reason)):
        raise Refusal(NO_REASON)
    if (holds := document.replaced_by) is not None:
        raise Refusal(REPLACED, code=holds.data["code"])
    told = {"code": document.data["code"], "issued_on": document.issued_on.isoformat(), "title": document.title}
    matter = Matter(
        f"replacement:{document.id}", document.first, document.last, document.board, document.plan, document.period,
        document,
    )  # fmt: skip
    made = draft(
        session, document.organisation, matter, today,
        lambda _number: {**made_anew(session, document, today), "replaces": told}, by,
    )  # fmt: skip
    if made is None:
        raise Refusal(BEGUN)
    session.expire(document, ["replacement"])  # it was looked at before there was one
    note(document, by, "replace", today, after={"replacement": made.id}, reason=reason)
    return made
