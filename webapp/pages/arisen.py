"""Work that came up (việc phát sinh): a form whose times are read as they are typed, added to a plan of the year."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.answering import Asked, answers
from planner.arising import ArisenTexts, add_arisen, plan_of_arisen, read_arisen
from planner.clock import today
from planner.language import N_
from planner.models import Plan, work_calendar
from planner.period import Years
from planner.scope import visible
from planner.uploads import understood
from webapp import forms
from webapp.access import access, load
from webapp.answers import render, wants_fragment
from webapp.extensions import db
from webapp.filters import filters
from webapp.form_answers import answers_form, done
from webapp.people import current_actor, current_organisation
from webapp.reading_words import say_note, span_words
from webapp.writing import writes

section = Blueprint("arisen", __name__, url_prefix="/arisen-work")
TEXTS = ("title", "board", "basis", "number", "section", "cooperating", "submit_text", "execute_text", "pairing")
ADDED = N_("Đã thêm việc phát sinh: %(count)s nhiệm vụ của %(board)s.")


@section.get("/new")
@access("secretariat")
def new() -> str:
    """The empty form; `plan` of the address is the plan to which the work is added."""
    plan = load(Plan, forms.row_id(request.args["plan"])) if "plan" in request.args else None
    return _page(ArisenTexts(), plan, plan.first_year if plan else filters().year)


@section.post("/reading")
@access("secretariat")
def create_reading() -> str:
    """How what was typed is understood; nothing is stored."""
    texts, plan, year = _texts(), _plan(), _year()
    return render("arisen/reading.html", **_understood(texts, plan, year))


@section.post("/answers")
@access("secretariat")
def create_answer() -> str:
    """Takes an answer to a question about the times into the form; nothing is stored."""
    texts, plan, year = _answered(_texts(), _years(_plan(), _year())), _plan(), _year()
    if wants_fragment():
        return render("arisen/fields.html", **_fields(texts, plan, year))
    return _page(texts, plan, year)


@section.post("")
@access("secretariat")
@writes
@answers_form
def create() -> Response:
    """Adds the work with its tasks."""
    plan, texts = _plan(), _texts()
    if plan is None:
        plan = plan_of_arisen(db.session(), current_organisation(), _year(), today())
    row = add_arisen(db.session(), plan, texts, current_actor(), today())
    board, tasks = row.tasks[0].board.name if row.tasks else row.board_text, len(row.tasks)
    return done(ADDED, url_for("plans.show", id=plan.id) + f"#row-{row.id}", count=tasks, board=board)


def _page(texts: ArisenTexts, plan: Plan | None, year: int) -> str:
    return render("arisen/new.html", **_fields(texts, plan, year))


def _fields(texts: ArisenTexts, plan: Plan | None, year: int) -> dict[str, Any]:
    organisation = current_organisation()
    here = visible(current_actor(), Plan).where(Plan.organisation_id == organisation.id)
    plans = db.session.scalars(here.order_by(Plan.first_year.desc(), Plan.id)).all()
    return {"plans": plans, "boards": organisation.boards, **_understood(texts, plan, year)}


def _understood(texts: ArisenTexts, plan: Plan | None, year: int) -> dict[str, Any]:
    """The texts beside their reading."""
    years = _years(plan, year)
    row = read_arisen(texts, years)
    one = understood(0, row, years, current_organisation(), work_calendar(db.session()))
    return {
        "texts": texts, "plan": plan, "year": year, "one": one, "say_note": say_note, "span_words": span_words,
        "is_empty": not (row.submit_text or row.execute_text),
    }  # fmt: skip


def _answered(texts: ArisenTexts, years: Years) -> ArisenTexts:
    """An answer is named by its places in the reading that was shown: “1.2”, the first question’s second one."""
    row = read_arisen(texts, years)
    offered = {
        f"{place}.{nth}": (str(question), answer)
        for place, question in enumerate(row.questions, 1)
        for nth, answer in enumerate(answers(Asked(question, row, years)), 1)
    }
    if (chosen := offered.get(forms.text("answer"))) is None:
        return texts
    question, answer = chosen
    changed = {name: value for name, value in answer.changes.items() if name in TEXTS}
    return replace(texts, **changed, answered=(*texts.answered, question))


def _texts() -> ArisenTexts:
    return ArisenTexts(**{name: forms.text(name) for name in TEXTS}, answered=tuple(request.form.getlist("answered")))


def _plan() -> Plan | None:
    """The plan that was chosen; none for what belongs to no plan's document."""
    chosen = forms.number("plan")
    if not chosen:
        return None
    query = select(Plan.id).where(Plan.id == chosen, Plan.organisation_id == current_organisation().id)
    return load(Plan, db.session.scalar(query) or 0)


def _year() -> int:
    year = forms.number("year")
    return year if year is not None and year in forms.YEARS else filters().year


def _years(plan: Plan | None, year: int) -> Years:
    return Years(plan.first_year, plan.last_year) if plan else Years(year, year)
