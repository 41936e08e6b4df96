"""What was issued, with its mails and PDFs; a preview that keeps nothing; the digest issued by hand."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from office import Office
from pypdf import PdfReader
from sqlalchemy import select

from planner.models import Document, File, Mail

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}


def stored(office: Office, model: type[Document | File | Mail]) -> list[Document | File | Mail]:
    office.session.rollback()
    office.session.expire_all()
    return list(office.session.scalars(select(model).order_by(model.id)))


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_the_digest_is_issued_once_and_its_mails_wait(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    assert client.post("/reports", data={"month": "2026-04"}, headers=HX).headers["HX-Redirect"] == "/reports"
    page = client.get("/reports").text
    assert "01/BC-MTTQ-BTT" in page
    assert office.people["leader"].email in page
    assert "chờ gửi" in page
    again = client.post("/reports", data={"month": "2026-04"}, headers=HX)
    assert (again.status_code, "không ban hành lại" in again.text) == (422, True)
    assert len(stored(office, Document)) == 1


def test_a_board_s_digest_goes_to_its_head(as_: Client, office: Office) -> None:
    as_("secretariat").post("/reports", data={"month": "4/2026", "board": office.boards["pt"].id})
    assert [mail.recipient for mail in stored(office, Mail)] == [office.people["head_pt"].email]


def test_a_document_is_printed_when_first_opened_and_then_kept(as_: Client, office: Office) -> None:
    as_("secretariat").post("/reports", data={"month": "2026-04"})
    number = stored(office, Document)[0].id
    first = as_("viewer").get(f"/reports/{number}.pdf")
    assert (first.status_code, first.headers["Content-Type"]) == (200, "application/pdf")
    assert "tháng 4" in words(first.data)
    kept = stored(office, File)
    assert [file.content for file in kept] == [first.data]
    assert as_("viewer").get(f"/reports/{number}.pdf").data == first.data
    assert len(stored(office, File)) == 1


def test_a_preview_is_made_and_nothing_of_it_kept(as_: Client, office: Office) -> None:
    answer = as_("viewer").get(f"/reports/preview.pdf?month=2026-04&board={office.boards['dcpl'].id}")
    assert answer.status_code == 200
    assert "Ban Dân chủ - Pháp luật" in words(answer.data)
    assert (stored(office, Document), stored(office, File), stored(office, Mail)) == ([], [], [])


@pytest.mark.parametrize(
    ("month", "sentence"), [("2026-12", "chưa bắt đầu"), ("tháng tư", "không hợp lệ"), ("", "không hợp lệ")]
)
def test_a_month_that_makes_no_sense_is_refused_in_words(as_: Client, month: str, sentence: str) -> None:
    answer = as_("secretariat").get(f"/reports/preview.pdf?month={month}")
    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert as_("secretariat").post("/reports", data={"month": month}, headers=HX).status_code == 422


def test_who_only_looks_sees_how_many_mails_and_no_addresses(as_: Client, office: Office) -> None:
    as_("secretariat").post("/reports", data={"month": "2026-04"})
    page = as_("viewer").get("/reports").text
    assert "đã gửi 0/2" in page
    assert office.people["leader"].email not in page


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer", "admin"])
def test_only_the_secretariat_issues(as_: Client, office: Office, who: str) -> None:
    assert "Ban hành và gửi" not in as_(who).get("/reports").text
    assert as_(who).post("/reports", data={"month": "2026-04"}).status_code == 403
    assert stored(office, Document) == []


def test_a_neighbour_finds_no_such_document_or_board(as_: Client, office: Office) -> None:
    as_("secretariat").post("/reports", data={"month": "2026-04"})
    number = stored(office, Document)[0].id
    assert as_("outsider").get(f"/reports/{number}.pdf").status_code == 404
    assert as_("outsider").get(f"/reports/preview.pdf?month=2026-04&board={office.boards['pt'].id}").status_code == 404
    assert "Chưa ban hành văn bản nào." in as_("outsider").get("/reports").text


def test_the_wrong_verb(as_: Client) -> None:
    assert as_("secretariat").post("/reports/preview.pdf").status_code == 405
    assert as_("secretariat").delete("/reports/1.pdf").status_code == 405
