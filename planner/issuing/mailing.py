"""The mails of a document, in the transaction that issues it; and the word to the secretariat that one waits."""

from typing import Any

from sqlalchemy.orm import Session

from planner.issuing.recipients import REPORTS, of_organisation, recipients_of
from planner.language import N_, translate
from planner.mail_choices import DIGESTS
from planner.models import Document, Person
from planner.outbox.posting import post_letter
from planner.settings import base_url
from planner.sheets.titles import period_in, period_text, title_of

WAITS = N_("Báo cáo %(period)s chờ Văn phòng ban hành")


def post_document(session: Session, document: Document) -> Document:
    """One mail to each recipient, with the PDF as soon as it is printed."""
    for person in recipients_of(session, document):
        _post(session, document, person)
    return document


def tell_that_it_waits(session: Session, document: Document) -> Document:
    """One mail to each clerk for all the drafts of a period: the key names the period, not the draft."""
    for clerk in of_organisation(session, document.organisation, "secretariat"):
        period = period_text(period_in(document.data), clerk.language)
        values = {"period": period, "address": f"{base_url()}/reports"}
        key = f"waiting:{document.organisation_id}:{document.period}:{clerk.email}"
        subject = translate(WAITS, clerk.language, period=period)
        post_letter(session, clerk, key, "waiting", "waiting", subject, values, organisation=document.organisation)
    return document


def _post(session: Session, document: Document, person: Person) -> None:
    is_report = document.kind in REPORTS
    template, values = ("digest", _of_report(document, person)) if is_report else ("paper", {})
    subject = title_of(document.data, person.language)
    told = {"title": subject, "code": document.data["code"], "replaces": replaced_code(document.data), **values}
    post_letter(
        session, person, f"{document.key}:{person.email}", document.kind, template, subject,
        {**told, "address": f"{base_url()}/reports/{document.id}"}, document, document.organisation,
        ends=DIGESTS if is_report else "",
    )  # fmt: skip


def _of_report(document: Document, person: Person) -> dict[str, Any]:
    data, counts = document.data, document.data["counts"]
    return {
        "board": data["board"], "period": period_text(period_in(data), person.language), "done": counts["done"],
        "in_term": counts["in_term"] + counts["due_soon"], "overdue": counts["overdue"],
    }  # fmt: skip


def replaced_code(data: dict[str, Any]) -> str:
    """The number of the paper that a document replaces; empty when it replaces none."""
    return str(data["replaces"]["code"]) if data.get("replaces") else ""
