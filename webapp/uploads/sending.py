"""POST /uploads: a document is read, and what was understood is kept for its preview."""

import hashlib
import mimetypes

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from planner import clock
from planner.database import begin_write
from planner.errors import Refusal
from planner.importing import same_document
from planner.language import N_
from planner.models import File, Organisation, Upload
from planner.period import Years
from planner.reading import PlanDraft
from planner.reading.apart import read_document_apart
from planner.reading.pasted import FILE_NAME, pasted_content
from planner.text import line
from planner.uploads import keep
from webapp.access import access
from webapp.answers import wants_fragment
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_organisation, current_person
from webapp.uploads import IMPORTERS, section
from webapp.writing import commit

UNCHANGED = N_("Tệp này đã được nhập trước đây; không có gì thay đổi.")


@section.post("")
@access(*IMPORTERS)
@answers_form
def create() -> Response:
    """Reads the document while no transaction is open, then keeps what was understood."""
    organisation, person = current_organisation(), current_person()
    years = Years.parse(request.form["year"]) if line(request.form.get("year")) else None
    name, content = _sent()
    sha256 = hashlib.sha256(content).hexdigest()
    known = same_document(db.session(), organisation, sha256)
    commit()
    if known is not None:
        return done(UNCHANGED, url_for("plans.show", id=known.id))
    draft = read_document_apart(content, name, years)
    begin_write(db.session())
    upload = _upload(organisation, person.id if person else 0, draft, content)
    db.session.add(upload)
    commit()
    address = url_for("uploads.show", id=upload.id)
    return Response(status=204, headers={"HX-Redirect": address}) if wants_fragment() else redirect(address, 303)


def _sent() -> tuple[str, bytes]:
    """The name and the bytes of the file, or of the table that was pasted instead of one."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return FILE_NAME, _pasted()
    content = file.read()
    if not content:
        raise Refusal(N_("Tệp “%(name)s” không có nội dung."), name=line(file.filename)[:200])
    return line(file.filename.replace("\\", "/").rsplit("/", 1)[-1])[:200], content


def _pasted() -> bytes:
    """The table as the page that Word or Excel put on the clipboard, or else as its text."""
    content = pasted_content(request.form.get("pasted_page", "")) or pasted_content(request.form.get("pasted", ""))
    if not content:
        raise Refusal(N_("Vui lòng chọn tệp kế hoạch hoặc dán bảng kế hoạch."))
    return content


def _upload(organisation: Organisation, person_id: int, draft: PlanDraft, content: bytes) -> Upload:
    now = clock.now()
    media_type = mimetypes.guess_type(draft.file_name)[0] or "application/octet-stream"
    file = File(
        organisation_id=organisation.id, name=line(draft.file_name), media_type=media_type, sha256=draft.sha256,
        content=content, created_at=now,
    )  # fmt: skip
    return Upload(organisation_id=organisation.id, person_id=person_id, file=file, draft=keep(draft), created_at=now)
