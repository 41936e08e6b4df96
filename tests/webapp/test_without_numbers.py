"""Work of a document without running numbers: no page shows an empty number, sentences say the title."""

import re
from collections.abc import Callable

from flask.testing import FlaskClient
from office import Office
from plan_file import send
from sqlalchemy import select

from planner.models import Plan, Task, Upload

Client = Callable[[str], FlaskClient]
TABLE = """KẾ HOẠCH CÔNG TÁC NĂM 2026

Nội dung công việc\tBộ phận tham mưu\tThời gian thực hiện
Tập huấn báo cáo viên\tBan Phong trào\tTháng 3, 9
Hội nghị tổng kết\tBan Phong trào\tTháng 12
"""
EMPTY = re.compile(r"<b[^>]*>\s*</b>|>None<|nhiệm vụ \"|\"\. |(?<=[>\"])\s*· (?=\w)")


def imported(client: FlaskClient, office: Office) -> tuple[Upload, Plan]:
    send(client, TABLE.encode(), "ke-hoach.txt")
    office.session.rollback()
    upload = office.session.scalars(select(Upload)).one()
    preview = client.get(f"/uploads/{upload.id}").text
    assert "Bỏ dòng “Hội nghị tổng kết”" in preview
    assert not EMPTY.findall(preview)
    client.post("/plans", data={"upload": upload.id})
    office.session.rollback()
    plan = office.session.scalars(select(Plan).order_by(Plan.id.desc())).first()
    assert plan is not None
    return upload, plan


def test_no_page_shows_a_number_that_the_document_does_not_give(as_: Client, office: Office) -> None:
    _, plan = imported(as_("secretariat"), office)
    assert [(row.number, row.title) for row in sorted(plan.rows, key=lambda row: row.position)] == [
        ("", "Tập huấn báo cáo viên"), ("", "Hội nghị tổng kết"),
    ]  # fmt: skip
    tasks = office.session.scalars(select(Task).where(Task.plan_id == plan.id).order_by(Task.position)).all()
    addresses = ["/", "/overdue", "/months", "/timeline", "/search?q=bao+cao", f"/plans/{plan.id}",
                 *(f"/tasks/{task.id}" for task in tasks)]  # fmt: skip
    for address in addresses:
        page = as_("secretariat").get(address, follow_redirects=True)
        assert page.status_code == 200, address
        assert "Tập huấn" in page.text or "Hội nghị tổng kết" in page.text, address
        assert not EMPTY.findall(page.text), address
    assert "<b>lần 2/2</b>" in as_("viewer").get("/months").text
    assert "Nhắc nhiệm vụ “Tập huấn báo cáo viên”" in as_("secretariat").get("/overdue").text
