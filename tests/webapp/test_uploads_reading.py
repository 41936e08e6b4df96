"""Long documents: their reading goes on beside the request, says how far it is, and outlives its process."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import Office
from plan_file import HX, plan_docx, send
from sqlalchemy import select

from planner import clock
from planner.errors import Refusal
from planner.models import File, Upload
from planner.reading import PlanDraft
from planner.reading.apart import read_document_apart
from planner.reading.progress import Listener, Progress
from webapp.uploads import reading

Client = Callable[[str], FlaskClient]


class SlowReader:
    """The real reader, which waits at its start until the test lets it go on; it may then be refused."""

    def __init__(self) -> None:
        self.told, self.go_on = threading.Event(), threading.Event()
        self.refusal: Exception | None = None

    def __call__(
        self, content: bytes, name: str, years: object, *, on_progress: Listener, columns: object
    ) -> PlanDraft:
        on_progress(Progress("rows", 120, 400))
        self.told.set()
        assert self.go_on.wait(20)
        if self.refusal:
            raise self.refusal
        return read_document_apart(content, name, years, columns=columns)  # type: ignore[arg-type]


@pytest.fixture
def slow(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowReader]:
    slow = SlowReader()
    monkeypatch.setattr(reading, "read_document_apart", slow)
    app.config["UPLOAD_WAIT"] = 0.2
    yield slow
    slow.go_on.set()
    finish()


def finish() -> None:
    """Waits until no reading goes on."""
    for thread in threading.enumerate():
        if thread.name.startswith("reading-"):
            thread.join(20)


def the_upload(office: Office) -> Upload:
    office.session.rollback()
    office.session.expire_all()
    return office.session.scalars(select(Upload)).one()


def test_a_long_reading_shows_how_far_it_is_and_then_the_preview(as_: Client, office: Office, slow: SlowReader) -> None:
    client = as_("secretariat")
    address = send(client, plan_docx()).headers["HX-Redirect"]
    assert slow.told.wait(20)
    assert "Đang đọc văn bản" in client.get(address).text
    assert "đang đọc" in client.get("/plans").text
    part = client.get(f"{address}/progress", headers=HX)
    assert (part.status_code, 'value="0.300"' in part.text) == (200, True)
    assert "Đã hiểu 120 trên 400 dòng kế hoạch" in part.text
    slow.go_on.set()
    finish()
    assert client.get(f"{address}/progress", headers=HX).headers["HX-Redirect"] == address
    assert "3 dòng, 4 nhiệm vụ" in client.get(address).text


def test_nothing_is_corrected_or_imported_while_it_is_read(as_: Client, office: Office, slow: SlowReader) -> None:
    client = as_("secretariat")
    address = send(client, plan_docx()).headers["HX-Redirect"]
    for where in (f"{address}/rows/1/confirmation", f"{address}/heading", f"{address}/columns"):
        answer = client.post(where, data={"title": "x", "years": "2027"}, headers=HX)
        assert (answer.status_code, "đang được đọc" in answer.text) == (422, True)
    answer = client.post("/plans", data={"upload": address.rpartition("/")[2]}, headers=HX)
    assert (answer.status_code, "đang được đọc" in answer.text) == (422, True)


def test_a_document_that_is_refused_late_keeps_nothing_but_the_sentence(
    as_: Client, office: Office, slow: SlowReader
) -> None:
    client = as_("secretariat")
    slow.refusal = Refusal("Tệp PDF có quá nhiều trang: tối đa %(most)d.", most=500)
    address = send(client, plan_docx()).headers["HX-Redirect"]
    slow.go_on.set()
    finish()
    page = client.get(address).text
    assert "tối đa 500" in page
    assert "Chọn tệp khác" in page
    assert the_upload(office).file.content == b""
    client.post(f"{address}/removal")
    office.session.rollback()
    assert (office.session.scalars(select(Upload)).all(), office.session.scalars(select(File)).all()) == ([], [])


def test_a_reading_whose_process_died_is_begun_again(as_: Client, office: Office, slow: SlowReader) -> None:
    client = as_("secretariat")
    address = send(client, plan_docx()).headers["HX-Redirect"]
    assert slow.told.wait(20)
    assert "gián đoạn" not in client.get(address).text
    upload = the_upload(office)
    upload.beat_at = clock.now() - timedelta(minutes=1)
    office.session.commit()
    assert "Đọc lại từ đầu" in client.get(address).text
    client.post(f"{address}/readings")
    assert the_upload(office).asked["nth"] == 2
    slow.go_on.set()
    finish()
    assert "3 dòng, 4 nhiệm vụ" in client.get(address).text


def test_a_reading_that_nobody_waits_for_ends_itself(as_: Client, office: Office, slow: SlowReader) -> None:
    client = as_("secretariat")
    address = send(client, plan_docx()).headers["HX-Redirect"]
    client.post(f"{address}/removal")
    slow.go_on.set()
    finish()
    office.session.rollback()
    assert office.session.scalars(select(Upload)).all() == []


def test_a_fault_of_the_reader_is_told_in_words(as_: Client, office: Office, slow: SlowReader) -> None:
    client = as_("secretariat")
    slow.refusal = RuntimeError("boom")
    address = send(client, plan_docx()).headers["HX-Redirect"]
    slow.go_on.set()
    finish()
    page = client.get(address).text
    assert "gặp lỗi khi đọc tệp" in page
    assert "boom" not in page


def test_what_was_refused_is_swept_away_by_the_next_document(as_: Client, office: Office, slow: SlowReader) -> None:
    client = as_("secretariat")
    slow.refusal = Refusal("Không đọc được.")
    send(client, plan_docx())
    slow.go_on.set()
    finish()
    slow.refusal = None
    send(client, plan_docx())
    finish()
    assert the_upload(office).state == "ready"
