"""What was issued: digests and reminders with their mails, their PDFs; a month's digest looked at or issued now."""

from collections.abc import Sequence

from flask import Blueprint, abort, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner.asking import ask_for
from planner.clock import today
from planner.database import begin_write
from planner.errors import Refusal
from planner.issuing import issue_digest, keep_pdf
from planner.issuing.documents import file_name
from planner.language import N_
from planner.models import Board, Document, Mail
from planner.paper import render_in_child
from planner.sheets.digest import digest_sheet
from webapp import forms
from webapp.access import access, load
from webapp.answers import render
from webapp.extensions import db, limiter
from webapp.files import shown_pdf
from webapp.form_answers import answers_form, done
from webapp.mail_words import mail_state
from webapp.people import current_actor, current_organisation
from webapp.tasks.periods import month_of
from webapp.writing import commit, writes

section = Blueprint("reports", __name__)

SHOWN = 100
ISSUED = N_("Đã ban hành “%(title)s”, số %(code)s; thư được gửi trong ít phút.")
KNOWN = N_("Báo cáo tháng này đã được ban hành trước đây, không ban hành lại.")


@section.get("/reports")
@access.anyone
def index() -> str:
    organisation, actor = current_organisation(), current_actor()
    query = select(Document).where(Document.organisation_id == organisation.id).order_by(Document.id.desc())
    documents = db.session.scalars(query.limit(SHOWN)).all()
    day = today()
    last = (day.year - 1, 12) if day.month == 1 else (day.year, day.month - 1)
    return render(
        "reports/index.html", documents=documents, mails=_mails(documents), boards=organisation.boards,
        month=f"{last[0]}-{last[1]:02}", is_clerk=actor.has("secretariat", organisation.id),
        sees_addresses=any(actor.has(role, organisation.id) for role in ("secretariat", "admin")), shown=SHOWN,
        mail_state=mail_state,
    )  # fmt: skip


def _mails(documents: Sequence[Document]) -> dict[int, list[Mail]]:
    """The mails of each document."""
    query = select(Mail).where(Mail.document_id.in_([document.id for document in documents])).order_by(Mail.recipient)
    found: dict[int, list[Mail]] = {}
    for mail in db.session.scalars(query):
        found.setdefault(mail.document_id or 0, []).append(mail)
    return found


@section.post("/reports")
@access("secretariat")
@writes
@answers_form
def create() -> Response:
    """Issues a month's digest now, for the whole organisation or one board, with its mails."""
    organisation, board = current_organisation(), _board(forms.number("board"))
    month = month_of(forms.text("month"))
    document = issue_digest(db.session(), organisation, month, board, today())
    if document is None:
        raise Refusal(KNOWN)
    commit()
    ask_for("deliver", document.key)
    return done(ISSUED, url_for("reports.index"), title=document.title, code=document.data["code"])


@section.get("/reports/<int:id>.pdf")
@access.anyone
@limiter.limit("60 per minute")
def show(id: int) -> Response:
    """The PDF as it went out; one that is not printed yet is printed now and kept."""
    document = load(Document, id)
    if document.file is not None:
        return shown_pdf(document.file.content, document.file.name)
    name, kind, data = file_name(document), document.kind, document.data
    commit()
    content = render_in_child(kind, data)
    begin_write(db.session())
    keep_pdf(db.session(), id, content)
    commit()
    return shown_pdf(content, name)


@section.get("/reports/preview.pdf")
@access.anyone
@limiter.limit("20 per minute")
def preview() -> Response:
    """A month's digest as it would be now; nothing is issued, numbered or kept."""
    month = month_of(request.args.get("month", ""))
    board = _board(request.args.get("board", type=int))
    data = digest_sheet(
        db.session(), current_organisation(), month=month, board=board, issued_on=today(), number=0
    )  # fmt: skip
    commit()
    return shown_pdf(render_in_child("digest", data), f"xem-truoc-bao-cao-{month[0]}-{month[1]:02}.pdf")


def _board(id: int | None) -> Board | None:
    if not id:
        return None
    board = load(Board, id)
    return board if board.organisation_id == current_organisation().id else abort(404)
