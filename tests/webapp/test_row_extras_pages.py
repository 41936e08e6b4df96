"""Products, costs and notes on their way: in the preview, with the plan, on the task's page."""

from collections.abc import Callable

from flask.testing import FlaskClient
from office import Office
from plan_file import send
from sqlalchemy import select

from planner.models import Plan, Task, Upload

Client = Callable[[str], FlaskClient]
TABLE = """KẾ HOẠCH CÔNG TÁC NĂM 2027

TT\tNội dung công việc\tBộ phận tham mưu\tThời gian thực hiện\tSản phẩm\tKinh phí <dự kiến>
1\tHội nghị báo cáo viên\tBan Phong trào\tTháng 3\tBáo cáo & kế hoạch\t12.000.000 đồng
2\tHội nghị tổng kết\tBan Phong trào\tTháng 12\t\t
"""


def test_what_stands_beside_the_work_is_seen_from_the_preview_to_the_task(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    send(client, TABLE.encode(), "ke-hoach.txt")
    office.session.rollback()
    upload = office.session.scalars(select(Upload)).one()
    preview = client.get(f"/uploads/{upload.id}").text
    assert "Sản phẩm: “Báo cáo &amp; kế hoạch”" in preview
    assert "Kinh phí &lt;dự kiến&gt;: “12.000.000 đồng”" in preview
    client.post("/plans", data={"upload": upload.id})
    office.session.rollback()
    plan = office.session.scalars(select(Plan).order_by(Plan.id.desc())).first()
    assert plan is not None
    assert "<dt>Sản phẩm:</dt> <dd>Báo cáo &amp; kế hoạch</dd>" in as_("viewer").get(f"/plans/{plan.id}").text
    tasks = office.session.scalars(select(Task).where(Task.plan_id == plan.id).order_by(Task.position)).all()
    pages = [as_("viewer").get(f"/tasks/{task.id}").text for task in tasks]
    assert '<dt>Kinh phí &lt;dự kiến&gt;</dt><dd class="as-written">12.000.000 đồng</dd>' in pages[0]
    assert "Kinh phí" not in pages[1]
