"""The talk, the papers and the followers of a task, and the bell: what each role may, what is refused and how."""

import json
from collections.abc import Callable
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office
from sqlalchemy import func, select

from planner.models import Attachment, Change, Comment, File
from webapp.shown_text import comment_html, size_text

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
PDF = b"%PDF-1.7\n%%EOF"


def reread(office: Office) -> None:
    office.session.rollback()
    office.session.expire_all()


def say(client: FlaskClient, office: Office, text: str, number: str = "4", **more: str) -> tuple[int, str]:
    answer = client.post(f"/tasks/{office.task(number).id}/comments", data={"text": text, **more}, headers=HX)
    return answer.status_code, answer.text


def attach(client: FlaskClient, address: str, *files: tuple[str, bytes], **data: str) -> tuple[int, str]:
    sent = {**data, "files": [(BytesIO(content), name) for name, content in files]}
    answer = client.post(address, data=sent, headers=HX, content_type="multipart/form-data")
    return answer.status_code, answer.text


def count(office: Office, model: type) -> int:
    reread(office)
    return office.session.scalar(select(func.count()).select_from(model)) or 0


@pytest.mark.parametrize("by", ["head", "head_pt", "member", "secretariat", "leader", "admin"])
def test_everybody_with_a_part_in_the_office_talks(as_: Client, office: Office, by: str) -> None:
    status, text = say(as_(by), office, "Đề nghị bổ sung số liệu\n<b>gấp</b> https://example.invalid/a?b=1.")
    assert status == 200
    assert "&lt;b&gt;gấp&lt;/b&gt;" in text
    assert '<a href="https://example.invalid/a?b=1" rel=' in text
    page = as_("viewer").get(f"/tasks/{office.task('4').id}").text
    assert "Đề nghị bổ sung số liệu" in page
    assert 'name="text"' not in page


def test_viewers_and_strangers_say_nothing(as_: Client, office: Office) -> None:
    assert say(as_("viewer"), office, "x")[0] == 403
    assert say(as_("outsider"), office, "x")[0] == 404
    assert count(office, Comment) == 0


def test_nothing_said_is_refused_beside_what_was_entered(as_: Client, office: Office) -> None:
    status, text = say(as_("head"), office, "  ")
    assert (status, "Vui lòng nhập nội dung trao đổi" in text) == (422, True)
    status, text = say(as_("head"), office, "a" * 5001)
    assert (status, "a" * 5001 in text) == (422, True)
    answer = as_("head").post(f"/tasks/{office.task('4').id}/comments", data={"text": ""})
    assert (answer.status_code, "Vui lòng nhập nội dung trao đổi" in answer.text) == (422, True)


def test_without_scripts_one_comes_back_to_the_comment(as_: Client, office: Office) -> None:
    answer = as_("head").post(f"/tasks/{office.task('4').id}/comments", data={"text": "Đã rõ"})
    comment = office.session.scalars(select(Comment)).one()
    assert (answer.status_code, answer.location) == (303, f"/tasks/{office.task('4').id}#comment-{comment.id}")


def test_one_s_own_words_are_edited_and_removed(as_: Client, office: Office) -> None:
    say(as_("member"), office, "Bản đầu")
    comment = office.session.scalars(select(Comment)).one()
    assert "Bản đầu</textarea>" in as_("member").get(f"/comments/{comment.id}/edit", headers=HX).text
    assert as_("head").post(f"/comments/{comment.id}", data={"text": "khác"}, headers=HX).status_code == 403
    assert as_("viewer").post(f"/comments/{comment.id}", data={"text": "khác"}).status_code == 403
    assert as_("outsider").post(f"/comments/{comment.id}", data={"text": "khác"}).status_code == 404
    assert as_("member").post(f"/comments/{comment.id}", data={"text": " "}, headers=HX).status_code == 422
    edited = as_("member").post(f"/comments/{comment.id}", data={"text": "Bản hai"}, headers=HX)
    assert ('id="talk" hx-swap-oob="true"' in edited.text, "đã sửa" in edited.text) == (True, True)
    assert as_("secretariat").post(f"/comments/{comment.id}/removal", headers=HX).status_code == 403
    assert "thời điểm xóa vẫn được lưu" in as_("member").get(f"/comments/{comment.id}/removal/new", headers=HX).text
    removed = as_("member").post(f"/comments/{comment.id}/removal", headers=HX).text
    assert ("Bản hai" in removed, "Người viết đã xóa nội dung này" in removed) == (False, True)


def test_what_is_new_is_given_to_who_asks_for_more_than_they_know(as_: Client, office: Office) -> None:
    task, client = office.task("4"), as_("viewer")
    last = max(change.id for change in task.changes)
    assert client.get(f"/tasks/{task.id}/talk?seen={last}").status_code == 204
    say(as_("head"), office, "Mới")
    answer = client.get(f"/tasks/{task.id}/talk?seen={last}")
    assert (answer.status_code, "Mới" in answer.text) == (200, True)
    assert as_("outsider").get(f"/tasks/{task.id}/talk").status_code == 404


