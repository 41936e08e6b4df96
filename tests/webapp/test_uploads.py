"""From upload to import: what was understood, what is doubtful, what the clerk corrects, and what is then stored."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from office import Office
from plan_file import HX, ROWS, plan_docx, send
from sqlalchemy import func, select

from planner.base import Base
from planner.models import File, Plan, Task, Upload

Client = Callable[[str], FlaskClient]


@pytest.fixture
def upload(as_: Client, office: Office) -> Upload:
    """The small plan, uploaded by the secretariat."""
    send(as_("secretariat"), plan_docx())
    office.session.rollback()
    return office.session.scalars(select(Upload)).one()


def row(upload: Upload, key: int) -> dict[str, str]:
    found = next(r for r in upload.draft["rows"] if r["key"] == key)
    return {name: found[name] for name in ("number", "title", "board", "submit_text", "execute_text")}


def stored(office: Office, model: type[Base]) -> list[Base]:
    """What is stored by now; the rollback ends this session's older view."""
    office.session.rollback()
    return list(office.session.scalars(select(model)))


def tasks(office: Office) -> int:
    office.session.rollback()
    return int(office.session.scalar(select(func.count()).select_from(Task)) or 0)


def test_an_upload_leads_to_its_preview_and_stores_no_task(as_: Client, office: Office) -> None:
    before = tasks(office)
    answer = send(as_("secretariat"), plan_docx())
    office.session.rollback()
    upload = office.session.scalars(select(Upload)).one()
    assert answer.headers["HX-Redirect"] == f"/uploads/{upload.id}"
    assert (upload.file.name, tasks(office)) == ("chuong-trinh.docx", before)


def test_the_preview_shows_each_row_beside_what_was_understood(as_: Client, upload: Upload) -> None:
    page = as_("secretariat").get(f"/uploads/{upload.id}").text
    for shown in ("3 dòng, 4 nhiệm vụ", "1 dòng cần xem lại", "Trình tháng 1/2027", "hạn 29/01/2027",
                  "Bộ phận mới: Ban Kiểm tra", "không có trong lịch"):  # fmt: skip
        assert shown in page
    assert "Bộ phận mới: Ban Dân chủ" not in page


def test_a_corrected_time_is_read_again_at_once(as_: Client, office: Office, upload: Upload) -> None:
    data = row(upload, 3) | {"submit_text": "Tháng 12"}
    answer = as_("secretariat").post(f"/uploads/{upload.id}/rows/3", data=data, headers=HX)
    assert answer.status_code == 200
    assert "Trình tháng 12/2027" in answer.text
    assert "không còn dòng nào cần xem lại" in answer.text
    office.session.rollback()
    assert row(upload, 3)["submit_text"] == "Tháng 12"


def test_a_doubt_is_answered_by_one_click(as_: Client, upload: Upload) -> None:
    answer = as_("secretariat").post(f"/uploads/{upload.id}/rows/3/confirmation", headers=HX)
    assert "không còn dòng nào cần xem lại" in answer.text
    assert "is-doubtful" not in answer.text


def test_a_row_is_left_out_and_the_others_keep_their_places(as_: Client, office: Office, upload: Upload) -> None:
    client = as_("secretariat")
    assert "2 dòng, 3 nhiệm vụ" in client.post(f"/uploads/{upload.id}/rows/1/removal", headers=HX).text
    client.post(f"/uploads/{upload.id}/rows/2", data=row(upload, 2) | {"title": "Tên mới"}, headers=HX)
    office.session.rollback()
    assert [r["title"] for r in upload.draft["rows"]] == ["Tên mới", "Kế hoạch kiểm tra"]


def test_a_row_that_is_gone_is_told(as_: Client, upload: Upload) -> None:
    client, data = as_("secretariat"), row(upload, 1)
    client.post(f"/uploads/{upload.id}/rows/1/removal", headers=HX)
    answer = client.post(f"/uploads/{upload.id}/rows/1", data=data, headers=HX)
    assert (answer.status_code, "đã được bỏ" in answer.text) == (422, True)


def test_other_years_give_other_days(as_: Client, office: Office, upload: Upload) -> None:
    data = {"title": "Chương trình", "number": "7/CTr", "date": "2028-01-05", "years": "2028"}
    client = as_("secretariat")
    assert client.post(f"/uploads/{upload.id}/heading", data=data, headers=HX).status_code == 204
    page = client.get(f"/uploads/{upload.id}").text
    assert "Trình tháng 1/2028" in page
    assert 'value="2028-01-05"' in page
    wrong = client.post(f"/uploads/{upload.id}/heading", data=data | {"years": "năm nay"}, headers=HX)
    assert (wrong.status_code, "Không hiểu năm" in wrong.text) == (422, True)


