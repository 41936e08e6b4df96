"""A plan copied into another year: a draft that is looked through, corrected and stored as any document is."""

from flask import Blueprint, url_for
from werkzeug.wrappers import Response

from planner.clock import now
from planner.copying import begin_copy
from planner.errors import Refusal
from planner.language import N_
from planner.models import Plan, Upload
from planner.reissuing.finding import lock, with_rows
from webapp import forms
from webapp.access import IDS, access, load
from webapp.answers import render
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_person
from webapp.writing import writes

section = Blueprint("plan_copy", __name__, url_prefix="/plans/<int:id>/copies")
IMPORTERS = ("secretariat", "admin")
COPIED = N_("Đã chép %(count)s dòng sang năm %(year)s. Chưa có gì được nhập: đề nghị xem lại từng dòng rồi bấm Nhập.")


@section.get("/new")
@access(*IMPORTERS)
def new(id: int) -> str:
    """Asks for the year."""
    plan = load(Plan, id)
    return render("plans/copy.html", plan=plan, year=plan.last_year + 1)


@section.post("")
@access(*IMPORTERS)
@writes
@answers_form
def create(id: int) -> Response:
    """Makes the draft, and goes to where it is looked through."""
    lock(db.session(), id if id in IDS else 0)
    plan, person, year = load(Plan, id, *with_rows()), current_person(), forms.number("year")
    if year is None or year not in forms.YEARS or year == plan.first_year:
        raise Refusal(N_("Vui lòng nhập một năm khác năm của kế hoạch này."))
    upload: Upload = begin_copy(db.session(), plan, year, person, now())  # type: ignore[arg-type]
    return done(COPIED, url_for("uploads.show", id=upload.id), count=len(upload.draft["rows"]), year=year)
