"""An organisation is placed under another by the administrator of both, never in a ring; a tree can be subscribed."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from office import Office
from sqlalchemy import select

from planner.models import Change, Organisation

Client = Callable[[str], FlaskClient]


@pytest.fixture
def neighbour(office: Office) -> Organisation:
    """The neighbouring office, which the administrator of this one administers too."""
    found = office.people["outsider"].memberships[0].organisation
    office.people["admin"].give_role("admin", found)
    office.session.commit()
    return found


def parent_of(office: Office, organisation: Organisation) -> int | None:
    office.session.rollback()
    return office.session.scalars(select(Organisation.parent_id).where(Organisation.id == organisation.id)).one()


def test_the_administrator_of_both_places_one_under_the_other(
    as_: Client, office: Office, neighbour: Organisation
) -> None:
    admin = as_("admin")
    assert neighbour.name in admin.get("/admin").text
    assert admin.post("/admin/superior", data={"superior": str(neighbour.id)}).status_code == 303
    assert parent_of(office, office.organisation) == neighbour.id
    change = office.session.scalars(select(Change).where(Change.verb == "place_under")).one()
    assert change.after == {"superior": neighbour.name}
    assert admin.post("/organisation", data={"organisation": str(neighbour.id)}).status_code == 303
    assert '<option value="tree">' in admin.get("/feeds").text
    assert '<option value="tree">' not in as_("viewer").get("/feeds").text
    refused = admin.post("/admin/superior", data={"superior": str(office.organisation.id)}, headers={"HX-Request": "1"})
    assert (refused.status_code, parent_of(office, neighbour)) == (422, None)
    admin.post("/organisation", data={"organisation": str(office.organisation.id)})
    assert admin.post("/admin/superior", data={"superior": ""}).status_code == 303
    assert parent_of(office, office.organisation) is None


def test_nobody_else_does(as_: Client, office: Office, neighbour: Organisation) -> None:
    assert as_("secretariat").post("/admin/superior", data={"superior": str(neighbour.id)}).status_code == 403
    office.people["admin"].memberships = [m for m in office.people["admin"].memberships if m.organisation != neighbour]
    office.session.commit()
    assert as_("admin").post("/admin/superior", data={"superior": str(neighbour.id)}).status_code == 404
    assert "/admin/superior" not in as_("admin").get("/admin").text
    office.people["admin"].give_role("viewer", neighbour)
    office.session.commit()
    assert as_("admin").post("/admin/superior", data={"superior": str(neighbour.id)}).status_code == 404
    assert parent_of(office, office.organisation) is None
