"""Documents are read beside the request: a thread of this process waits for the child that reads, and tells the upload.

What is known stands in the database alone, so any process answers who asks how far it is; a process that dies takes
nothing with it but this reading, which can be begun again.
"""

import logging
import time
from threading import Thread

from flask import current_app
from sqlalchemy import Engine

from planner.clock import now
from planner.database import reading, writing
from planner.errors import Refusal
from planner.language import N_
from planner.models import Upload
from planner.reading.apart import read_document_apart
from planner.reading.progress import Progress
from planner.uploads import asked_of, end_reading, is_awaited, refuse_reading, tell
from webapp.extensions import db

log = logging.getLogger(__name__)
FAULT = N_("Hệ thống gặp lỗi khi đọc tệp này. Đề nghị thử lại hoặc báo quản trị viên.")


class _Dropped(Exception):  # noqa: N818 - an answer, not a fault
    """Nobody waits for this reading any more."""


def read_upload(upload_id: int, nth: int) -> None:
    """Begins to read a committed upload, and waits for the short time in which most documents are read."""
    thread = Thread(target=_read, args=(db.engine, upload_id, nth), name=f"reading-{upload_id}", daemon=True)
    thread.start()
    thread.join(current_app.config["UPLOAD_WAIT"])


def _read(engine: Engine, upload_id: int, nth: int) -> None:
    try:
        _read_and_tell(engine, upload_id, nth)
    except _Dropped:
        log.info("reading upload %s: nobody waits for it", upload_id)
    except Exception:
        log.exception("reading upload %s", upload_id)
        _end(engine, upload_id, nth, Refusal(FAULT))


def _read_and_tell(engine: Engine, upload_id: int, nth: int) -> None:
    with reading(engine) as session:
        upload = session.get(Upload, upload_id)
        if upload is None or upload.file is None:
            return
        (years, columns), file = asked_of(upload), upload.file
        content, name = file.content, file.name
    try:
        draft = read_document_apart(
            content, name, years, on_progress=_Listener(engine, upload_id, nth), columns=columns
        )  # fmt: skip
    except Refusal as refusal:
        _end(engine, upload_id, nth, refusal)
        return
    with writing(engine) as session:
        upload = session.get(Upload, upload_id)
        if upload is not None and is_awaited(upload, nth):
            end_reading(upload, draft)


def _end(engine: Engine, upload_id: int, nth: int, refusal: Refusal) -> None:
    with writing(engine) as session:
        upload = session.get(Upload, upload_id)
        if upload is not None and is_awaited(upload, nth):
            refuse_reading(upload, refusal)


class _Listener:
    """Writes the progress into the upload, once a second; ends a reading that nobody waits for."""

    def __init__(self, engine: Engine, upload_id: int, nth: int) -> None:
        self._engine, self._id, self._nth, self._last = engine, upload_id, nth, 0.0

    def __call__(self, progress: Progress) -> None:
        if time.monotonic() - self._last < 1:
            return
        self._last = time.monotonic()
        with writing(self._engine) as session:
            upload = session.get(Upload, self._id)
            if upload is None or not is_awaited(upload, self._nth):
                raise _Dropped
            tell(upload, progress, now())
