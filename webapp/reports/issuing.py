"""A period's report made now, and which reports wait before they go out. The secretariat's."""

from flask import abort, request, url_for
from werkzeug.wrappers import Response

from planner.asking import ask_for
from planner.clock import today
from planner.errors import Refusal
from planner.issuing import choose_waiting, issue_report
from planner.language import N_
from planner.models import Board, Document
from planner.text import line
from webapp.access import access, load
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.forms import row_id
from webapp.people import current_actor, current_organisation
from webapp.reports import section
from webapp.reports.periods import asked_for
from webapp.writing import commit, writes

ISSUED = N_("Đã ban hành “%(title)s”, số %(code)s; thư đã vào hộp thư đi.")
WAITS = N_("Đã lập dự thảo “%(title)s”; báo cáo chờ Văn phòng ban hành.")
KNOWN = N_("Báo cáo kỳ này đã được lập trước đây, không lập lại.")
CHOSEN = N_("Đã lưu lựa chọn; áp dụng cho các báo cáo lập từ bây giờ.")


@section.post("")
@access("secretariat")
@writes
@answers_form
def create() -> Response:
    """Makes a period's report, for the whole organisation or one board: with its mails, or as a draft that waits."""
    organisation, board = current_organisation(), board_asked_for()
    period = asked_for(request, organisation)
    document = issue_report(db.session(), organisation, period, board, today(), current_actor())
    if document is None:
        raise Refusal(KNOWN)
    commit()
    return _made(document)


def _made(document: Document) -> Response:
    if document.is_released:
        ask_for("deliver", document.key)
        return done(ISSUED, url_for("reports.index"), title=document.title, code=document.data["code"])
    return done(WAITS, url_for("reports.show", id=document.id), title=document.title)


@section.post("/waiting-kinds")
@access("secretariat")
@writes
@answers_form
def choose() -> Response:
    """Sets which kinds of reports wait for their release from now on."""
    kinds = [line(kind) for kind in request.form.getlist("kind")]
    choose_waiting(db.session(), current_organisation(), kinds, current_actor(), today())
    return done(CHOSEN, url_for("reports.index"))


def board_asked_for() -> Board | None:
    """The board of this organisation that a request names; None for the whole organisation."""
    value = line(request.values.get("board"))
    if not value:
        return None
    board = load(Board, row_id(value))
    return board if board.organisation_id == current_organisation().id else abort(404)