def test_the_list_of_people_holds_the_office_s_own(as_: Client, office: Office) -> None:
    found = as_("member").get(f"/tasks/{office.task('4').id}/people").get_json()
    assert [office.people["leader"].id, "Ban Thường trực", "ban thuong truc"] in found
    assert office.people["outsider"].id not in [one[0] for one in found]
    assert as_("viewer").get("/tasks/1/people").status_code == 403


def test_a_comment_moves_no_card_and_makes_no_page_stale(as_: Client, office: Office) -> None:
    task = office.task("4")
    kanban = as_("head").get("/").headers["ETag"]
    say(as_("member"), office, "Ý kiến")
    move = {"version": str(task.version), "state": task.state}
    assert as_("head").post(f"/tasks/{task.id}/drafting", data=move, headers=HX).status_code == 200
    assert kanban


def test_papers_are_attached_fetched_and_removed(as_: Client, office: Office) -> None:
    task = office.task("4")
    status, text = attach(as_("member"), f"/tasks/{task.id}/attachments", ("Tờ trình số 1.pdf", PDF), ("b.txt", b"b"))
    assert (status, "Tờ trình số 1.pdf" in text, "Đã đính kèm" in text) == (200, True, True)
    first = office.session.scalars(select(Attachment).order_by(Attachment.id)).first()
    assert first is not None
    answer = as_("viewer").get(f"/attachments/{first.id}")
    assert (answer.data, answer.mimetype) == (PDF, "application/pdf")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh%20s%E1%BB%91%201.pdf" in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert as_("outsider").get(f"/attachments/{first.id}").status_code == 404
    address = f"/attachments/{first.id}/removal"
    assert as_("leader").post(address, data={"reason": "x"}, headers=HX).status_code in (403, 422)
    assert as_("viewer").post(address, data={"reason": "x"}).status_code == 403
    assert as_("head").post(address, data={"reason": " "}, headers=HX).status_code == 422
    assert "Gỡ tệp" in as_("head").get(f"{address}/new", headers=HX).text
    removed = as_("head").post(address, data={"reason": "Gửi nhầm"}, headers=HX)
    assert (removed.status_code, "Tờ trình số 1.pdf" in removed.text) == (200, False)
    page = as_("viewer").get(f"/tasks/{task.id}").text
    assert ("Gỡ tệp đính kèm" in page, "Lý do: Gửi nhầm" in page) == (True, True)
    assert as_("viewer").get(f"/attachments/{first.id}").status_code == 404


@pytest.mark.parametrize(("by", "status"), [("viewer", 403), ("admin", 403), ("head_pt", 422), ("outsider", 404)])
def test_who_does_not_work_on_it_attaches_nothing(as_: Client, office: Office, by: str, status: int) -> None:
    found = attach(as_(by), f"/tasks/{office.task('4').id}/attachments", ("a.pdf", PDF))[0]
    assert found in (status, 403)
    assert count(office, File) == 0


def test_what_is_not_taken_is_named_and_nothing_stays(as_: Client, office: Office) -> None:
    address = f"/tasks/{office.task('4').id}/attachments"
    for files, words in (
        ([("ok.pdf", PDF), ("virus.pdf", b"MZ\x90\0")], "Không nhận loại tệp này: “virus.pdf”"),
        ([("rỗng.pdf", b"")], "“rỗng.pdf” không có nội dung"),
        ([], "Vui lòng chọn tệp đính kèm"),
    ):
        status, text = attach(as_("head"), address, *files)
        assert (status, words in text) == (422, True)
    assert count(office, File) == count(office, Attachment) == 0


def test_more_than_a_request_may_bring_is_said_in_words(as_: Client, office: Office, app: object) -> None:
    as_client = as_("head")
    as_client.application.config["MAX_CONTENT_LENGTH"] = 1000
    status, text = attach(as_client, f"/tasks/{office.task('4').id}/attachments", ("a.pdf", PDF + bytes(2000)))
    assert (status, "quá lớn" in text) == (413, True)


def submission(office: Office) -> dict[str, str]:
    task = office.task("4")
    return {"version": str(task.version), "state": task.state, "paper_number": "20/TTr", "submitted_on": "2026-05-11"}


@pytest.fixture
def drafting(office: Office) -> Office:
    office.task("4").begin_drafting(office.actor("head"), TODAY)
    office.session.commit()
    return office


