"""A review session through its pages: begun, decided, taken back, looked at by others, ended by its minutes."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office
from review_pages import HX, OTHERS, begin, post
from sqlalchemy import select

from planner.models import Document, Mail, ReviewSession, Task
from planner.wishes import Wish

Client = Callable[[str], FlaskClient]


def stored(office: Office) -> ReviewSession:
    office.session.rollback()
    office.session.expire_all()
    return office.session.scalars(select(ReviewSession).order_by(ReviewSession.id.desc())).first()  # type: ignore[return-value]


def decided(office: Office) -> dict[str, list[str]]:
    return {item.task.number: [line.kind for line in item.decisions] for item in stored(office).items}


def test_a_session_begins_from_what_the_page_shows(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    assert "Bắt đầu rà soát (2 nhiệm vụ)" in client.get("/overdue").text
    assert begin(client, chair="Phó Chủ tịch") == "/reviews/1/items/1"
    review = stored(office)
    assert ([item.task.number for item in review.items], review.chair) == (["4", "1"], "Phó Chủ tịch")
    page = client.get("/overdue").text
    assert "Tiếp tục phiên" in page
    assert "Bắt đầu rà soát" not in page
    assert client.post("/reviews").status_code == 409


def test_the_filters_choose_what_is_reviewed(as_: Client, office: Office) -> None:
    begin(as_("secretariat"), f"/reviews?year=2026&board={office.boards['pt'].id}")
    assert [item.task.number for item in stored(office).items] == ["1"]


def test_nothing_late_begins_nothing(as_: Client, office: Office) -> None:
    assert "Bắt đầu rà soát" not in as_("outsider").get("/overdue").text
    answer = as_("outsider").post("/reviews", headers=HX)
    assert (answer.status_code, "Không có nhiệm vụ quá hạn" in answer.text) == (422, True)


def test_an_item_tells_all_that_is_known(as_: Client, office: Office) -> None:
    page = as_("secretariat").get(begin(as_("secretariat"))).text
    for said in ("Giám sát việc thực hiện chính sách", "41</b>", "Trình, hạn 31/03/2026", "Chưa phân công", "1/2",
                 "Nhập từ văn bản kế hoạch", "Chưa gửi phiếu nhắc việc nào", "Gia hạn…", "Đã xong…"):  # fmt: skip
        assert said in page, said


def test_each_decision_stands_on_the_item_and_in_the_session(as_: Client, office: Office) -> None:
    client, task = as_("secretariat"), office.task("4")
    item = begin(client)
    assert 'name="until"' in client.get(f"{item}/extension/new", headers=HX).text
    answer = post(client, f"{item}/extension", task, until="2026-06-30", reason="Chờ số liệu")
    assert (answer.status_code, "Gia hạn đến ngày 30/06/2026. Chờ số liệu." in answer.text) == (200, True)
    assert 'hx-swap-oob="true"' in answer.text
    office.session.expire_all()
    for kind, entered in (
        ("reminder", {}), ("note", {"text": "Báo cáo trước ngày 20/5"}),
        ("board", {"board": office.boards["pt"].id, "reason": "Phân công lại"}),
    ):  # fmt: skip
        assert post(client, f"{item}/{kind}", task, **entered).status_code == 200
        office.session.rollback()
        office.session.refresh(task)
    assert decided(office)["4"] == ["extended", "reminded", "noted", "handed_over"]
    assert office.session.scalars(select(Mail.recipient)).all() == [office.people["head"].email]
    assert "1 đã kết luận" in client.get("/reviews/1").text


@pytest.mark.parametrize("kind", ["extension", "board", "note", "completion", "cancellation"])
def test_every_decision_asks_for_its_words_and_says_what_is_missing(as_: Client, office: Office, kind: str) -> None:
    client, task = as_("secretariat"), office.task("4")
    item = begin(client)
    form = client.get(f"{item}/{kind}/new", headers=HX).text
    assert f'action="{item}/{kind}"' in form
    assert f'name="next" value="{item}"' in form
    answer = post(client, f"{item}/{kind}", task, until="2026-06-30")
    assert answer.status_code in (404, 422)
    assert decided(office) == {"4": [], "1": []}


def test_what_was_done_in_fact_comes_with_its_files(as_: Client, office: Office) -> None:
    client, task = as_("secretariat"), office.task("4")
    item = begin(client)
    assert 'name="files"' in client.get(f"{item}/completion/new", headers=HX).text
    file = (BytesIO("Biên bản khảo sát".encode()), "khao-sat.txt")
    answer = post(client, f"{item}/completion", task, paper_number="15/TTr", submitted_on="2026-05-08", files=file)
    assert answer.status_code == 200, answer.text
    assert decided(office)["4"] == ["done"]
    assert "khao-sat.txt</a>" in answer.text


def test_what_was_said_about_it_stands_with_its_history(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    item = begin(client)
    client.post(f"/tasks/{office.task('4').id}/comments", data={"text": "Ba xã chưa gửi số liệu"})
    page = client.get(item).text
    assert "Ba xã chưa gửi số liệu" in page
    assert "Nhập từ văn bản kế hoạch" in page


def test_without_a_script_a_decision_leads_back_to_its_item(as_: Client, office: Office) -> None:
    client, task = as_("secretariat"), office.task("4")
    item = begin(client)
    data = {"version": task.version, "state": task.state, "text": "Theo dõi", "next": item}
    answer = client.post(f"{item}/note", data=data)
    assert (answer.status_code, answer.location) == (303, item)


def test_a_decision_taken_back_is_gone_from_the_page(as_: Client, office: Office) -> None:
    client, task = as_("secretariat"), office.task("4")
    item = begin(client)
    page = post(client, f"{item}/cancellation", task, reason="Trùng nội dung").text
    office.session.expire_all()
    address = re.search(r'action="(/reviews/1/lines/\d+/retraction)"', page)
    assert address
    answer = post(client, address[1], office.session.get_one(Task, task.id))
    assert answer.status_code == 200
    assert "Đã rút lại kết luận" in answer.text
    assert decided(office)["4"] == []
    office.session.refresh(task)
    assert task.state == "planned"


def test_a_board_s_request_is_answered_on_its_item(as_: Client, office: Office) -> None:
    task, client = office.task("4"), as_("secretariat")
    task.ask_time("submit", Wish.of_month(2026, 7), office.actor("head"), TODAY, "Chờ số liệu")
    office.session.commit()
    item = begin(client)
    page = client.get(item).text
    assert "Đang đề nghị đổi thời gian" in page
    assert f"{item}/approval" in page
    assert f"{item}/approval" not in as_("leader").get(item).text
    refused = post(client, f"{item}/refusal", task)
    assert (refused.status_code, "nhập lý do không duyệt" in refused.text) == (422, True)
    assert post(client, f"{item}/approval", task).status_code == 200
    assert decided(office)["4"] == ["extended"]
    assert "Đang đề nghị đổi thời gian" not in client.get(item).text


def test_what_somebody_settled_meanwhile_says_so_and_moves_on(as_: Client, office: Office) -> None:
    client, task = as_("secretariat"), office.task("4")
    item = begin(client)
    shown = task.version
    task.cancel(office.actor("leader"), TODAY, "Không tổ chức")
    office.session.commit()
    answer = client.post(f"{item}/note", data={"version": shown, "state": "planned", "text": "Muộn"}, headers=HX)
    assert answer.status_code == 409
    assert "đã được giải quyết ngoài phiên: Hủy nhiệm vụ" in answer.text
    assert "Tiếp theo" in answer.text
    assert "1 giải quyết ngoài phiên" in client.get("/reviews/1").text
    task.comment("Đã báo cáo Thường trực", office.actor("leader"), TODAY)
    task.follow(office.actor("viewer"), TODAY)
    office.session.commit()
    assert "đã được giải quyết ngoài phiên: Hủy nhiệm vụ" in client.get(item).text


def test_a_second_clerk_s_stale_page_decides_nothing(as_: Client, office: Office) -> None:
    client, task = as_("secretariat"), office.task("4")
    item = begin(client)
    post(client, f"{item}/note", task, text="Một")
    assert post(client, f"{item}/note", task, text="Hai").status_code == 409
    assert decided(office)["4"] == ["noted"]


@pytest.mark.parametrize("who", OTHERS)
def test_others_follow_and_decide_nothing(as_: Client, office: Office, who: str) -> None:
    item = begin(as_("secretariat"))
    client, task = as_(who), office.task("4")
    assert "Theo dõi phiên" in client.get("/overdue").text
    page = client.get("/reviews/1").text
    assert "Đang diễn ra" in page
    assert "Kết thúc phiên" not in page
    assert "data-key" not in client.get(item).text
    assert client.get("/reviews").status_code == 200
    for where in ("/reviews", "/reviews/1/end", "/reviews/1/heading", f"{item}/note", "/reviews/1/lines/1/retraction"):
        assert post(client, where, task, text="Ý kiến").status_code == 403, where
    assert client.get(f"{item}/note/new").status_code == 403
    assert decided(office) == {"4": [], "1": []}


def test_a_neighbour_sees_nothing_of_it(as_: Client, office: Office) -> None:
    item = begin(as_("secretariat"))
    client = as_("outsider")
    for where in ("/reviews/1", item, f"{item}/note/new"):
        assert client.get(where).status_code == 404
    assert post(client, "/reviews/1/end", office.task("4")).status_code == 404
    assert "Chưa có phiên rà soát nào" in client.get("/reviews").text
    assert as_("secretariat").get("/reviews/1/items/99").status_code == 404


def test_who_follows_is_sent_only_what_is_new(as_: Client, office: Office) -> None:
    client, reader = as_("secretariat"), as_("leader")
    item = begin(client)
    seen = re.search(r'data-seen="([^"]+)"', reader.get("/reviews/1").text)
    assert seen
    for where in ("/reviews/1", item):
        assert reader.get(f"{where}?seen={seen[1]}", headers=HX).status_code == 204
    post(client, f"{item}/note", office.task("4"), text="Báo cáo trước ngày 20/5")
    fresh = reader.get(f"/reviews/1?seen={seen[1]}", headers=HX).text
    assert fresh.lstrip().startswith('<div id="review"')
    assert 'data-said="Nhiệm vụ 4: Ghi nhận. Báo cáo trước ngày 20/5."' in fresh


def test_its_end_makes_the_minutes_that_the_secretariat_releases(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    item = begin(client, chair="Phó Chủ tịch")
    post(client, f"{item}/note", office.task("4"), text="Báo cáo trước ngày 20/5")
    assert client.post("/reviews/1/heading", data={"chair": "Chủ tịch", "place": "Hội trường"}).status_code == 303
    words = {"chair": "Chủ tịch", "place": "Hội trường", "clerk": "Chánh Văn phòng", "present": "Các ban\r\nVăn phòng"}
    assert client.post("/reviews/1/end", data=words).status_code == 303
    minutes = office.session.scalars(select(Document).where(Document.kind == "minutes")).one()
    assert (minutes.state, minutes.data["undecided"], minutes.data["chair"]) == ("draft", 1, "Chủ tịch")
    assert (minutes.data["clerk"], minutes.data["present"]) == ("Chánh Văn phòng", ["Các ban", "Văn phòng"])
    page = client.get("/reviews/1").text
    assert "Xem và ban hành biên bản" in page
    assert "dự thảo biên bản chờ ban hành" in client.get("/overdue").text
    assert "đang chờ Văn phòng ban hành" in as_("viewer").get("/reviews/1").text
    assert f"/reports/{minutes.id}" not in as_("viewer").get("/reviews").text
    assert "data-key" not in client.get(item).text
    refused = post(client, f"{item}/note", office.session.get_one(Task, office.task("4").id), text="Muộn")
    assert refused.status_code == 409
    assert "Lưu ý kiến khác" in client.get(f"/reports/{minutes.id}").text
    released = client.post(f"/reports/{minutes.id}/release", data={"version": minutes.version}, headers=HX)
    assert released.status_code == 200
    assert "01/BB-MTTQ-BTT" in as_("viewer").get("/reviews").text


def test_a_session_without_a_decision_is_closed_without_minutes(as_: Client, office: Office) -> None:
    client = as_("secretariat")
    begin(client)
    assert "Đóng phiên" in client.get("/reviews/1").text
    client.post("/reviews/1/end")
    assert office.session.scalars(select(Document)).all() == []
    assert "không có biên bản" in client.get("/reviews/1").text
    assert client.post("/reviews/1/end").status_code == 409


def test_the_wrong_verb(as_: Client, office: Office) -> None:
    item = begin(as_("secretariat"))
    client = as_("secretariat")
    assert client.get("/reviews/1/end").status_code == 405
    assert client.post(item).status_code == 405
    assert client.get(f"{item}/reminder/new").status_code == 404
