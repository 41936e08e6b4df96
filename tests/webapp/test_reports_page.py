"""The page of papers: what waits, what went out with its mails and files; a preview that keeps nothing."""

import hashlib
import re
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document as Word
from flask.testing import FlaskClient
from office import Office
from pypdf import PdfReader
from sqlalchemy import select

from planner.models import Change, Document, File, Mail, ReleaseChoice

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
APRIL = {"period": "month-4", "year": "2026"}


def stored(office: Office, model: type[Document | File | Mail]) -> list[Document | File | Mail]:
    office.session.rollback()
    office.session.expire_all()
    return list(office.session.scalars(select(model).order_by(model.id)))


def paper(office: Office, nth: int = 0) -> Document:
    found = stored(office, Document)[nth]
    assert isinstance(found, Document)
    return found


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def wait_for_release(office: Office, *kinds: str) -> None:
    office.session.add_all(ReleaseChoice(organisation_id=office.organisation.id, kind=kind) for kind in kinds)
    office.session.commit()


def test_the_digest_is_issued_once_and_its_mails_wait(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    assert client.post("/reports", data=APRIL, headers=HX).headers["HX-Redirect"] == "/reports"
    page = client.get("/reports").text
    assert "01/BC-MTTQ-BTT" in page
    assert office.people["leader"].email in page
    assert "chờ gửi" in page
    again = client.post("/reports", data=APRIL, headers=HX)
    assert (again.status_code, "không lập lại" in again.text) == (422, True)
    assert len(stored(office, Document)) == 1


def test_a_board_s_digest_goes_to_its_head(as_: Client, office: Office) -> None:
    as_("secretariat").post("/reports", data={**APRIL, "board": office.boards["pt"].id})
    assert [mail.recipient for mail in stored(office, Mail)] == [office.people["head_pt"].email]


def test_a_quarter_stands_under_its_own_heading(as_: Client, office: Office) -> None:
    as_("secretariat").post("/reports", data=APRIL)
    as_("secretariat").post("/reports", data={"period": "quarter-1", "year": "2026"})
    page = as_("viewer").get("/reports").text
    assert re.findall(r'<th scope="rowgroup"[^>]*>([^<]*)<', page) == ["Tháng 4/2026", "Quý I/2026"]


def test_a_document_is_printed_when_first_opened_and_then_kept(as_: Client, office: Office) -> None:
    as_("secretariat").post("/reports", data=APRIL)
    number = paper(office).id
    first = as_("viewer").get(f"/reports/{number}.pdf")
    assert (first.status_code, first.headers["Content-Type"]) == (200, "application/pdf")
    assert "tháng 4" in words(first.data)
    kept = stored(office, File)
    assert [file.content for file in kept] == [first.data]
    assert as_("viewer").get(f"/reports/{number}.pdf").data == first.data
    assert len(stored(office, File)) == 1


def test_what_went_out_is_the_kept_file_whatever_became_of_the_templates(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    client.post("/reports", data=APRIL)
    number = paper(office).id
    assert "chưa được in lần nào" in client.get(f"/reports/{number}/reprint", headers=HX).text
    client.get(f"/reports/{number}.pdf")
    assert "in lại từ dữ liệu cho đúng tệp đã gửi" in client.get(f"/reports/{number}/reprint", headers=HX).text
    file = paper(office).file
    assert file is not None
    file.content = b"%PDF- of an earlier template"
    file.sha256 = hashlib.sha256(file.content).hexdigest()
    office.session.commit()
    assert "vẫn là bản đã gửi; in lại hôm nay sẽ khác" in client.get(f"/reports/{number}/reprint", headers=HX).text
    assert client.get(f"/reports/{number}.pdf").data == b"%PDF- of an earlier template"
    file.content = b"%PDF- tampered with"
    office.session.commit()
    assert "đã bị thay đổi" in client.get(f"/reports/{number}/reprint", headers=HX).text


def test_word_says_the_same(as_: Client, office: Office) -> None:
    as_("secretariat").post("/reports", data=APRIL)
    answer = as_("viewer").get(f"/reports/{paper(office).id}.docx")
    assert "bao-cao-2026-04-so-1.docx" in answer.headers["Content-Disposition"]
    texts = " ".join(part.text for part in Word(BytesIO(answer.data)).paragraphs)
    assert "tháng 4/2026" in texts


def test_a_preview_is_made_and_nothing_of_it_kept(as_: Client, office: Office) -> None:
    answer = as_("viewer").get(f"/reports/preview.pdf?period=month-5&year=2026&board={office.boards['dcpl'].id}")
    assert answer.status_code == 200
    assert "Ban Dân chủ - Pháp luật" in words(answer.data)
    assert (stored(office, Document), stored(office, File), stored(office, Mail)) == ([], [], [])


@pytest.mark.parametrize(
    ("period", "year", "sentence"),
    [
        ("month-12", "2026", "chưa bắt đầu"),
        ("month-13", "2026", "không hợp lệ"),
        ("quarter-5", "2026", "không hợp lệ"),
        ("tháng tư", "2026", "không hợp lệ"),
        ("month-4", "năm nay", "không hợp lệ"),
        ("month-4", "99999999999999999999", "không hợp lệ"),
        ("", "", "không hợp lệ"),
    ],
)
def test_a_period_that_makes_no_sense_is_refused_in_words(as_: Client, period: str, year: str, sentence: str) -> None:
    answer = as_("secretariat").get("/reports/preview.pdf", query_string={"period": period, "year": year})
    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert as_("secretariat").post("/reports", data={"period": period, "year": year}, headers=HX).status_code == 422


def test_who_only_looks_sees_how_many_mails_and_no_addresses(as_: Client, office: Office) -> None:
    as_("secretariat").post("/reports", data=APRIL)
    for where in ("/reports", f"/reports/{paper(office).id}"):
        page = as_("viewer").get(where).text
        assert "đã gửi 0/2" in page
        assert office.people["leader"].email not in page


def test_the_list_is_narrowed_by_kind_board_and_year(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    for data in (APRIL, {**APRIL, "board": office.boards["pt"].id}, {"period": "quarter-1", "year": "2026"}):
        client.post("/reports", data=data)
    client.post(f"/tasks/{office.task('4').id}/reminder", headers=HX)

    def codes(query: str) -> list[str]:
        page = as_("viewer").get(f"/reports?{query}", headers=HX).text
        assert "<html" not in page
        return sorted(re.findall(r'data-label="Số, ký hiệu">(\d\d)/', page))

    assert codes("") == ["01", "02", "03", "04"]
    assert codes("kind=month") == ["01", "02"]
    assert codes("kind=quarter") == ["03"]
    assert codes("kind=reminder") == ["04"]
    assert codes(f"board={office.boards['pt'].id}") == ["02"]
    assert codes("issued_in=2025") == []
    assert codes("kind=nothing&board=999&issued_in=x&page=0") == ["01", "02", "03", "04"]


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer", "admin"])
def test_only_the_secretariat_issues(as_: Client, office: Office, who: str) -> None:
    assert "hx-post" not in as_(who).get("/reports").text
    assert as_(who).post("/reports", data=APRIL).status_code == 403
    assert as_(who).post("/reports/waiting-kinds", data={"kind": "month"}).status_code == 403
    assert stored(office, Document) == []


def test_a_neighbour_finds_no_such_document_or_board(as_: Client, office: Office) -> None:
    as_("secretariat").post("/reports", data=APRIL)
    number = paper(office).id
    for tail in ("", ".pdf", ".docx", "/reprint"):
        assert as_("outsider").get(f"/reports/{number}{tail}").status_code == 404
    preview = f"/reports/preview.pdf?period=month-4&year=2026&board={office.boards['pt'].id}"
    assert as_("outsider").get(preview).status_code == 404
    assert as_("outsider").post(f"/reports/{number}/replacement", data={"reason": "Sai"}).status_code == 404
    assert "Chưa ban hành văn bản nào." in as_("outsider").get("/reports").text


def test_the_wrong_verb(as_: Client) -> None:
    assert as_("secretariat").post("/reports/preview.pdf").status_code == 405
    assert as_("secretariat").delete("/reports/1.pdf").status_code == 405
    assert as_("secretariat").get("/reports/1/release").status_code == 405


def test_the_choice_of_what_waits_is_kept_with_its_history(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    client.post("/reports/waiting-kinds", data={"kind": ["month", "year"]}, headers=HX)
    page = client.get("/reports").text
    assert re.findall(r'value="(\w+)" checked', page) == ["month", "year"]
    line = office.session.scalars(select(Change).where(Change.verb == "choose_waiting")).one()
    assert (line.before, line.after) == ({"kinds": []}, {"kinds": ["month", "year"]})
    refused = client.post("/reports/waiting-kinds", data={"kind": "decade"}, headers=HX)
    assert (refused.status_code, "Không có loại báo cáo này" in refused.text) == (422, True)
