"""The list of plans and a plan's own page: rows as issued beside their tasks, targets, the document."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office
from plan_file import plan_docx, send
from sqlalchemy import select

from planner.models import Plan, Target, Task, Upload

Client = Callable[[str], FlaskClient]


@pytest.mark.parametrize("who", ["head", "head_pt", "member", "secretariat", "leader", "viewer", "admin"])
def test_everybody_of_the_office_reads_its_plans(as_: Client, office: Office, who: str) -> None:
    assert "Chương trình công tác năm 2026" in as_(who).get("/plans").text
    page = as_(who).get(f"/plans/{office.plan.id}").text
    assert "Tháng 5,11" in page
    assert "lần 2/2" in page


def test_a_row_stands_beside_its_tasks_as_they_are_now(as_: Client, office: Office) -> None:
    office.task("1").begin_drafting(office.actor("head_pt"), TODAY)
    office.session.commit()
    page = as_("viewer").get(f"/plans/{office.plan.id}").text
    cell = page.split("Hướng dẫn tổ chức Ngày hội")[1].split("</tr>")[0]
    assert "Đang tham mưu" in cell
    assert "Quá hạn 73 ngày" in cell


def test_the_share_of_a_plan_leaves_cancelled_tasks_out_as_reports_do(as_: Client, office: Office) -> None:
    done, cancelled, *others = office.session.scalars(select(Task).where(Task.plan_id == office.plan.id)).all()
    done.state, cancelled.state = "done", "cancelled"
    office.session.commit()
    rate = f"{100 / (1 + len(others)):.1f}%".replace(".", ",")
    assert f"1 <small>({rate})</small>" in as_("viewer").get("/plans").text


def test_targets_are_listed_with_their_figures(as_: Client, office: Office) -> None:
    measures = [{"value": 85.0, "unit": "%", "comparator": ">="}, {"value": 831.0, "unit": "nhà", "comparator": "="}]
    office.session.add(Target(plan_id=office.plan.id, position=1, text="Từ 85% trở lên", measures=measures))
    office.session.commit()
    page = as_("viewer").get(f"/plans/{office.plan.id}").text
    assert "Từ 85% trở lên" in page
    assert "ít nhất 85%" in page


def test_who_imports_sees_the_form_and_others_do_not(as_: Client) -> None:
    assert 'name="file"' in as_("secretariat").get("/plans").text
    assert 'name="file"' in as_("admin").get("/plans").text
    assert 'name="file"' not in as_("head").get("/plans").text


def test_no_plan_says_what_to_do_next(as_: Client) -> None:
    page = as_("outsider").get("/plans").text
    assert "Chưa có kế hoạch nào." in page
    assert "Tải văn bản" in page


def test_the_document_comes_back_as_it_was_sent(as_: Client, office: Office) -> None:
    content = plan_docx()
    send(as_("secretariat"), content, "Kế hoạch năm.docx")
    as_("secretariat").post("/plans", data={"upload": office.session.scalars(select(Upload)).one().id})
    office.session.rollback()
    plan = office.session.scalars(select(Plan).order_by(Plan.id.desc())).first()
    assert plan is not None
    answer = as_("viewer").get(f"/plans/{plan.id}/document")
    assert answer.data == content
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_plan_without_a_document_has_none(as_: Client, office: Office) -> None:
    assert as_("viewer").get(f"/plans/{office.plan.id}/document").status_code == 404


def test_a_neighbour_finds_no_such_plan(as_: Client, office: Office) -> None:
    assert as_("outsider").get(f"/plans/{office.plan.id}").status_code == 404
    assert as_("outsider").get(f"/plans/{office.plan.id}/document").status_code == 404


def test_the_wrong_verb(as_: Client, office: Office) -> None:
    assert as_("secretariat").post(f"/plans/{office.plan.id}").status_code == 405
    assert as_("secretariat").delete("/plans").status_code == 405
