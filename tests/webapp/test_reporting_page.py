"""The office's calendar of reports: set by secretariat and administrator, with the next dates shown."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import Office
from sqlalchemy import select

from planner.models import Change, ReportDate

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
HALF = {"kind": "half", "nth": "1", "until": "10/6", "before": "15/6"}


@pytest.mark.parametrize("who", ["admin", "secretariat"])
def test_a_report_is_switched_on_with_its_days_and_off_again(as_: Client, office: Office, who: str) -> None:
    client = as_(who)
    assert "Chưa bật." in client.get("/admin/reporting").text
    assert client.post("/admin/report-dates", data=HALF, headers=HX).status_code == 204
    page = client.get("/admin/reporting").text
    assert "Đã lưu lịch của Báo cáo 6 tháng đầu năm." in page
    assert "Kỳ tới: 01/01/2026 – 10/06/2026, lập ngày 11/06/2026." in page
    assert "Nộp trước ngày 15/06/2026." in page
    assert 'value="10/6"' in page
    off = {"kind": "half", "nth": "1"}
    assert client.post("/admin/report-dates/removal", data=off, headers=HX).status_code == 204
    assert "Kỳ tới" not in client.get("/admin/reporting").text
    office.session.rollback()
    verbs = [change.verb for change in office.session.scalars(select(Change).order_by(Change.id.desc()).limit(2))]
    assert verbs == ["drop_report", "set_report"]


def test_the_month_of_the_office(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    assert "01/05/2026 – 31/05/2026, lập ngày 01/06/2026" in client.get("/admin/reporting").text
    assert client.post("/admin/month-end", data={"day": "24"}, headers=HX).status_code == 204
    page = client.get("/admin/reporting").text
    assert "25/04/2026 – 24/05/2026, lập ngày 25/05/2026" in page
    assert '<option value="24" selected>' in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"until": "31/6"}, "“31/6” không phải là ngày trong năm"),
        ({"until": "mười"}, "“mười” không phải là ngày trong năm"),
        ({"until": "10/9"}, "cách ngày cuối kỳ (30/06) quá 40 ngày"),
        ({"before": "1/6"}, "phải sau ngày chốt số liệu (10/06)"),
        ({"nth": "3"}, "Không có kỳ báo cáo này"),
        ({"kind": "month"}, "Không có kỳ báo cáo này"),
        ({"nth": "x"}, "không phải là số hợp lệ"),
    ],
)
def test_slips_are_refused_beside_the_form(as_: Client, office: Office, data: dict[str, str], sentence: str) -> None:
    answer = as_("admin").post("/admin/report-dates", data=HALF | data, headers=HX)
    assert (answer.status_code, sentence in answer.text) == (422, True)
    office.session.rollback()
    assert office.session.scalars(select(ReportDate)).all() == []


@pytest.mark.parametrize("day", ["32", "-1", "x"])
def test_no_month_ends_on_such_a_day(as_: Client, office: Office, day: str) -> None:
    assert as_("admin").post("/admin/month-end", data={"day": day}, headers=HX).status_code == 422


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer"])
def test_nobody_else_gets_in(as_: Client, who: str) -> None:
    client = as_(who)
    assert client.get("/admin/reporting").status_code == 403
    assert client.post("/admin/report-dates", data=HALF).status_code == 403
    assert client.post("/admin/report-dates/removal", data=HALF).status_code == 403
    assert client.post("/admin/month-end", data={"day": "24"}).status_code == 403


def test_the_secretariat_is_shown_no_page_that_it_may_not_open(as_: Client) -> None:
    page = as_("secretariat").get("/admin/reporting").text
    assert "Kỳ báo cáo" in page
    assert "/admin/people" not in page
    assert "/admin/people" in as_("admin").get("/admin/reporting").text


def test_the_reports_page_leads_there_whoever_may_open_it(as_: Client) -> None:
    assert "/admin/reporting" in as_("secretariat").get("/reports").text
    assert "/admin/reporting" not in as_("head").get("/reports").text


def test_days_off_that_leave_no_working_day_before_the_report_is_wanted_are_told(as_: Client) -> None:
    data = {"kind": "quarter", "nth": "1", "until": "29/4", "before": "3/5"}
    assert as_("admin").post("/admin/report-dates", data=data, headers=HX).status_code == 204
    assert "cần chốt số liệu sớm hơn" in as_("admin").get("/admin/reporting").text


def test_the_wrong_verb(as_: Client) -> None:
    assert as_("admin").post("/admin/reporting").status_code == 405
    assert as_("admin").get("/admin/report-dates/removal").status_code == 405
