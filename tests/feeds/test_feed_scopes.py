"""Which tasks a feed holds: organisations below, co-operating work; and plain icalendar writes the same bytes."""

import pytest
from icalendar import Calendar
from office import BOARDS, TODAY, Office
from sqlalchemy import select
from sqlalchemy.orm import Session

import feeds
from planner.feed_choices import Choices
from planner.models import Organisation, Task


def titles(content: bytes) -> set[str]:
    return {str(event["SUMMARY"]) for event in Calendar.from_ical(content).walk("VEVENT")}


@pytest.fixture
def below(office: Office, session: Session) -> Organisation:
    """The neighbour becomes an organisation under the office, and one of the tasks becomes its own."""
    neighbour = office.people["outsider"].memberships[0].organisation
    neighbour.parent_id = office.organisation.id
    board = neighbour.add_board("Ban Công tác")
    session.flush()
    task = office.task("3")
    task.organisation_id, task.board_id = neighbour.id, board.id
    session.commit()
    session.expire_all()
    return neighbour


def test_the_organisations_below_are_in_it_as_far_as_the_person_has_a_role_there(
    office: Office, session: Session, below: Organisation
) -> None:
    leader = office.people["leader"]
    key = f"tree:{leader.id}"
    without = titles(feeds.build(session, office.organisation, key))
    assert not [t for t in without if "Báo cáo sơ kết" in t]
    leader.give_role("viewer", below)
    session.flush()
    content = feeds.build(session, office.organisation, key)
    assert titles(content) == without | {"Trình: Báo cáo sơ kết 6 tháng đầu năm"}
    found = [e for e in Calendar.from_ical(content).walk("VEVENT") if "Báo cáo" in str(e["SUMMARY"])]
    assert [str(c) for c in found[0]["CATEGORIES"].cats] == ["Ban Công tác", below.name]
    assert f"{below.key}" in found[0]["UID"]


def test_without_a_person_it_holds_every_organisation_below(
    office: Office, session: Session, below: Organisation
) -> None:
    assert "Trình: Báo cáo sơ kết 6 tháng đầu năm" in titles(feeds.build(session, office.organisation, "tree"))
    assert titles(feeds.build(session, below, "tree")) == {"Trình: Báo cáo sơ kết 6 tháng đầu năm"}


def test_a_change_below_makes_the_whole_tree_stale(office: Office, session: Session, below: Organisation) -> None:
    leader = office.people["leader"]
    leader.give_role("viewer", below)
    session.flush()
    order = feeds.Order(office.organisation, f"tree:{leader.id}")
    feeds.keep(session, feeds.make(session, order))
    assert feeds.kept(session, order) is not None
    task = session.scalars(select(Task).where(Task.organisation_id == below.id)).one()
    task.cancel(office.people["outsider"].actor(), TODAY, "Không làm")
    session.flush()
    assert feeds.kept(session, order) is None


def test_who_loses_a_role_below_gets_less_although_the_sum_of_revisions_fell(
    office: Office, session: Session, below: Organisation
) -> None:
    leader = office.people["leader"]
    membership = leader.give_role("viewer", below)
    below.revision = 1000
    session.flush()
    order = feeds.Order(office.organisation, f"tree:{leader.id}")
    feeds.keep(session, feeds.make(session, order))
    leader.memberships.remove(membership)
    session.flush()
    assert feeds.kept(session, order) is None
    row = feeds.keep(session, feeds.make(session, order))
    assert "Báo cáo sơ kết".encode() not in row.content
    assert feeds.kept(session, order) is not None


def test_organisations_in_a_ring_do_not_hang(office: Office, session: Session, below: Organisation) -> None:
    office.organisation.parent_id = below.id
    session.flush()
    assert set(feeds.below(session, office.organisation.id)) == {below.id, office.organisation.id}


def test_co_operating_work_is_a_feed_of_its_own_and_marked(office: Office, session: Session) -> None:
    board, task = office.boards["tctg"], office.task("2")
    task.cooperate_with(board, office.actor("secretariat"), TODAY)
    session.flush()
    content = feeds.build(session, office.organisation, f"cooperating:{board.id}")
    events = Calendar.from_ical(content).walk("VEVENT")
    mine = [e for e in events if str(e["SUMMARY"]).endswith(task.title)]
    assert [str(e["SUMMARY"]) for e in mine] == [f"Phối hợp: Thực hiện: {task.title}"]
    assert [str(c) for c in mine[0]["CATEGORIES"].cats] == ["Phối hợp", BOARDS["dcpl"]]
    assert f"Phối hợp: {BOARDS['tctg']}" in str(mine[0]["DESCRIPTION"]).split("\n")
    own = titles(feeds.build(session, office.organisation, f"board:{board.id}"))
    assert not [t for t in own if t.endswith(task.title)]
    everything = titles(feeds.build(session, office.organisation, "all"))
    assert f"Thực hiện: {task.title}" in everything


@pytest.mark.parametrize("key", ["tree:0", "cooperating:999", "cooperating:", "days"])
def test_a_scope_that_is_not_there_is_refused(office: Office, session: Session, key: str) -> None:
    with pytest.raises(feeds.NoSuchScope):
        feeds.build(session, office.organisation, key)  # and days need a day


@pytest.mark.parametrize("form", ["deadlines", "periods", "todos"])
def test_icalendar_alone_writes_the_same_bytes(office: Office, session: Session, form: str) -> None:
    content = feeds.build(session, office.organisation, "all", choices=Choices(form=form))
    assert Calendar.from_ical(content).to_ical(sorted=False) == content