def test_the_corrected_draft_is_imported_in_one_step(as_: Client, office: Office, upload: Upload) -> None:
    client, before = as_("secretariat"), tasks(office)
    client.post(f"/uploads/{upload.id}/rows/3", data=row(upload, 3) | {"submit_text": "Tháng 12"}, headers=HX)
    answer = client.post("/plans", data={"upload": upload.id}, headers=HX)
    office.session.rollback()
    plan = office.session.scalars(select(Plan).order_by(Plan.id.desc())).first()
    assert plan is not None
    assert answer.headers["HX-Redirect"] == f"/plans/{plan.id}"
    assert tasks(office) == before + 4
    assert [r.submit_text for r in plan.rows] == ["Tháng 01", "Tháng 5,11", "Tháng 12"]
    assert plan.rows[1].tasks[0].board is office.boards["dcpl"]
    assert stored(office, Upload) == []


def test_the_same_file_again_changes_nothing(as_: Client, office: Office, upload: Upload) -> None:
    client = as_("secretariat")
    content = upload.file.content
    client.post("/plans", data={"upload": upload.id})
    before = tasks(office)
    answer = send(client, content)
    assert answer.headers["HX-Redirect"].startswith("/plans/")
    assert "không có gì thay đổi" in client.get(answer.headers["HX-Redirect"]).text
    assert (tasks(office), stored(office, Upload)) == (before, [])


def test_the_same_plan_in_other_bytes_is_refused(as_: Client, office: Office, upload: Upload) -> None:
    client = as_("secretariat")
    client.post("/plans", data={"upload": upload.id})
    before = tasks(office)
    lines = ["CHƯƠNG TRÌNH CÔNG TÁC NĂM 2027", *("\t".join(r) for r in ROWS)]
    send(client, "\n".join(lines).encode(), "chuong-trinh.txt")
    office.session.rollback()
    copy = office.session.scalars(select(Upload)).one()
    answer = client.post("/plans", data={"upload": copy.id}, headers=HX)
    assert (answer.status_code, "đã được nhập ngày" in answer.text) == (422, True)
    assert tasks(office) == before


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "rong.docx", "không có nội dung"),
        ("Chỉ có lời văn, không có bảng.".encode(), "loi-van.txt", "Không tìm thấy bảng kế hoạch"),
        (b"PK\x03\x04 broken", "hong.docx", "."),
        (b"%PDF-1.7", "anh.pdf", "."),
    ],
)
def test_what_is_no_plan_is_refused_in_words_and_nothing_is_stored(
    as_: Client, office: Office, content: bytes, name: str, words: str
) -> None:
    answer = send(as_("secretariat"), content, name)
    assert answer.status_code == 422
    assert words in answer.text
    assert "Traceback" not in answer.text
    assert (stored(office, Upload), stored(office, File)) == ([], [])


PAGE = "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>" for r in ROWS) + "</table>"


@pytest.mark.parametrize("field", ["pasted", "pasted_page"])
def test_a_pasted_table_is_read_like_a_file(as_: Client, office: Office, field: str) -> None:
    texts = {"pasted": "\n".join("\t".join(r) for r in ROWS), "pasted_page": PAGE + "<!-- " + "x" * 600_000 + " -->"}
    data = {"pasted": "x", "file": (BytesIO(), ""), "year": "2027", field: texts[field]}
    answer = as_("secretariat").post("/uploads", data=data, content_type="multipart/form-data", headers=HX)
    assert answer.headers["HX-Redirect"].startswith("/uploads/")
    office.session.rollback()
    upload = office.session.scalars(select(Upload)).one()
    assert [r["title"] for r in upload.draft["rows"]] == [r[1] for r in ROWS[1:]]
    assert (upload.file.name, upload.file.media_type) == ("bang-dan.txt", "text/plain")


def test_no_file_is_asked_for(as_: Client) -> None:
    answer = as_("secretariat").post("/uploads", data={}, headers=HX)
    assert (answer.status_code, "chọn tệp" in answer.text) == (422, True)


def test_a_preview_is_dropped_with_its_file(as_: Client, office: Office, upload: Upload) -> None:
    assert as_("secretariat").post(f"/uploads/{upload.id}/removal").status_code == 303
    assert (stored(office, Upload), stored(office, File)) == ([], [])


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer"])
def test_only_secretariat_and_administrators_import(as_: Client, office: Office, upload: Upload, who: str) -> None:
    client, before = as_(who), tasks(office)
    assert send(client, plan_docx(2028)).status_code == 403
    assert client.get(f"/uploads/{upload.id}").status_code == 403
    assert client.post("/plans", data={"upload": upload.id}).status_code == 403
    assert tasks(office) == before


def test_a_neighbour_finds_no_such_upload(as_: Client, upload: Upload) -> None:
    client = as_("outsider")
    assert client.get(f"/uploads/{upload.id}").status_code == 404
    assert client.post("/plans", data={"upload": upload.id}).status_code == 404


def test_the_wrong_verb(as_: Client, upload: Upload) -> None:
    assert as_("secretariat").get("/uploads").status_code == 405
    assert as_("secretariat").get(f"/uploads/{upload.id}/rows/1").status_code == 405
