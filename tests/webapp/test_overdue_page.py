"""The overdue review: what is late and how long, and reminding by one click."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office
from sqlalchemy import select

from planner import clock
from planner.models import Change, Document, Mail

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}


def late(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'id="overdue-(\d+)"', page)]


def test_what_is_late_stands_by_board_with_its_age(as_: Client, office: Office) -> None:
    page = as_("viewer").get("/overdue").text
    assert late(page) == [office.task("4").id, office.task("1").id]
    assert '<span class="days">73</span>' in page
    assert "Trình, hạn 27/02/2026" in page
    assert "2 nhiệm vụ quá hạn tính đến ngày 11/05/2026" in page


@pytest.mark.parametrize(("days", "column"), [(0, None), (1, 0), (7, 0), (8, 1), (30, 1), (31, 2), (120, 2), (121, 3)])
def test_ages_are_counted_in_bands(days: int, column: int | None) -> None:
    from webapp.overdue_review import BANDS

    assert [i for i, band in enumerate(BANDS) if band.holds(days)] == ([] if column is None else [column])


def test_work_that_was_done_or_postponed_is_not_late(as_: Client, office: Office) -> None:
    office.task("1").postpone(office.actor("secretariat"), TODAY, "Chờ kinh phí")
    office.session.commit()
    assert late(as_("viewer").get("/overdue").text) == [office.task("4").id]


def test_the_history_s_end_stands_beside(as_: Client, office: Office) -> None:
    office.task("4").begin_drafting(office.actor("head"), TODAY)
    office.session.commit()
    assert "Bắt đầu tham mưu: Chưa triển khai → Đang tham mưu" in as_("leader").get("/overdue").text


def test_a_board_that_goes_while_the_page_is_made_takes_only_its_own_work_along(
    as_: Client, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [board for board in office.organisation.boards if board is not office.boards["pt"]]
    monkeypatch.setattr("webapp.overdue_review.boards_of", lambda _office: others)
    assert late(as_("viewer").get("/overdue").text) == [office.task("4").id]


def test_late_work_of_other_years_is_told(as_: Client) -> None:
    page = as_("viewer").get("/overdue?year=2024").text
    assert late(page) == []
    assert "còn 2 nhiệm vụ quá hạn" in page


def test_nothing_late_says_what_to_do_next(as_: Client) -> None:
    page = as_("outsider").get("/overdue").text
    assert "Không có nhiệm vụ quá hạn." in page
    assert "Xem nhiệm vụ sắp đến hạn" in page


def test_one_click_reminds_by_a_letter_in_the_outbox(as_: Client, office: Office) -> None:
    answer = as_("secretariat").post(f"/tasks/{office.task('4').id}/reminder", headers=HX)
    assert answer.status_code == 200
    assert "đã nhắc ngày 11/05/2026" in answer.text
    document = office.session.scalars(select(Document)).one()
    assert (document.kind, document.board) == ("reminder", office.boards["dcpl"])
    mail = office.session.scalars(select(Mail)).one()
    assert (mail.recipient, mail.document_id) == (office.people["head"].email, document.id)
    assert office.session.scalars(select(Change).where(Change.verb == "remind")).one().task is office.task("4")


def test_a_second_click_on_one_day_sends_nothing_more(as_: Client, office: Office) -> None:
    client, address = as_("secretariat"), f"/tasks/{office.task('4').id}/reminder"
    client.post(address, headers=HX)
    again = client.post(address, headers=HX)
    assert (again.status_code, "không gửi thêm" in again.text) == (422, True)
    assert len(office.session.scalars(select(Mail)).all()) == 1


def test_a_day_later_it_may_be_reminded_again(
    as_: Client, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    client, address = as_("secretariat"), f"/tasks/{office.task('4').id}/reminder"
    client.post(address)
    monkeypatch.setenv("BANGVIEC_TODAY", (TODAY + timedelta(days=1)).isoformat())
    assert clock.today() != TODAY
    assert client.post(address).status_code == 303


def test_a_whole_board_is_reminded_by_one_letter(as_: Client, office: Office) -> None:
    answer = as_("secretariat").post(f"/boards/{office.boards['pt'].id}/reminder", headers=HX)
    assert answer.status_code == 200
    document = office.session.scalars(select(Document)).one()
    assert [item["number"] for item in document.data["items"]] == ["1"]


def test_a_board_with_nothing_late_is_told_so(as_: Client, office: Office) -> None:
    answer = as_("secretariat").post(f"/boards/{office.boards['tctg'].id}/reminder", headers=HX)
    assert (answer.status_code, "không còn mốc nào" in answer.text) == (422, True)


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer", "admin"])
def test_others_only_look(as_: Client, office: Office, who: str) -> None:
    assert "Nhắc cả bộ phận" not in as_(who).get("/overdue").text
    assert as_(who).post(f"/tasks/{office.task('4').id}/reminder").status_code == 403
    assert as_(who).post(f"/boards/{office.boards['dcpl'].id}/reminder").status_code == 403
    assert office.session.scalars(select(Mail)).all() == []


def test_a_neighbour_reminds_nobody_here(as_: Client, office: Office) -> None:
    assert as_("outsider").post(f"/tasks/{office.task('4').id}/reminder").status_code == 404
    assert as_("outsider").get(f"/overdue/tasks/{office.task('4').id}", headers=HX).status_code == 404


def test_an_item_says_what_became_of_it(as_: Client, office: Office) -> None:
    client, task = as_("secretariat"), office.task("4")
    data = {"version": task.version, "state": task.state, "until": "2026-06-30", "reason": "Chờ số liệu"}
    assert client.post(f"/tasks/{task.id}/submit/extension", data=data, headers=HX).status_code == 200
    shown = client.get(f"/overdue/tasks/{task.id}", headers=HX).text
    assert "is-settled" in shown
    assert "Hạn mới: 30/06/2026." in shown


def test_the_wrong_verb(as_: Client, office: Office) -> None:
    assert as_("secretariat").get(f"/boards/{office.boards['pt'].id}/reminder").status_code == 405
    assert as_("secretariat").post("/overdue").status_code == 405