def test_submitting_and_finishing_take_papers_along(as_: Client, drafting: Office) -> None:
    office, task = drafting, drafting.task("4")
    assert 'enctype="multipart/form-data"' in as_("head").get(f"/tasks/{task.id}/submission/new", headers=HX).text
    assert 'type="file"' not in as_("secretariat").get(f"/tasks/{task.id}/cancellation/new", headers=HX).text
    status, _text = attach(as_("head"), f"/tasks/{task.id}/submission", ("tờ trình.pdf", PDF), **submission(office))
    assert status == 200
    reread(office)
    assert (task.state, [(one.name, one.move) for one in task.attachments]) == (
        "submitted", [("tờ trình.pdf", "submission")],
    )  # fmt: skip
    verbs = office.session.scalars(select(Change.verb).where(Change.task_id == task.id).order_by(Change.id)).all()
    assert verbs[-2:] == ["submission", "attach_to_move"]
    assert "kèm văn bản trình" in as_("viewer").get(f"/tasks/{task.id}").text


@pytest.mark.parametrize("broken", [{"paper_number": ""}, {"submitted_on": "2027-01-01"}, {"version": "1"}])
def test_a_refused_submission_leaves_no_paper_behind(as_: Client, drafting: Office, broken: dict[str, str]) -> None:
    data = submission(drafting) | broken
    status, _text = attach(as_("head"), f"/tasks/{drafting.task('4').id}/submission", ("a.pdf", PDF), **data)
    assert status in (409, 422)
    assert count(drafting, File) == 0
    assert drafting.task("4").state == "drafting"


def test_a_paper_that_is_not_taken_leaves_the_work_where_it_was(as_: Client, drafting: Office) -> None:
    data = submission(drafting)
    status, text = attach(as_("head"), f"/tasks/{drafting.task('4').id}/submission", ("a.exe", b"MZ\0"), **data)
    assert (status, "Không nhận loại tệp này" in text, 'value="20/TTr"' in text) == (422, True, True)
    reread(drafting)
    assert drafting.task("4").state == "drafting"


def test_anybody_follows_and_stops(as_: Client, office: Office) -> None:
    task, client = office.task("4"), as_("viewer")
    assert "Thôi theo dõi" in client.post(f"/tasks/{task.id}/following", headers=HX).text
    client.post(f"/tasks/{task.id}/following", headers=HX)
    assert "Đang theo dõi: Người xem" in as_("head").get(f"/tasks/{task.id}").text
    assert "theo trách nhiệm được giao" in as_("head").get(f"/tasks/{task.id}").text
    assert "Chưa có người theo dõi" in client.post(f"/tasks/{task.id}/following-ending", headers=HX).text
    assert client.post(f"/tasks/{task.id}/following").status_code == 303
    assert as_("outsider").post(f"/tasks/{task.id}/following").status_code == 404


def test_the_bell_counts_lists_and_is_read(as_: Client, office: Office) -> None:
    task, head = office.task("4"), as_("head")
    head.post("/bell/readings")
    say(as_("member"), office, "Nhờ @Trưởng Ban Dân chủ - Pháp luật xem")
    answer = head.get("/bell/unread")
    assert answer.get_json() == {"count": 1, "said": "1 thông báo mới."}
    assert head.get("/bell/unread", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    page = head.get("/bell").text
    assert ("nhắc đến đồng chí: Nhờ" in page, f"/tasks/{task.id}#comment-" in page) == (True, True)
    assert "is-unread" in head.get("/bell", headers=HX).text
    assert "bell/readings" in head.get(f"/tasks/{task.id}").text
    assert head.post("/bell/readings", data={"task": task.id}, headers=HX).headers["HX-Trigger"] == "bell-read"
    assert head.get("/bell/unread").get_json()["count"] == 0
    assert "is-unread" not in head.get("/bell").text
    assert 'hx-trigger="load"' not in head.get(f"/tasks/{task.id}").text
    assert as_("member").get("/bell/unread").get_json()["count"] == 0


def test_an_empty_bell_says_what_it_is_for(as_: Client) -> None:
    assert "Chưa có thông báo nào" in as_("outsider").get("/bell").text


def test_another_office_s_task_is_not_read_by_number(as_: Client, office: Office) -> None:
    assert as_("outsider").post("/bell/readings", data={"task": office.task("4").id}, headers=HX).status_code == 404


@pytest.mark.parametrize(("size", "text"), [(1, "1 kB"), (812_345, "812 kB"), (3_440_000, "3,4 MB")])
def test_sizes_are_said_as_people_read_them(size: int, text: str) -> None:
    assert size_text(size) == text


def test_words_are_escaped_wherever_they_stand() -> None:
    comment = Comment(text='@A <i> https://x.invalid/"><script> @B', mentions=[[1, "A"]])
    html = str(comment_html(comment))
    assert html.startswith('<b class="mention">@A</b> &lt;i&gt; <a href="https://x.invalid/"')
    assert "<script" not in html
    assert json.dumps(html).count("<b ") == 1
