"""Plans: the list, one plan's rows as issued beside their tasks, its targets, and its document."""

from collections.abc import Sequence

from flask import Blueprint, abort, url_for
from sqlalchemy import func, select
from sqlalchemy.orm import selectinload
from werkzeug.wrappers import Response

from planner.clock import today
from planner.cooperating import names
from planner.importing import lock_imports
from planner.language import N_
from planner.models import Plan, PlanRow, Task, Upload
from planner.moves import open_moves
from planner.scope import visible
from planner.uploads import accept
from webapp import forms
from webapp.access import access, load
from webapp.answers import render
from webapp.extensions import db
from webapp.files import sent_file
from webapp.form_answers import answers_form, done
from webapp.people import current_actor, current_organisation
from webapp.pictures.figures import rate_text, share
from webapp.target_words import measure_words
from webapp.writing import writes

section = Blueprint("plans", __name__)

IMPORTERS = ("secretariat", "admin")
IMPORTED = N_("Đã nhập kế hoạch: %(rows)s dòng, %(tasks)s nhiệm vụ.")
UNCHANGED = N_("Tệp này đã được nhập trước đây; không có gì thay đổi.")


@section.get("/plans")
@access.anyone
def index() -> str:
    organisation, actor = current_organisation(), current_actor()
    plans = db.session.scalars(
        visible(actor, Plan).where(Plan.organisation_id == organisation.id).order_by(Plan.first_year.desc(), Plan.id)
    ).all()
    may_import = any(actor.has(role, organisation.id) for role in IMPORTERS)
    uploads = db.session.scalars(
        visible(actor, Upload).where(Upload.organisation_id == organisation.id).order_by(Upload.id.desc())
    ).all()
    return render(
        "plans/index.html", plans=plans, tasks=_tasks(organisation.id), may_import=may_import,
        uploads=uploads if may_import else [], bodies=names(db.session(), organisation) if may_import else [],
    )  # fmt: skip


def _tasks(organisation_id: int) -> dict[int, tuple[int, int, str]]:
    """How many tasks each plan has, how many are done, and their share as the pictures and reports count it."""
    done_ones, kept_ones = (func.count().filter(one) for one in (Task.state == "done", Task.state != "cancelled"))
    query = select(Task.plan_id, func.count(), done_ones, kept_ones).where(Task.organisation_id == organisation_id)
    found = db.session.execute(query.group_by(Task.plan_id))
    return {plan: (number, done_, rate_text(share(done_, kept))) for plan, number, done_, kept in found}


@section.get("/plans/<int:id>")
@access.anyone
def show(id: int) -> str:
    plan = load(Plan, id)
    query = select(PlanRow).where(PlanRow.plan_id == plan.id).order_by(PlanRow.position, PlanRow.id)
    every = db.session.scalars(query.options(selectinload(PlanRow.tasks).joinedload(Task.board))).all()
    standings = {task.id: task.standing(today()) for row in every for task in row.tasks}
    rows, ended = [row for row in every if not row.ended_issue], [row for row in every if row.ended_issue]
    return render(
        "plans/show.html", plan=plan, rows=rows, ended=ended, issues=plan.earlier_issues, targets=plan.targets,
        standings=standings, measure_words=measure_words, may_cancel=_may_cancel(every),
    )  # fmt: skip


def _may_cancel(rows: Sequence[PlanRow]) -> set[int]:
    """The tasks that the person may cancel from the page."""
    actor = current_actor()
    tasks = (task for row in rows for task in row.tasks)
    return {task.id for task in tasks if any(move.name == "cancellation" for move in open_moves(task, actor))}


@section.post("/plans")
@access(*IMPORTERS)
@writes
@answers_form
def create() -> Response:
    """Imports what an upload holds, as it was corrected, in one transaction."""
    organisation = current_organisation()
    lock_imports(db.session(), organisation)
    upload = load(Upload, forms.number("upload") or 0)
    if upload.organisation_id != organisation.id:
        abort(404)
    plan, is_new = accept(db.session(), upload, organisation, current_actor(), today())
    address = url_for("plans.show", id=plan.id)
    if not is_new:
        return done(UNCHANGED, address)
    return done(IMPORTED, address, rows=len(plan.rows), tasks=sum(len(row.tasks) for row in plan.rows))


@section.get("/plans/<int:id>/document")
@access.anyone
def document(id: int) -> Response:
    """The document as it came in, to be saved: never shown, since it came from outside."""
    plan = load(Plan, id)
    if plan.file is None:
        abort(404)
    return sent_file(plan.file.content, plan.file.name, plan.file.media_type)
