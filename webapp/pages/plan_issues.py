"""A plan that is issued again: the new document beside the plan, what is accepted of it, and every earlier document."""

from typing import Any

from flask import Blueprint, abort, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.clock import today
from planner.errors import Refusal
from planner.language import N_
from planner.models import EarlierIssue, Plan, Upload
from planner.reading import PlanDraft, draft_from_json
from planner.reissuing.applying import Accepted, heading_changes
from planner.reissuing.finding import lock, plan_issued_again, with_rows
from planner.reissuing.uploaded import compare_upload, take_upload
from planner.scope import visible
from planner.uploads import require_read
from webapp import forms
from webapp.access import IDS, access, load
from webapp.answers import render
from webapp.extensions import db
from webapp.files import sent_file
from webapp.form_answers import answers_form, done
from webapp.history import WORDS
from webapp.people import current_actor
from webapp.reading_words import say_note
from webapp.writing import writes

section = Blueprint("issues", __name__)

IMPORTERS = ("secretariat", "admin")
HEADING = {
    "title": N_("Tên kế hoạch"),
    "number": N_("Số, ký hiệu"),
    "date": N_("Ngày ban hành"),
    "years": N_("Năm kế hoạch"),
}
APPLIED = N_("Đã áp dụng văn bản ban hành lại: %(new)s dòng mới, %(changed)s dòng đổi, %(gone)s dòng không còn.")
CHOOSE = N_("Vui lòng chọn kế hoạch để so sánh.")


def issued_again(upload: Upload, draft: PlanDraft) -> dict[str, Any]:
    """For the preview: the plan that the document issues again, or those of which a person may say so."""
    query = visible(current_actor(), Plan).where(Plan.organisation_id == upload.organisation_id)
    plans = db.session.scalars(query.order_by(Plan.last_year.desc(), Plan.id.desc())).all()
    again = plan_issued_again(db.session(), plans[0].organisation, draft) if plans else None
    return {"again": again, "other_plans": plans}


@section.get("/uploads/<int:id>/comparison")
@access(*IMPORTERS)
def show(id: int) -> str:
    """The rows of the upload against those of a plan: the one that it names itself, or `plan` of the address."""
    upload = load(Upload, id)
    require_read(upload)
    plan = _chosen(upload)
    draft = draft_from_json({**upload.draft, "rows": []})
    return render(
        "plans/comparison.html", upload=upload, plan=plan, comparison=compare_upload(plan, upload), today=today(),
        heading=heading_changes(plan, draft), HEADING=HEADING, WORDS=WORDS, say_note=say_note,
        may_apply=current_actor().has("secretariat", plan.organisation_id),
    )  # fmt: skip


def _chosen(upload: Upload) -> Plan:
    named = forms.row_id(request.args.get("plan", ""))
    if not named:
        found = issued_again(upload, draft_from_json({**upload.draft, "rows": []}))["again"]
        named = found.id if found else 0
    if not named:
        raise Refusal(CHOOSE)
    plan = load(Plan, named, *with_rows())
    return plan if plan.organisation_id == upload.organisation_id else abort(404)


@section.post("/plans/<int:id>/issues")
@access("secretariat")
@writes
@answers_form
def create(id: int) -> Response:
    """Gives the plan its new document and applies what was ticked."""
    lock(db.session(), id if id in IDS else 0)
    plan, upload = load(Plan, id, *with_rows()), load(Upload, forms.number("upload") or 0)
    if upload.organisation_id != plan.organisation_id:
        abort(404)
    ticked, apart = (frozenset(request.form.getlist(name)) for name in ("accept", "apart"))
    accepted = Accepted(request.form.get("token", ""), ticked, apart)
    counts = take_upload(db.session(), plan, upload, accepted, current_actor(), today())
    return done(APPLIED, url_for("plans.show", id=plan.id), **counts)


@section.get("/plans/<int:id>/issues/<int:nth>/document")
@access.anyone
def document(id: int, nth: int) -> Response:
    """The document that the plan had until another replaced it."""
    plan = load(Plan, id)
    query = select(EarlierIssue).where(EarlierIssue.plan_id == plan.id, EarlierIssue.nth == nth)
    issue = db.session.scalars(query).first()
    if issue is None or issue.file is None:
        abort(404)
    return sent_file(issue.file.content, issue.file.name, issue.file.media_type)
