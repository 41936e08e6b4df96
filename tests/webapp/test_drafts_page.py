"""Papers that wait, on their page: seen by few, worded, refreshed, released, dropped, replaced; made elsewhere too."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from databases import engine_of, selects
from flask.testing import FlaskClient
from office import TODAY, Office
from sqlalchemy import select
from werkzeug.test import TestResponse

from planner.issuing import choose_waiting, issue_report
from planner.models import Document, Mail
from planner.reporting import period_of

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
APRIL = period_of(0, "month", 2026, 4)


@pytest.fixture
def draft(office: Office) -> Document:
    """April's report of the whole organisation, waiting."""
    choose_waiting(office.session, office.organisation, ["month"], office.actor("secretariat"), TODAY)
    made = issue_report(office.session, office.organisation, APRIL, None, TODAY)
    assert made is not None
    office.session.commit()
    return made


def now(office: Office, document: Document) -> Document:
    office.session.rollback()
    office.session.refresh(document)
    return document


def ask(client: FlaskClient, document: Document, what: str, **data: object) -> TestResponse:
    """Posts as the page does, with the version that it shows."""
    return client.post(f"/reports/{document.id}/{what}", data={"version": document.version, **data}, headers=HX)


@pytest.mark.parametrize(("who", "sees"), [("secretariat", True), ("leader", True), ("head", False), ("viewer", False)])
def test_a_draft_is_seen_by_those_who_release_it_or_speak_through_it(
    as_: Client, draft: Document, who: str, sees: bool
) -> None:
    client = as_(who)
    assert ("Chờ ban hành" in client.get("/reports").text) is sees
    for tail in ("", ".pdf", ".docx"):
        assert client.get(f"/reports/{draft.id}{tail}").status_code == (200 if sees else 404)


def test_a_leader_looks_and_has_no_buttons(as_: Client, draft: Document) -> None:
    page = as_("leader").get(f"/reports/{draft.id}").text
    assert "Dự thảo" in page
    assert "hx-post" not in page
    for what in ("remarks", "refreshment", "release", "dropping", "taking-up", "replacement"):
        assert ask(as_("leader"), draft, what).status_code == 403


def test_the_page_of_a_draft_says_who_will_get_it_and_under_which_number(as_: Client, draft: Document) -> None:
    page = as_("secretariat").get(f"/reports/{draft.id}").text
    assert "vanphong@mau.invalid" in page
    assert "thuongtruc@mau.invalid" in page
    assert 'name="number" inputmode="numeric" value="1"' in page
    assert "số liệu đến hết ngày 30/04/2026" in page


def test_a_draft_s_pdf_is_made_and_not_kept(as_: Client, office: Office, draft: Document) -> None:
    answer = as_("secretariat").get(f"/reports/{draft.id}.pdf")
    assert "bao-cao-2026-04-du-thao.pdf" in answer.headers["Content-Disposition"]
    assert now(office, draft).file_id is None


def test_remarks_are_kept_and_the_page_answers_with_the_draft_as_it_is(
    as_: Client, office: Office, draft: Document
) -> None:
    answer = ask(as_("secretariat"), draft, "remarks", remarks="Tiến độ bảo đảm.")
    assert (answer.status_code, answer.headers["HX-Retarget"]) == (200, "#document")
    assert f'data-version="{draft.version + 1}"' in answer.text
    assert "Sửa phần nhận xét, kiến nghị" in answer.text
    assert now(office, draft).data["remarks"] == "Tiến độ bảo đảm."


