"""Who may still see a calendar: its address ends with the place on its board and with the last role in the office."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import Office
from sqlalchemy import update

from planner.models import Membership

Client = Callable[[str], FlaskClient]
Subscribe = Callable[..., str]


def take_roles(office: Office, key: str, *, but: str = "") -> None:
    person = office.people[key]
    person.memberships = [m for m in person.memberships if m.role == but]
    office.session.commit()


@pytest.mark.parametrize("scope", ["board", "cooperating"])
def test_a_place_on_a_board_shows_its_feed_as_long_as_it_lasts(
    anonymous: FlaskClient, subscribe: Subscribe, office: Office, scope: str
) -> None:
    own, other = subscribe("head", scope, office.boards["dcpl"]), subscribe("head", scope, office.boards["pt"])
    office.people["head"].give_role("member", office.organisation, office.boards["pt"])
    office.session.commit()
    assert [anonymous.get(a).status_code for a in (own, other)] == [200, 200]
    take_roles(office, "head", but="member")
    assert [anonymous.get(a).status_code for a in (own, other)] == [404, 200]
    office.people["head"].give_role("viewer", office.organisation)
    office.session.commit()
    assert anonymous.get(own).status_code == 200


def test_a_role_in_the_office_keeps_every_board_s_feed(
    anonymous: FlaskClient, subscribe: Subscribe, office: Office
) -> None:
    office.people["head"].give_role("viewer", office.organisation)
    office.session.commit()
    address = subscribe("head", "board", office.boards["dcpl"])
    take_roles(office, "head", but="viewer")
    assert anonymous.get(address).status_code == 200


@pytest.mark.parametrize("scope", ["all", "person", "days"])
def test_who_left_the_office_has_no_feed_of_it(
    anonymous: FlaskClient, as_: Client, subscribe: Subscribe, office: Office, scope: str
) -> None:
    address = subscribe("head", scope)
    assert anonymous.get(address).status_code == 200
    office.people["head"].memberships = []
    office.session.commit()
    assert anonymous.get(address).status_code == 404
    assert "hết hiệu lực" in as_("admin").get("/feeds").text


def test_a_membership_that_goes_is_seen_at_that_fetch(
    anonymous: FlaskClient, subscribe: Subscribe, office: Office
) -> None:
    address = subscribe("head", "person")
    assert b"BEGIN:VEVENT" in anonymous.get(address).data
    office.session.execute(
        update(Membership).where(Membership.person_id == office.people["head"].id).values(role="member")
    )
    office.session.commit()
    assert b"BEGIN:VEVENT" not in anonymous.get(address).data
