"""POST /uploads: a document is kept and read, and what was understood of it waits in its preview."""

import hashlib
import mimetypes

from flask import redirect, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner import clock
from planner.database import begin_write
from planner.errors import Refusal
from planner.importing import same_document
from planner.language import N_
from planner.models import File, Organisation, Upload
from planner.period import Years
from planner.reading.formats import refuse_size
from planner.reading.pasted import FILE_NAME, pasted_content
from planner.text import line
from planner.uploads import begin_reading, discard, refusal_of
from webapp.access import access
from webapp.answers import wants_fragment
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.people import current_organisation, current_person
from webapp.uploads import IMPORTERS, section
from webapp.uploads.reading import read_upload
from webapp.writing import commit

UNCHANGED = N_("Tệp này đã được nhập trước đây; không có gì thay đổi.")


@section.post("")
@access(*IMPORTERS)
@answers_form
def create() -> Response:
    """Keeps the document and has it read; one that cannot be read is refused and leaves nothing behind."""
    organisation, person = current_organisation(), current_person()
    years = Years.parse(request.form["year"]) if line(request.form.get("year")) else None
    name, content = _sent()
    refuse_size(content)
    known = same_document(db.session(), organisation, hashlib.sha256(content).hexdigest())
    commit()
    if known is not None:
        return done(UNCHANGED, url_for("plans.show", id=known.id))
    upload = _begun(organisation, person.id if person else 0, name, content, years)
    read_upload(upload.id, 1)
    _raise_refusal(upload)
    address = url_for("uploads.show", id=upload.id)
    return Response(status=204, headers={"HX-Redirect": address}) if wants_fragment() else redirect(address, 303)


def _begun(organisation: Organisation, person_id: int, name: str, content: bytes, years: Years | None) -> Upload:
    """The upload, committed, so that its reading can be followed from everywhere."""
    begin_write(db.session())
    _sweep(person_id)
    upload = Upload(organisation_id=organisation.id, person_id=person_id, draft={}, asked={}, created_at=clock.now())
    upload.file = _file(organisation, name, content)
    begin_reading(upload, years, {}, clock.now())
    db.session.add(upload)
    commit()
    return upload


def _sweep(person_id: int) -> None:
    """What was refused and looked at is of no use to anybody."""
    refused = select(Upload).where(Upload.person_id == person_id, Upload.state == "refused")
    for upload in db.session.scalars(refused).all():
        discard(db.session(), upload)


def _raise_refusal(upload: Upload) -> None:
    """A document that was refused while the person waited is said so where it was chosen."""
    db.session.refresh(upload)
    refusal = refusal_of(upload) if upload.state == "refused" else None
    commit()
    if refusal is not None:
        begin_write(db.session())
        discard(db.session(), upload)
        commit()
        raise refusal


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


def _file(organisation: Organisation, name: str, content: bytes) -> File:
    return File(
        organisation_id=organisation.id, name=line(name), content=content, created_at=clock.now(),
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        sha256=hashlib.sha256(content).hexdigest(),
    )  # fmt: skip
