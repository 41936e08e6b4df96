"""Answers by one click, rows taken back, bodies, columns and proposals: without a script, and who may."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import Office
from plan_file import HX, send
from preview_file import HEAD, hard_docx
from sqlalchemy import select

from planner.models import Change, Plan, Upload

Client = Callable[[str], FlaskClient]
MONTH_13 = "“Tháng 13” ghi tháng 13, không có trong lịch: đúng ra là tháng mấy?"


@pytest.fixture
def address(as_: Client) -> str:
    """The preview of the hard document."""
    return send(as_("secretariat"), hard_docx()).headers["HX-Redirect"]


def kept(office: Office, key: int) -> dict[str, object]:
    office.session.rollback()
    upload = office.session.scalars(select(Upload)).one()
    return next(row for row in upload.draft["rows"] if row["key"] == key)


def test_each_doubt_stands_beside_the_cell_with_its_answers(as_: Client, address: str) -> None:
    page = as_("secretariat").get(address).text
    assert page.index('id="row-3"') < page.index("Các dòng còn lại") < page.index('id="row-1"')
    for shown in (MONTH_13, 'name="answer" value="Tháng 12"', "Bảng 1, dòng 4", "cho cả 2 dòng"):
        assert shown in page


def test_an_answer_without_a_script_leads_back_to_the_row(as_: Client, office: Office, address: str) -> None:
    answer = as_("secretariat").post(f"{address}/rows/3/answers", data={"question": MONTH_13, "answer": "Tháng 12"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{address}#row-3")
    assert (kept(office, 3)["submit_text"], kept(office, 3)["questions"]) == ("Tháng 12", [])


def test_an_answer_that_nobody_offered_is_refused(as_: Client, office: Office, address: str) -> None:
    client = as_("secretariat")
    for data in ({"question": MONTH_13, "answer": "Tháng 7"}, {"question": "Ai?", "answer": "Tháng 12"}):
        answer = client.post(f"{address}/rows/3/answers", data=data, headers=HX)
        assert (answer.status_code, "không còn" in answer.text) == (422, True)
    assert kept(office, 3)["submit_text"] == "Tháng 13"


def test_what_was_settled_stays_settled_when_the_row_is_corrected(as_: Client, office: Office, address: str) -> None:
    client = as_("secretariat")
    question = "“Tháng 4/10” có hai số cách nhau bằng dấu gạch chéo, đang đọc là hai tháng: có đúng không?"
    client.post(f"{address}/rows/6/answers", data={"question": question, "answer": "Đúng như vậy"})
    row = {name: str(kept(office, 6)[name]) for name in ("number", "title", "board", "submit_text", "execute_text")}
    client.post(f"{address}/rows/6", data=row | {"title": "Tên khác"})
    assert kept(office, 6)["questions"] == []
    client.post(f"{address}/rows/6", data=row | {"execute_text": "Tháng 13"})
    client.post(f"{address}/rows/6", data=row)
    assert len(kept(office, 6)["questions"]) == 1  # type: ignore[arg-type]


def test_a_row_comes_back_to_its_place(as_: Client, office: Office, address: str) -> None:
    client = as_("secretariat")
    client.post(f"{address}/rows/2/removal")
    assert "Đã bỏ khỏi bản nhập" in client.get(address).text
    assert 'name="title"' in client.post(f"{address}/rows/2/restoration", headers=HX).text
    office.session.rollback()
    upload = office.session.scalars(select(Upload)).one()
    assert [row["key"] for row in upload.draft["rows"]] == list(range(1, 10))
    assert client.post(f"{address}/rows/2/restoration", headers=HX).status_code == 200


def test_a_board_is_chosen_for_a_name_and_remembered(as_: Client, office: Office, address: str) -> None:
    client, board = as_("secretariat"), office.boards["pt"]
    answer = client.post(f"{address}/bodies", data={"name": "Ban Kiểm tra", "board": board.id}, headers=HX)
    assert "Bộ phận: Ban Phong trào" in answer.text
    assert (
        client.post(f"{address}/bodies", data={"name": "Ban Kiểm tra", "board": "999"}, headers=HX).status_code == 422
    )
    client.post("/plans", data={"upload": address.rpartition("/")[2]})
    office.session.rollback()
    plan = office.session.scalars(select(Plan).order_by(Plan.id.desc())).first()
    assert plan is not None
    assert {task.board.name for row in plan.rows for task in row.tasks if row.number == "3"} == {"Ban Phong trào"}
    office.session.refresh(board)
    assert board.aliases == ["Ban Kiểm tra"]
    assert office.session.scalars(select(Change).where(Change.verb == "add_alias")).first() is not None


def test_columns_that_were_not_understood_are_set_by_hand(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    address = send(client, hard_docx(("A", "B", "C", "D", "E", "F"))).headers["HX-Redirect"]
    client.get(address)
    meanings = ("number", "title", "board", "cooperating", "submit", "execute")
    said = {f"column-{n}": meaning for n, meaning in enumerate(meanings)} | {"table": "0", "header_rows": "1"}
    answer = client.post(f"{address}/columns", data=said, headers=HX)
    assert answer.headers["HX-Redirect"] == address
    assert (kept(office, 1)["board"], kept(office, 1)["execute_text"]) == ("Ban Phong trào", "Tháng 3")
    wrong = client.post(f"{address}/columns", data=said | {"column-1": "note", "table": "0"}, headers=HX)
    assert (wrong.status_code, "cột nội dung" in wrong.text) == (422, True)


def test_a_clerks_heading_stays_when_the_columns_change(as_: Client, office: Office, address: str) -> None:
    client = as_("secretariat")
    heading = {"title": "Chương trình mới", "number": "5/CTr", "date": "2027-01-02", "years": "2028"}
    client.post(f"{address}/heading", data=heading)
    said = {f"column-{n}": meaning for n, meaning in enumerate(("number", "title", "board"))} | {"column-5": "execute"}
    client.post(f"{address}/columns", data=said | {"table": "0", "header_rows": "1", "lose": "1"})
    office.session.rollback()
    draft = office.session.scalars(select(Upload)).one().draft
    assert (draft["title"], draft["number"], draft["years"][0]) == ("Chương trình mới", "5/CTr", 2028)
    assert draft["rows"][0]["submit_text"] == ""


def test_proposals_are_imported_with_their_sentence(as_: Client, office: Office, address: str) -> None:
    client = as_("secretariat")
    assert client.post(f"{address}/proposals/0", data={"board": ""}, headers=HX).status_code == 422
    client.post(f"{address}/proposals", data={"board": "Ban Phong trào"})
    client.post(f"{address}/proposals/1/withdrawal")
    client.post("/plans", data={"upload": address.rpartition("/")[2]})
    office.session.rollback()
    plan = office.session.scalars(select(Plan).order_by(Plan.id.desc())).first()
    assert plan is not None
    row = plan.rows[-1]
    assert (len(plan.rows), row.tasks[0].board.name) == (10, "Ban Phong trào")
    assert "hội thi tìm hiểu pháp luật" in row.source
    page = client.get(f"/plans/{plan.id}").text
    assert "trên 85%" in page
    assert "NHIỆM VỤ" in page


def test_many_rows_come_bit_by_bit(as_: Client) -> None:
    lines = ["CHƯƠNG TRÌNH CÔNG TÁC NĂM 2027", "\t".join(HEAD)]
    lines += [f"{n}\tViệc số {n}\tBan Phong trào\t\tTháng 1\tTháng {n % 14 + 1}" for n in range(1, 261)]
    client = as_("secretariat")
    address = send(client, "\n".join(lines).encode(), "dai.txt").headers["HX-Redirect"]
    page = client.get(address).text
    assert page.count('name="title" rows') == 100 + 36  # of the rest, and the doubtful
    first = f"{address}/rows?group=rest&after="
    after = page.split("rows?group=rest&amp;after=")[1].split('"')[0]
    more = client.get(first + after, headers=HX).text
    assert more.count('name="title" rows') == 100
    last = client.get(first + more.split("rows?group=rest&amp;after=")[1].split('"')[0], headers=HX).text
    assert (last.count('name="title" rows'), "after=" in last) == (260 - 36 - 200, False)
    assert client.get(f"{address}/rows?group=none").status_code == 404


@pytest.mark.parametrize(
    "where",
    ["rows/3/answers", "rows/3/restoration", "answers", "bodies", "columns", "proposals", "proposals/0",
     "proposals/0/withdrawal", "readings"],
)  # fmt: skip
def test_only_importers_of_the_office_set_anything(as_: Client, address: str, where: str) -> None:
    for who in ("head", "member", "leader", "viewer"):
        assert as_(who).post(f"{address}/{where}").status_code == 403
    assert as_("outsider").post(f"{address}/{where}").status_code == 404
    assert as_("secretariat").get(f"{address}/{where}").status_code == 405


def test_the_documents_own_questions_are_answered(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    lines = [
        "\t".join(HEAD),
        "1\tHội nghị\tBan Phong trào\t\tTháng 1\tTháng 3",
        "2\tTập huấn\tBan Phong tràu\t\t\tTháng 5",
    ]
    address = send(client, "\n".join(lines).encode(), "ke-hoach-2027.txt").headers["HX-Redirect"]
    year = "Văn bản không ghi rõ năm kế hoạch; đang đọc là năm 2027, có đúng không?"
    client.post(f"{address}/answers", data={"question": year, "answer": "Năm 2028"})
    same = "“Ban Phong trào” và “Ban Phong tràu” có phải là một bộ phận không?"
    client.post(f"{address}/answers", data={"question": same, "answer": "Là một: “Ban Phong trào”"})
    office.session.rollback()
    draft = office.session.scalars(select(Upload)).one().draft
    assert (draft["years"][:2], [row["board"] for row in draft["rows"]]) == ([2028, 2028], ["Ban Phong trào"] * 2)
    assert not [kept for kept in draft["questions"] if "năm kế hoạch" in str(kept) or "một bộ phận" in str(kept)]
