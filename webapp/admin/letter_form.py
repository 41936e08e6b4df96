"""How the organisation's papers are formed and what they say in its own words, with papers of today to look at."""

from typing import Any

from flask import url_for
from werkzeug.wrappers import Response

from planner.clock import today
from planner.language import N_
from planner.models import Organisation
from planner.paper import render_in_child
from planner.sheets.forms import FORMS, SIZES, form_of
from planner.sheets.letterhead import REPORT, code, letterhead
from planner.sheets.sample import sample_sheet
from planner.wording import GROUPS, set_form
from printing.recipients import recipients
from webapp import forms
from webapp.access import access
from webapp.admin import section
from webapp.extensions import db, limiter
from webapp.files import sent_file, shown_pdf
from webapp.form_answers import answers_form, done
from webapp.people import current_actor, current_organisation
from webapp.writing import commit, writes

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SIDES = ("top", "right", "bottom", "left")
LABELS = {
    "report": N_("Nơi nhận của báo cáo"), "reminder": N_("Nơi nhận của phiếu nhắc việc"),
    "minutes": N_("Nơi nhận của biên bản"),
}  # fmt: skip
SAMPLES = {"digest": N_("báo cáo tháng"), "reminder": N_("phiếu nhắc việc"), "minutes": N_("biên bản rà soát")}


@section.post("/organisation/form")
@access("admin")
@writes
@answers_form
def update_letter_form() -> Response:
    set_form(current_organisation(), current_actor(), today(), forms.text("form"), _own())
    return done(N_("Đã lưu thể thức văn bản."), url_for("admin.show"))


def _own() -> dict[str, Any]:
    margins = [forms.number(f"margin_{side}") for side in SIDES]
    usual = form_of(forms.text("form")).margins
    return {
        "recipients": {group: forms.text(f"recipients_{group}") for group in GROUPS},
        **{key: forms.text(key) for key in ("signature", "signatory", "numbered", "numbered_letter")},
        "size": forms.number("size"),
        "margins": [usual[n] if one is None else one for n, one in enumerate(margins)] if any(margins) else None,
        "archive": forms.text("archive") == "1",
    }


@section.get("/organisation/sample/<any(digest, reminder, minutes):kind>.<any(pdf, docx):form>")
@access("admin")
@limiter.limit("30 per minute")
def letter_sample(kind: str, form: str) -> Response:
    """A paper of today in the saved form; nothing is issued, numbered or kept."""
    data = sample_sheet(db.session(), current_organisation(), kind, today())
    commit()
    content = render_in_child(kind, data, form=form)
    name = f"xem-thu-{kind}.{form}"
    return shown_pdf(content, name) if form == "pdf" else sent_file(content, name, WORD)


def letter_form_context(organisation: Organisation) -> dict[str, Any]:
    """What the form on the organisation's page shows: its own words, and the usual ones where it has none."""
    form, own = form_of(organisation.form), organisation.wording or {}
    return {
        "letter_forms": FORMS, "form": form, "own": own, "sizes": SIZES, "recipient_labels": LABELS,
        "samples": SAMPLES, "margins": dict(zip(SIDES, own.get("margins", [None] * 4), strict=True)),
        "usual_margins": dict(zip(SIDES, form.margins, strict=True)),
        "usual_recipients": {group: "\n".join(_usual(organisation, group)) for group in GROUPS},
        "usual_signature": _signature(organisation), "usual_code": code(15, REPORT, organisation),
    }  # fmt: skip


def _usual(organisation: Organisation, group: str) -> list[str]:
    plain = Organisation(**{key: getattr(organisation, key) for key in ("name", "body", "form")}, superior="", place="",
                         signer="", symbol="")  # fmt: skip
    return recipients({"letterhead": letterhead(plain, group), "board": None}, "vi")


def _signature(organisation: Organisation) -> str:
    told = letterhead(organisation)
    before = [told["on_behalf"] % {"body": told["body"].upper()}] if told["body"] else []
    return "\n".join([*before, *(line.upper() for line in told["signer"])])
