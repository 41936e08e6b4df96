"""What the secretariat does to a paper: its words, its figures, its release; dropped, taken up again, replaced."""

from flask import request, url_for
from werkzeug.wrappers import Response

from planner.asking import ask_for
from planner.clock import today
from planner.errors import Refusal
from planner.issuing import drop, refresh, release, release_all, replace, take_up, write_remarks
from planner.language import N_
from planner.models import Document
from webapp import forms
from webapp.access import access, load
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_actor
from webapp.reports import section
from webapp.reports.change import change
from webapp.writing import commit, writes

RELEASED = N_("Đã ban hành; thư đã vào hộp thư đi.")
ALL_RELEASED = N_("Đã ban hành %(count)s văn bản; thư đã vào hộp thư đi.")
NONE_CHOSEN = N_("Không có dự thảo nào để ban hành.")
REPLACING = N_("Đã lập dự thảo thay thế; văn bản cũ vẫn có hiệu lực đến khi bản này được ban hành.")


@section.post("/<int:id>/remarks")
@access("secretariat")
@writes
def write(id: int) -> Response:
    text = forms.text("remarks")
    return change(
        id, lambda document, version: write_remarks(db.session(), document, text, current_actor(), today(), version),
        N_("Đã lưu phần nhận xét, kiến nghị."),
    )  # fmt: skip


@section.post("/<int:id>/refreshment")
@access("secretariat")
@writes
def renew(id: int) -> Response:
    """Makes the figures anew; what was typed and not saved yet is kept."""

    def verb(document: Document, version: int) -> None:
        refresh(db.session(), document, current_actor(), today(), _with_words(document, version))

    return change(id, verb, N_("Đã cập nhật số liệu của kỳ báo cáo."))


@section.post("/<int:id>/release")
@access("secretariat")
@writes
def create_release(id: int) -> Response:
    """Gives the draft its number and day, and posts its mails in the same transaction; unsaved words go along."""

    def verb(document: Document, version: int) -> None:
        release(
            db.session(), document, current_actor(), today(), number=forms.number("number"),
            issued_on=forms.day("issued_on"), version=_with_words(document, version),
        )  # fmt: skip

    answer = change(id, verb, RELEASED)
    if answer.status_code < 400:
        ask_for("deliver", f"document {id}")
    return answer


@section.post("/releases")
@access("secretariat")
@writes
@answers_form
def create_releases() -> Response:
    """Releases all drafts that the page showed of a period, as it showed them, or none."""
    shown = [value.partition("-") for value in request.form.getlist("draft")]
    seen = [(load(Document, forms.row_id(number)), forms.row_id(version)) for number, _, version in shown]
    if not seen:
        raise Refusal(NONE_CHOSEN)
    release_all(db.session(), seen, current_actor(), today())
    commit()
    ask_for("deliver", f"drafts from {seen[0][0].id}")
    return done(ALL_RELEASED, url_for("reports.index"), count=len(seen))


def _with_words(document: Document, version: int) -> int:
    """Keeps the words that the page sent along, if it did; gives the version that the next verb goes on from."""
    if "remarks" not in request.form:
        return version
    write_remarks(db.session(), document, forms.text("remarks"), current_actor(), today(), version)
    return document.version


@section.post("/<int:id>/dropping")
@access("secretariat")
@writes
def create_dropping(id: int) -> Response:
    return change(
        id,
        lambda document, version: drop(db.session(), document, forms.text("reason"), current_actor(), today(), version),
        N_("Đã bỏ dự thảo; có thể lập lại tại trang này."),
    )  # fmt: skip


@section.post("/<int:id>/taking-up")
@access("secretariat")
@writes
def create_taking_up(id: int) -> Response:
    return change(
        id, lambda document, version: take_up(db.session(), document, current_actor(), today(), version),
        N_("Đã lập lại dự thảo với số liệu mới."),
    )  # fmt: skip


@section.post("/<int:id>/replacement")
@access("secretariat")
@writes
@answers_form
def create_replacement(id: int) -> Response:
    """A draft that will hold in place of what went out."""
    made = replace(db.session(), load(Document, id), forms.text("reason"), current_actor(), today())
    commit()
    return done(REPLACING, url_for("reports.show", id=made.id))