def test_it_is_released_with_the_words_that_were_not_saved_yet(as_: Client, office: Office, draft: Document) -> None:
    answer = ask(
        as_("secretariat"), draft, "release", number="12", issued_on="2026-05-08", remarks="Đề nghị đẩy nhanh."
    )
    assert "Đã ban hành; thư đã vào hộp thư đi." in answer.text
    assert "chờ gửi" in answer.text
    released = now(office, draft)
    assert (released.data["code"], released.data["remarks"]) == ("12/BC-MTTQ-BTT", "Đề nghị đẩy nhanh.")
    assert released.issued_on == date(2026, 5, 8)
    assert len(office.session.scalars(select(Mail).where(Mail.document_id == draft.id)).all()) == 2
    assert "Chờ ban hành" not in as_("secretariat").get("/reports").text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"number": "không"}, "không phải là số"),
        ({"number": "0"}, "từ 1 đến"),
        ({"issued_on": "2026-05-12"}, "chưa đến"),
        ({"issued_on": "12/13/2026"}, "không hợp lệ"),
        ({"issued_on": "2026-04-29"}, "không được trước ngày 30/04/2026"),
    ],
)
def test_what_makes_no_sense_is_said_beside_the_form(
    as_: Client, office: Office, draft: Document, data: dict[str, str], sentence: str
) -> None:
    answer = ask(as_("secretariat"), draft, "release", **data)
    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert "HX-Retarget" not in answer.headers
    assert now(office, draft).state == "draft"


@pytest.mark.parametrize("what", ["remarks", "refreshment", "release", "dropping"])
@pytest.mark.parametrize("version", ["0", "", "99", "x"])
def test_a_page_that_is_out_of_date_gets_409_and_the_paper_as_it_is(
    as_: Client, office: Office, draft: Document, what: str, version: str
) -> None:
    answer = ask(as_("secretariat"), draft, what, version=version, reason="Thôi", remarks="Đè lên")
    assert (answer.status_code, answer.headers["HX-Retarget"]) == (409, "#document")
    assert "vừa có thay đổi" in answer.text
    assert f'data-version="{draft.version}"' in answer.text
    without_script = as_("secretariat").post(f"/reports/{draft.id}/{what}", data={"version": version})
    assert (without_script.status_code, "vừa có thay đổi" in without_script.text) == (409, True)
    assert (now(office, draft).state, draft.data["remarks"]) == ("draft", "")


def test_a_second_release_gets_409_and_sends_nothing(as_: Client, office: Office, draft: Document) -> None:
    client, version = as_("secretariat"), draft.version
    assert ask(client, draft, "release").status_code == 200
    again = client.post(f"/reports/{draft.id}/release", data={"version": version}, headers=HX)
    assert (again.status_code, "Đã ban hành" in again.text) == (409, True)
    assert len(office.session.scalars(select(Mail).where(Mail.document_id == draft.id)).all()) == 2


def test_new_facts_are_told_of_and_taken_in(as_: Client, office: Office, draft: Document) -> None:
    client = as_("secretariat")
    assert "số liệu đã khác" not in client.get(f"/reports/{draft.id}").text
    office.task("2").begin_executing(office.actor("head"), date(2026, 4, 20))
    office.session.commit()
    assert "số liệu đã khác" in client.get(f"/reports/{draft.id}").text
    answer = ask(client, draft, "refreshment", remarks="Chưa lưu")
    assert "Đã cập nhật số liệu" in answer.text
    assert "số liệu đã khác" not in answer.text
    assert now(office, draft).data["remarks"] == "Chưa lưu"


def test_a_draft_is_dropped_with_a_reason_and_taken_up_again(as_: Client, office: Office, draft: Document) -> None:
    client = as_("secretariat")
    assert ask(client, draft, "dropping", reason=" ").status_code == 422
    answer = ask(client, draft, "dropping", reason="Gộp vào báo cáo quý")
    assert "Gộp vào báo cáo quý" in answer.text
    assert "Lập lại với số liệu mới" in answer.text
    assert "Chờ ban hành" not in client.get("/reports").text
    again = client.post("/reports", data={"period": "month-4", "year": "2026"}, headers=HX)
    assert (again.status_code, "không lập lại" in again.text) == (422, True)
    assert ask(client, now(office, draft), "taking-up").status_code == 200
    assert now(office, draft).state == "draft"


