"""Administration and sign-ins in a real Chromium, each in both languages, at a desk and on a phone."""

from datetime import date

import pytest
from journeys import Someone, Visit, Way, each_way, stored
from office import BOARDS, Office
from playwright.sync_api import expect
from sqlalchemy import select

from planner.models import Mail, Person, SignIn
from planner.watching import FlowState
from webapp.admin import flows

pytestmark = pytest.mark.system


@each_way
def test_the_office_is_administered(visit: Visit, office: Office, way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    admin = Someone(visit, office, way, "admin", "/admin/people")
    invite(admin)
    admin.go("/admin/boards")
    admin.press("summary")
    admin.page.locator("[name=alias]").first.fill("Ban DC-PL")
    admin.press("details[open] form:has([name=alias]) button", "Thêm")
    board = BOARDS["dcpl"]
    admin.sees(".flash", "Đã ghi nhận cách viết khác của “%(name)s”.", name=board)
    admin.finds_it_sound()
    admin.go("/admin/days-off")
    admin.page.locator("section[aria-labelledby=correct] [name=day]").fill("29/05/2026")
    admin.press("section[aria-labelledby=correct] button.primary", "Lưu")
    admin.sees(".flash", "Đã ghi nhận ngày %(day)s; các hạn liên quan được tính lại.", day="29/05/2026")
    admin.finds_it_sound()
    milestone = stored(office, office.task("2")).milestone("execute")
    assert milestone and milestone.deadline == date(2026, 5, 28)
    assert "Ban DC-PL" in office.boards["dcpl"].aliases
    run_now(admin, monkeypatch)


def invite(admin: Someone) -> None:
    board = admin.office.boards["pt"]
    form = admin.page.locator("section[aria-labelledby=invite] form")
    form.locator("[name=email]").fill("moi@mau.invalid")
    form.locator("[name=name]").fill("Chuyên viên Ban Phong trào")
    form.locator("[name=role]").select_option(f"member:{board.id}")
    admin.finds_it_sound()
    admin.press(form.locator("button.primary"))
    admin.sees(".flash", "Đã gửi lời mời đến %(email)s.", email="moi@mau.invalid")
    admin.office.session.rollback()
    person = admin.office.session.scalars(select(Person).where(Person.email == "moi@mau.invalid")).one()
    assert [(one.role, one.board_id) for one in person.memberships] == [("member", board.id)]
    assert admin.office.session.scalars(select(Mail)).one().recipient == "moi@mau.invalid"


def run_now(admin: Someone, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Prefect the page says so; with it one press asks for a run."""
    asked: list[str] = []
    admin.go("/admin/flows")
    admin.sees(".empty", "Hiện không hỏi được máy chủ Prefect.")
    admin.finds_it_sound()
    monkeypatch.setattr(flows, "flow_states", lambda: [FlowState("deliver", False, None, None)])
    monkeypatch.setattr(flows, "ask", lambda _api, name, _key: asked.append(name) or True)
    admin.page.reload()
    admin.finds_it_sound()
    admin.press(".row-acts button", "Chạy ngay")
    label = admin.way.say(flows.FLOW_LABELS["deliver"])
    said = "Đã yêu cầu chạy tác vụ “%(flow)s”; kết quả hiện ở trang này sau ít giây."
    admin.sees(".flash", said, flow=label)
    assert asked == ["deliver"]


@each_way
def test_sign_ins_are_listed_and_ended(visit: Visit, office: Office, way: Way) -> None:
    here = Someone(visit, office, way, "member", "/me")
    there = Someone(visit, office, way, "member", "/me")
    ours = select(SignIn).where(SignIn.person_id == office.people["member"].id).order_by(SignIn.id)
    here.page.reload()
    expect(here.page.locator(".sign-ins li")).to_have_count(2)
    expect(here.page.locator(".sign-ins .tag")).to_have_text(way.say("phiên này"))
    here.finds_it_sound()
    here.press(".sign-ins li button")
    here.sees(".flash", "Đã kết thúc phiên đăng nhập đó.")
    expect(here.page.locator(".sign-ins li")).to_have_count(1)
    there.page.reload()
    there.lands("**/sign-in**")
    office.session.rollback()
    assert [one.ended_at is not None for one in office.session.scalars(ours)] == [False, True]
    admin = Someone(visit, office, way, "admin", f"/admin/people/{office.people['member'].id}/sign-ins")
    admin.finds_it_sound()
    admin.press(".ending button", "Đăng xuất khỏi mọi nơi")
    said, name = "Đã kết thúc %(count)s phiên đăng nhập của %(name)s.", office.people["member"].name
    admin.sees(".flash", said, count=1, name=name)
    here.page.reload()
    here.lands("**/sign-in**")
    office.session.rollback()
    assert None not in [one.ended_at for one in office.session.scalars(ours)]
