"""Merging two boards on the administration's pages: figures first, then one button; by administrators only."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from office import Office
from sqlalchemy import select

from planner.feed_choices import Choices
from planner.merging import figures_of
from planner.models import Board, Feed

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
NOW = datetime(2026, 5, 11, 2, tzinfo=UTC)


def address(office: Office) -> str:
    return f"/admin/boards/{office.boards['dcpl'].id}/merging"


def shown(office: Office) -> dict[str, object]:
    """What the page's form sends."""
    new = office.boards["pt"]
    return {"into": new.id, "seen": figures_of(office.session, office.boards["dcpl"], new).token}


def names(office: Office) -> list[str]:
    office.session.rollback()
    here = Board.organisation_id == office.organisation.id
    return list(office.session.scalars(select(Board.name).where(here).order_by(Board.id)))


def test_the_page_says_in_figures_what_moves_and_then_it_does(as_: Client, office: Office) -> None:
    client, new, where = as_("admin"), office.boards["pt"], address(office)
    assert f'href="{address(office)}"' in client.get("/admin/boards").text
    page = client.get(address(office)).text
    assert "Xem những gì sẽ chuyển" in page
    assert 'name="seen"' not in page
    page = client.get(f"{address(office)}?into={new.id}").text
    assert "<b>3</b> nhiệm vụ chủ trì" in page
    assert "<b>2</b> vai trò" in page
    assert "Gộp “Ban Dân chủ - Pháp luật” vào “Ban Phong trào”" in page
    done = client.post(address(office), data=shown(office), follow_redirects=True).text
    assert "Đã gộp “Ban Dân chủ - Pháp luật” vào “Ban Phong trào”" in done
    assert "Cũng viết là: Ban Dân chủ - Pháp luật" in done
    assert names(office) == ["Ban Phong trào", "Ban Tổ chức - Tuyên giáo"]
    assert "Gộp bộ phận" in client.get("/admin/history").text
    assert "Bộ phận: Ban Dân chủ - Pháp luật → Ban Phong trào" in client.get(f"/tasks/{office.task('2').id}").text
    assert client.get(where).status_code == 404
    kept = client.get(f"/?year=2026&board={where.split('/')[3]}").text
    assert f'<option value="{new.id}" selected>' in kept


def test_what_changed_since_is_looked_at_again(as_: Client, office: Office) -> None:
    client, data = as_("admin"), shown(office)
    answer = client.post(address(office), data={**data, "seen": "1.2.3"}, headers=HX)
    assert (answer.status_code, "vừa có thay đổi" in answer.text) == (409, True)
    assert client.post(address(office), data={"seen": data["seen"]}, headers=HX).status_code == 422
    assert client.post(address(office), data={"into": 999}, headers=HX).status_code == 404
    assert client.post(address(office), data=data | {"into": office.boards["dcpl"].id}, headers=HX).status_code == 422
    assert len(names(office)) == 3


def test_boards_of_two_offices_are_not_merged(as_: Client, office: Office) -> None:
    neighbour = office.people["outsider"].memberships[0].organisation
    other = neighbour.add_board("Ban Phong trào")
    office.people["admin"].give_role("admin", neighbour)
    office.session.commit()
    answer = as_("admin").post(address(office), data={"into": other.id}, headers=HX)
    assert (answer.status_code, "hai cơ quan khác nhau" in answer.text) == (422, True)


@pytest.mark.parametrize("who", ["head", "member", "secretariat", "leader", "viewer", "outsider"])
def test_nobody_else_merges(as_: Client, office: Office, who: str) -> None:
    assert as_(who).get(address(office)).status_code == 403
    assert as_(who).post(address(office), data=shown(office)).status_code == 403
    assert len(names(office)) == 3


def test_who_subscribed_to_the_old_board_gets_the_other_s_work(as_: Client, office: Office) -> None:
    session, person = office.session, office.people["head"]
    feed, secret = Feed.make(
        person, office.organisation, "board", "Ban", NOW, office.boards["dcpl"], Choices(form="deadlines")
    )
    session.add(feed)
    session.commit()
    where = f"/calendar/{secret}.ics"
    was = as_("viewer").get(where).get_data()
    as_("admin").post(address(office), data=shown(office))
    answer = as_("viewer").get(where)
    assert answer.status_code == 200
    uids = [{line for line in text.splitlines() if line.startswith(b"UID:")} for text in (was, answer.get_data())]
    assert uids[0]
    assert uids[0] < uids[1]
