"""One paper: what it is, who got it, what was done to it, and what the secretariat may do with it now."""

from typing import Any

from flask import abort, render_template
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from planner.clock import today
from planner.issuing.contents import differs
from planner.issuing.documents import next_number
from planner.issuing.drafts import WITH_REMARKS
from planner.issuing.recipients import recipients_of
from planner.models import Change, Document
from webapp.access import access, load
from webapp.answers import render
from webapp.extensions import db
from webapp.history import who
from webapp.mail_words import mail_state
from webapp.people import current_actor
from webapp.reports import section
from webapp.reports.index import SEES_ADDRESSES
from webapp.reports.listing import KINDS, mails_of, sees_drafts, title_of_period
from webapp.reports.words import headline, summary


def load_paper(id: int) -> Document:
    """A paper that the person may see; a draft is there only for those who release it or speak through it."""
    document = load(Document, id, selectinload(Document.replacement), selectinload(Document.replaces))
    if not document.is_released and not sees_drafts(current_actor(), document.organisation_id):
        abort(404)
    return document


@section.get("/<int:id>")
@access.anyone
def show(id: int) -> str:
    document = load_paper(id)
    return render("reports/show.html", document=document, sentence=None, **_facts(document))


def page(document: Document, sentence: str) -> str:
    """The page with a sentence about what was not done."""
    values = _facts(document)
    db.session.commit()
    return render_template("reports/show.html", document=document, sentence=sentence, **values)


def fragment(document: Document) -> str:
    """The paper as the page holds it."""
    return render_template("reports/document.html", document=document, **_facts(document))


def _facts(document: Document) -> dict[str, Any]:
    actor = current_actor()
    is_clerk, is_draft = actor.has("secretariat", document.organisation_id), document.state == "draft"
    return {
        "is_clerk": is_clerk, "is_draft": is_draft, "period": title_of_period(document), "kinds": KINDS,
        "lines": _history(document), "headline": headline, "who": who, "summary": summary(document),
        "mails": mails_of([document]).get(document.id, []), "mail_state": mail_state,
        "sees_addresses": any(actor.has(role, document.organisation_id) for role in SEES_ADDRESSES),
        "recipients": recipients_of(db.session(), document) if is_draft else [],
        "next_number": next_number(db.session(), document.organisation, today().year) if is_draft else None,
        "is_old": is_draft and is_clerk and differs(db.session(), document),
        "has_remarks": document.kind in WITH_REMARKS,
    }  # fmt: skip


def _history(document: Document) -> list[Change]:
    return list(db.session.scalars(select(Change).where(Change.document_id == document.id).order_by(Change.id.desc())))
