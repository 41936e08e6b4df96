"""The files of papers: the PDF as it went out, a draft as it would be, Word to edit before signing, and previews.

The web process carries no renderer: a child process makes them, with no transaction open.
"""

from flask import request
from markupsafe import Markup
from werkzeug.wrappers import Response

from planner.clock import today
from planner.database import begin_write
from planner.issuing import file_name, keep_pdf
from planner.issuing.papers import is_whole
from planner.language import N_
from planner.paper import render_in_child
from planner.sheets.digest import digest_sheet
from webapp.access import access
from webapp.answers import announcement
from webapp.extensions import db, limiter
from webapp.files import sent_file, shown_pdf
from webapp.language import say
from webapp.people import current_organisation
from webapp.reports import section
from webapp.reports.document import load_paper
from webapp.reports.issuing import board_asked_for
from webapp.reports.periods import asked_for
from webapp.writing import commit

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SAME = N_("Bản lưu còn nguyên vẹn; in lại từ dữ liệu cho đúng tệp đã gửi.")
OTHER = N_(
    "Bản lưu còn nguyên vẹn và vẫn là bản đã gửi; in lại hôm nay sẽ khác, vì mẫu văn bản đã đổi từ khi ban hành."
)
DAMAGED = N_("Tệp lưu đã bị thay đổi so với khi ban hành. Đề nghị báo quản trị viên khôi phục từ bản sao lưu.")
NOT_PRINTED = N_("Văn bản chưa được in lần nào; mở PDF để in và lưu.")


@section.get("/<int:id>.pdf")
@access.anyone
@limiter.limit("60 per minute")
def pdf(id: int) -> Response:
    """The PDF as it went out; one that is not printed yet is printed now and kept. A draft's is kept nowhere."""
    document = load_paper(id)
    if document.file is not None:
        return shown_pdf(document.file.content, document.file.name)
    name, kind, data, is_released = file_name(document), document.kind, document.data, document.is_released
    commit()
    content = render_in_child(kind, data)
    if is_released:
        begin_write(db.session())
        content = keep_pdf(db.session(), id, content).content
        commit()
    return shown_pdf(content, name)


@section.get("/<int:id>.docx")
@access.anyone
@limiter.limit("60 per minute")
def word(id: int) -> Response:
    """The same words for Word, from the frozen data."""
    document = load_paper(id)
    name, kind, data = file_name(document, "docx"), document.kind, document.data
    commit()
    return sent_file(render_in_child(kind, data, form="docx"), name, WORD)


@section.get("/<int:id>/reprint")
@access("secretariat", "admin")
@limiter.limit("20 per minute")
def reprint(id: int) -> Markup:
    """Says whether the kept PDF is whole, and whether its data would print the same today."""
    document = load_paper(id)
    file, kind, data = document.file, document.kind, document.data
    commit()
    if file is None:
        return announcement(say(NOT_PRINTED))
    if not is_whole(file):
        return announcement(say(DAMAGED))
    return announcement(say(SAME if render_in_child(kind, data) == file.content else OTHER))


@section.get("/preview.pdf")
@access.anyone
@limiter.limit("20 per minute")
def preview() -> Response:
    """A period's report as it would be now; nothing is issued, numbered or kept."""
    organisation = current_organisation()
    period, board = asked_for(request, organisation), board_asked_for()
    data = digest_sheet(db.session(), organisation, period=period, board=board, issued_on=today(), number=0)
    commit()
    return shown_pdf(render_in_child(data["kind"], data), f"xem-truoc-bao-cao-{period.key.lower()}.pdf")
