"""A plan that is issued again, from upload to application, and a plan as a file: who sees what, and what is refused."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import Office
from plan_file import HX, ROWS, plan_docx, send
from sqlalchemy import select

from planner.models import EarlierIssue, Plan, Upload
from planner.reading import read_document

Client = Callable[[str], FlaskClient]
NEW_ROWS = (
    ROWS[0],
    ("1", "Phát động tháng cao điểm vì người nghèo", "Ban Phong trào", "Tháng 9", "Tháng 10"),
    ("2", "Kế hoạch tổ chức hội nghị tổng kết", "Ban Phong trào", "Tháng 01", "Tháng 4"),
    ("3", "Hội nghị Ủy ban hai kỳ", "Ban Dân chủ- Pháp luật", "Tháng 5,11", "Tháng 6,12"),
)


@pytest.fixture
def plan(as_: Client, office: Office) -> Plan:
    """The small plan of 2027, imported from its document."""
    send(as_("secretariat"), plan_docx())
    as_("secretariat").post("/plans", data={"upload": last(office, Upload).id})
    return last(office, Plan)


@pytest.fixture
def upload(as_: Client, office: Office, plan: Plan) -> Upload:
    """Its new issue, waiting to be compared."""
    send(as_("secretariat"), plan_docx(rows=NEW_ROWS), "sua-doi.docx")
    return last(office, Upload)


def last(office: Office, model: type) -> object:
    office.session.rollback()
    office.session.expire_all()
    return office.session.scalars(select(model).order_by(model.id.desc())).first()


def form_of(client: FlaskClient, upload: Upload, plan: Plan) -> dict[str, object]:
    """What the page sends when nothing is changed on it."""
    page = client.get(f"/uploads/{upload.id}/comparison").text
    ticked = [tag.split('value="')[1].split('"')[0] for tag in page.split("<input")
              if 'name="accept"' in tag and " checked" in tag.split(">")[0]]  # fmt: skip
    token = page.split('name="token" value="')[1].split('"')[0]
    return {"upload": upload.id, "token": token, "accept": ticked}


def test_the_preview_of_a_new_issue_leads_to_the_comparison(as_: Client, plan: Plan, upload: Upload) -> None:
    page = as_("secretariat").get(f"/uploads/{upload.id}").text
    assert "Văn bản này ban hành lại một kế hoạch đã nhập" in page
    assert f"/uploads/{upload.id}/comparison?plan={plan.id}" in page
    assert "Nhập vào bảng việc" not in page


def test_another_document_may_be_said_to_be_a_new_issue(as_: Client, office: Office, plan: Plan) -> None:
    send(as_("secretariat"), plan_docx(2028))
    page = as_("secretariat").get(f"/uploads/{last(office, Upload).id}").text  # type: ignore[attr-defined]
    assert "Đây là bản sửa đổi, bổ sung của một kế hoạch đã nhập?" in page
    assert "Nhập vào bảng việc" in page


def test_the_comparison_shows_changed_new_gone_and_same(as_: Client, upload: Upload) -> None:
    page = as_("secretariat").get(f"/uploads/{upload.id}/comparison").text
    assert "1 dòng đổi · 1 dòng mới · 1 dòng không còn · 1 dòng giữ nguyên" in page
    assert "<del>Tháng 3</del>" in page and "<ins>Tháng 4</ins>" in page
    assert "Phát động tháng cao điểm" in page.split('id="new"')[1]
    assert "Kế hoạch kiểm tra" in page.split('id="gone"')[1]


def test_a_row_that_is_still_doubtful_says_so_beside_what_it_would_change(
    as_: Client, office: Office, plan: Plan
) -> None:
    client = as_("secretariat")
    send(client, plan_docx(rows=(*ROWS[:2], (*ROWS[2][:3], "Tháng 15", "Tháng 6,12"), *ROWS[3:])), "sua-doi.docx")
    page = client.get(f"/uploads/{last(office, Upload).id}/comparison").text
    changed = page.split('<h2 id="changed">')[1].split("</table>")[0]
    assert "Hội nghị Ủy ban hai kỳ" in changed
    assert "“Tháng 15” ghi tháng 15" in changed


def test_what_is_ticked_is_applied_and_both_documents_stay(
    as_: Client, office: Office, plan: Plan, upload: Upload
) -> None:
    client = as_("secretariat")
    answer = client.post(f"/plans/{plan.id}/issues", data=form_of(client, upload, plan), headers=HX)
    assert answer.headers["HX-Redirect"] == f"/plans/{plan.id}"
    page = client.get(f"/plans/{plan.id}").text
    assert "1 dòng mới, 1 dòng đổi, 1 dòng không còn" in page
    assert "Dòng của văn bản trước" in page and "Văn bản lần 1" in page
    rows = client.get(f"/plans/{plan.id}/export/xlsx").data
    assert [row.title for row in read_document(rows, "x.xlsx").rows] == [row[1] for row in NEW_ROWS[1:]]
    assert last(office, Upload) is None
    assert client.get(f"/plans/{plan.id}/issues/1/document").data == plan_docx_of(office)
    assert client.get(f"/plans/{plan.id}/document").headers["Content-Disposition"].endswith("sua-doi.docx")
    assert client.get(f"/plans/{plan.id}/issues/2/document").status_code == 404


def plan_docx_of(office: Office) -> bytes:
    issue = last(office, EarlierIssue)
    return issue.file.content  # type: ignore[attr-defined,no-any-return]


def test_what_is_not_ticked_stays_as_it_was(as_: Client, office: Office, plan: Plan, upload: Upload) -> None:
    client = as_("secretariat")
    form = form_of(client, upload, plan) | {"accept": []}
    client.post(f"/plans/{plan.id}/issues", data=form, headers=HX)
    now = last(office, Plan)
    assert [row.title for row in now.rows_in_force] == [row[1] for row in ROWS[1:]]  # type: ignore[attr-defined]
    assert now.issue == 2  # type: ignore[attr-defined]


def test_a_comparison_that_is_out_of_date_is_refused_beside_the_button(
    as_: Client, office: Office, plan: Plan, upload: Upload
) -> None:
    client = as_("secretariat")
    form = form_of(client, upload, plan)
    office.session.rollback()  # what the page wrote meanwhile is seen
    task = next(task for row in plan.rows for task in row.tasks if task.title.startswith("Kế hoạch tổ chức"))
    task.begin_drafting(office.actor("secretariat"), plan.imported_on)
    office.session.commit()
    answer = client.post(f"/plans/{plan.id}/issues", data=form, headers=HX)
    assert (answer.status_code, "xem lại bảng so sánh" in answer.text) == (409, True)
    assert last(office, Plan).issue == 1  # type: ignore[attr-defined]


def test_importing_it_beside_the_plan_is_refused(as_: Client, office: Office, upload: Upload) -> None:
    answer = as_("secretariat").post("/plans", data={"upload": upload.id}, headers=HX)
    assert (answer.status_code, "So sánh với kế hoạch đã nhập" in answer.text) == (422, True)


def test_the_same_bytes_again_change_nothing(as_: Client, office: Office, plan: Plan, upload: Upload) -> None:
    client, second = as_("secretariat"), upload.file.content
    first = plan.file.content  # type: ignore[union-attr]
    client.post(f"/plans/{plan.id}/issues", data=form_of(client, upload, plan), headers=HX)
    for content in (first, second):
        assert send(client, content).headers["HX-Redirect"] == f"/plans/{plan.id}"
    assert last(office, Plan).issue == 2  # type: ignore[attr-defined]


def test_an_administrator_looks_and_the_secretariat_applies(as_: Client, plan: Plan, upload: Upload) -> None:
    page = as_("admin").get(f"/uploads/{upload.id}/comparison").text
    assert "Văn phòng xem và áp dụng." in page
    assert as_("admin").post(f"/plans/{plan.id}/issues", data={"upload": upload.id}).status_code == 403


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer"])
def test_the_others_neither_compare_nor_apply(as_: Client, plan: Plan, upload: Upload, who: str) -> None:
    assert as_(who).get(f"/uploads/{upload.id}/comparison").status_code == 403
    assert as_(who).post(f"/plans/{plan.id}/issues", data={"upload": upload.id}).status_code == 403


def test_a_neighbour_finds_nothing(as_: Client, plan: Plan, upload: Upload) -> None:
    client = as_("outsider")
    for where in (f"/uploads/{upload.id}/comparison", f"/plans/{plan.id}/issues/1/document",
                  f"/plans/{plan.id}/export/xlsx"):  # fmt: skip
        assert client.get(where).status_code == 404
    assert client.post(f"/plans/{plan.id}/issues", data={"upload": upload.id}).status_code == 404


@pytest.mark.parametrize("form", ["xlsx", "docx"])
@pytest.mark.parametrize("who", ["viewer", "head", "leader"])
def test_everybody_of_the_office_saves_the_plan_as_a_file(as_: Client, office: Office, who: str, form: str) -> None:
    answer = as_(who).get(f"/plans/{office.plan.id}/export/{form}")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    read = read_document(answer.data, f"x.{form}")
    assert [row.title for row in read.rows] == [row.title for row in office.plan.rows]
    assert (read.title, read.number) == (office.plan.title, office.plan.number)


def test_no_other_form_and_no_other_verb(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    assert client.get(f"/plans/{office.plan.id}/export/pdf").status_code == 404
    assert client.post(f"/plans/{office.plan.id}/export/xlsx").status_code == 405
    assert client.get(f"/plans/{office.plan.id}/issues").status_code == 405