def test_all_drafts_of_a_period_are_released_at_once_or_none(as_: Client, office: Office, draft: Document) -> None:
    client = as_("secretariat")
    board = issue_report(office.session, office.organisation, APRIL, office.boards["pt"], TODAY)
    office.session.commit()
    assert board is not None
    assert "Ban hành cả 2 văn bản" in client.get("/reports").text
    assert "Ban hành cả" not in as_("leader").get("/reports").text
    stale = client.post("/reports/releases", data={"draft": [f"{board.id}-1", f"{draft.id}-9"]}, headers=HX)
    assert (stale.status_code, now(office, board).state) == (409, "draft")
    shown = [f"{board.id}-1", f"{draft.id}-1"]
    assert as_("leader").post("/reports/releases", data={"draft": shown}, headers=HX).status_code == 403
    assert as_("outsider").post("/reports/releases", data={"draft": shown}, headers=HX).status_code == 404
    assert client.post("/reports/releases", headers=HX).status_code == 422
    assert client.post("/reports/releases", data={"draft": shown}, headers=HX).headers["HX-Redirect"] == "/reports"
    assert (now(office, draft).number, now(office, board).number) == (1, 2)


def test_dropped_drafts_are_found_again(as_: Client, draft: Document) -> None:
    client = as_("secretariat")
    ask(client, draft, "dropping", reason="Gộp vào báo cáo quý")
    page = client.get("/reports").text
    assert "Dự thảo đã bỏ (1)" in page
    assert f'/reports/{draft.id}"' in page
    assert "Dự thảo đã bỏ" not in as_("viewer").get("/reports").text


def test_what_went_out_is_replaced_and_says_so(as_: Client, office: Office, draft: Document) -> None:
    client = as_("secretariat")
    ask(client, draft, "release")
    assert client.post(f"/reports/{draft.id}/replacement", data={"reason": ""}, headers=HX).status_code == 422
    answer = client.post(f"/reports/{draft.id}/replacement", data={"reason": "Sai số liệu"}, headers=HX)
    address = answer.headers["HX-Redirect"]
    assert "văn bản số 01/BC-MTTQ-BTT" in client.get(address).text
    assert "Bản thay thế đang chờ ban hành" in client.get(f"/reports/{draft.id}").text
    made = office.session.scalars(select(Document).where(Document.replaces_id == draft.id)).one()
    ask(client, made, "release")
    old = as_("viewer").get(f"/reports/{draft.id}").text
    assert "bởi văn bản số 02/BC-MTTQ-BTT" in old
    assert "đã được thay thế bởi số 02/BC-MTTQ-BTT" in as_("viewer").get("/reports").text


def test_a_report_made_by_hand_waits_too(as_: Client, office: Office, draft: Document) -> None:
    answer = as_("secretariat").post("/reports", data={"period": "month-3", "year": "2026"}, headers=HX)
    made = office.session.scalars(select(Document).where(Document.period == "2026-03")).one()
    assert (answer.headers["HX-Redirect"], made.state) == (f"/reports/{made.id}", "draft")


def test_the_list_asks_the_database_as_often_for_many_papers_as_for_few(
    as_: Client, office: Office, app: object
) -> None:

    client = as_("secretariat")

    def queries() -> int:
        client.get("/reports")  # what is new in the history is looked through once
        return selects(engine_of(app), lambda: client.get("/reports"))

    for month in (1, 2):
        issue_report(office.session, office.organisation, period_of(0, "month", 2026, month), None, TODAY)
    office.session.commit()
    few = queries()
    for month in (3, 4):
        for board in (None, *office.organisation.boards):
            issue_report(office.session, office.organisation, period_of(0, "month", 2026, month), board, TODAY)
    office.session.commit()
    assert queries() == few
    assert re.findall(r'scope="rowgroup"[^>]*>([^<]+)<', client.get("/reports").text)[0] == "Tháng 4/2026"
