"""Administration: wording, boards, people and roles, days off, what Prefect says, the outbox. Administrators only."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from flask.testing import FlaskClient
from office import PASSWORD, Office
from sqlalchemy import select

from planner.models import Board, DayOff, Mail, Person
from planner.watching import FlowState, Run

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
PAGES = ["", "/boards", "/people", "/days-off", "/flows", "/outbox"]
WORDS = {"name": "Ủy ban MTTQ Việt Nam tỉnh Mẫu", "superior": "", "body": "BAN THƯỜNG TRỰC", "symbol": "MTTQ",
         "place": "Mẫu", "signer": "CHỦ TỊCH"}  # fmt: skip


def look_again(office: Office) -> None:
    office.session.rollback()
    office.session.expire_all()


def mails(office: Office) -> list[Mail]:
    look_again(office)
    return list(office.session.scalars(select(Mail).order_by(Mail.id)))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_for_an_administrator(as_: Client, page: str) -> None:
    assert as_("admin").get(f"/admin{page}").status_code == 200


@pytest.mark.parametrize("who", ["head", "member", "secretariat", "leader", "viewer"])
def test_nobody_else_gets_in(as_: Client, office: Office, who: str) -> None:
    client = as_(who)
    assert {client.get(f"/admin{page}").status_code for page in PAGES} == {403}
    assert client.post("/admin/organisation", data=WORDS).status_code == 403
    assert client.post(f"/admin/people/{office.people['viewer'].id}/disabling").status_code == 403
    assert "Quản trị</a>" not in client.get("/me").text


def test_the_wording_is_changed(as_: Client, office: Office) -> None:
    assert as_("admin").post("/admin/organisation", data=WORDS, headers=HX).status_code == 204
    look_again(office)
    assert office.organisation.symbol == "MTTQ"
    refused = as_("admin").post("/admin/organisation", data=WORDS | {"name": " "}, headers=HX)
    assert (refused.status_code, "tên cơ quan" in refused.text) == (422, True)


def test_boards_are_added_renamed_and_known_by_other_spellings(as_: Client, office: Office) -> None:
    client, board = as_("admin"), office.boards["dcpl"]
    assert client.post("/admin/boards", data={"name": "Ban Kiểm tra"}, headers=HX).status_code == 204
    assert client.post(f"/admin/boards/{board.id}/name", data={"name": "Ban Dân chủ"}, headers=HX).status_code == 204
    assert client.post(f"/admin/boards/{board.id}/aliases", data={"alias": "Ban DC-PL"}, headers=HX).status_code == 204
    look_again(office)
    assert board.aliases == ["Ban Dân chủ - Pháp luật", "Ban DC-PL"]
    assert office.session.scalars(select(Board).where(Board.name == "Ban Kiểm tra")).one().organisation_id
    taken = client.post("/admin/boards", data={"name": "ban dc – pl"}, headers=HX)
    assert (taken.status_code, "đã thuộc bộ phận" in taken.text) == (422, True)


def test_an_invitation_leads_to_a_password_of_one_s_own(as_: Client, anonymous: FlaskClient, office: Office) -> None:
    data = {"email": "Moi@mau.invalid", "name": "Chuyên viên mới", "role": f"member:{office.boards['pt'].id}"}
    assert as_("admin").post("/admin/people", data=data, headers=HX).status_code == 204
    [mail] = mails(office)
    link = re.search(r"/links/[\w-]+", mail.text)
    assert (mail.recipient, mail.kind) == ("moi@mau.invalid", "invitation")
    assert link
    assert "Chuyên viên mới" in anonymous.get(link.group()).text
    anonymous.post(link.group(), data={"password": PASSWORD, "again": PASSWORD})
    signed = anonymous.post("/sign-in", data={"email": "moi@mau.invalid", "password": PASSWORD})
    assert (signed.status_code, signed.location) == (303, "/")


def test_a_person_who_is_known_gets_one_role_more_and_no_mail(as_: Client, office: Office) -> None:
    data = {"email": office.people["member"].email, "name": "X", "role": "viewer"}
    as_("admin").post("/admin/people", data=data, headers=HX)
    assert mails(office) == []
    assert {m.role for m in office.people["member"].memberships} == {"member", "viewer"}


@pytest.mark.parametrize(
    ("change", "words"),
    [({"email": "không phải địa chỉ"}, "không hợp lệ"), ({"name": ""}, "họ tên"),
     ({"role": "boss"}, "Không có vai trò"), ({"role": "head"}, "thuộc một bộ phận")],
)  # fmt: skip
def test_an_invitation_that_cannot_be_is_refused(
    as_: Client, office: Office, change: dict[str, str], words: str
) -> None:  # fmt: skip
    data = {"email": "moi@mau.invalid", "name": "Người mới", "role": "viewer"} | change
    answer = as_("admin").post("/admin/people", data=data, headers=HX)
    assert (answer.status_code, words in answer.text) == (422, True)
    assert mails(office) == []


def test_roles_are_given_and_taken(as_: Client, office: Office) -> None:
    client, viewer = as_("admin"), office.people["viewer"]
    client.post(f"/admin/people/{viewer.id}/roles", data={"role": "leader"}, headers=HX)
    look_again(office)
    given = next(m for m in viewer.memberships if m.role == "leader")
    assert client.post(f"/admin/memberships/{given.id}/removal", headers=HX).status_code == 204
    look_again(office)
    assert [m.role for m in viewer.memberships] == ["viewer"]


def test_nobody_takes_the_administration_away_from_themselves(as_: Client, office: Office) -> None:
    me = office.people["admin"]
    answers = [
        as_("admin").post(f"/admin/memberships/{me.memberships[0].id}/removal", headers=HX),
        as_("admin").post(f"/admin/people/{me.id}/disabling", headers=HX),
    ]
    assert [answer.status_code for answer in answers] == [422, 422]


def test_a_locked_account_is_out_at_once_and_may_come_back(as_: Client, office: Office) -> None:
    client, head = as_("head"), office.people["head"]
    assert client.get("/").status_code == 200
    as_("admin").post(f"/admin/people/{head.id}/disabling", headers=HX)
    assert client.get("/").status_code == 303
    as_("admin").post(f"/admin/people/{head.id}/enabling", headers=HX)
    look_again(office)
    assert head.is_enabled


def test_people_and_boards_of_a_neighbour_are_not_there(as_: Client, office: Office) -> None:
    stranger = office.people["outsider"]
    client = as_("admin")
    assert stranger.email not in client.get("/admin/people").text
    assert client.post(f"/admin/people/{stranger.id}/disabling").status_code == 404
    assert client.post(f"/admin/memberships/{stranger.memberships[0].id}/removal").status_code == 404
    assert client.post("/admin/boards/999/name", data={"name": "X"}).status_code == 404


def test_a_corrected_day_moves_the_deadlines_that_fall_on_it(as_: Client, office: Office) -> None:
    milestone = office.task("2").milestone("execute")
    assert milestone is not None
    assert milestone.deadline == date(2026, 5, 29)
    data = {"day": "2026-05-29", "is_off": "1", "name": "Nghỉ theo thông báo"}
    assert as_("admin").post("/admin/days-off", data=data, headers=HX).status_code == 204
    look_again(office)
    assert milestone.deadline == date(2026, 5, 28)
    assert "Nghỉ theo thông báo" in as_("admin").get("/admin/days-off?year=2026").text
    assert office.session.scalars(select(DayOff)).one().is_off


def test_prefect_away_is_said(as_: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    assert "Hiện không hỏi được máy chủ Prefect." in as_("admin").get("/admin/flows").text


def test_flows_are_shown_with_their_runs(as_: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    last = Run("gửi thư", datetime(2026, 5, 11, 1, 0, tzinfo=UTC), "Completed")
    states = [FlowState("deliver", False, last, None), FlowState("roll_over", True, None, None)]
    monkeypatch.setattr("webapp.admin.flows.flow_states", lambda: states)
    page = as_("admin").get("/admin/flows").text
    for shown in ("Gửi thư", "08:00 11/05/2026", "hoàn tất", "đang tạm dừng", "chưa chạy"):
        assert shown in page


def test_the_outbox_shows_what_became_of_each_mail(as_: Client, office: Office) -> None:
    as_("secretariat").post(f"/tasks/{office.task('4').id}/reminder")
    page = as_("admin").get("/admin/outbox").text
    assert "Chờ gửi (1)" in page
    assert office.people["head"].email in page


def test_the_wrong_verb(as_: Client, office: Office) -> None:
    assert as_("admin").post("/admin/flows").status_code == 405
    assert as_("admin").get(f"/admin/people/{office.people['head'].id}/disabling").status_code == 405
    assert office.session.get(Person, office.people["head"].id) is office.people["head"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [("truong phap luat", ["head"]), ("chuyenvien", ["member"]), ("TRƯỞNG BAN", ["head", "head_pt", "head_tctg"]),
     ("nobody", [])],
)  # fmt: skip
def test_people_are_found_without_accents(as_: Client, office: Office, asked: str, found: list[str]) -> None:
    page = as_("admin").get("/admin/people", query_string={"q": asked}).text
    shown = [key for key, person in office.people.items() if f"<small>{person.email}</small>" in page]
    assert shown == found
    assert ("Không có ai khớp" in page) is (not found)
