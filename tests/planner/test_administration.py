"""The administrator's verbs, each with its history, and who may not use them."""

from datetime import date

import pytest
from office import PASSWORD, TODAY, Office

from planner import administration as admin
from planner import clock
from planner.errors import NotAllowed, Refusal
from planner.models import Change, link_by_secret


def verbs(office: Office) -> list[str]:
    office.session.flush()
    return [c.verb for c in office.session.query(Change).filter(Change.task_id.is_(None)).order_by(Change.id)]


def test_a_renamed_board_is_still_found_by_its_old_name(office: Office) -> None:
    board, by = office.boards["pt"], office.actor("admin")
    admin.rename_board(board, "Ban Phong trào - Tuyên giáo", by, TODAY)
    assert office.organisation.board_named("ban phong trào") is board
    with pytest.raises(Refusal):
        admin.add_board(office.organisation, "Ban Phong trào", by, TODAY)
    assert verbs(office)[-1] == "rename_board"


def test_only_administrators(office: Office) -> None:
    with pytest.raises(NotAllowed):
        admin.add_board(office.organisation, "Ban mới", office.actor("secretariat"), TODAY)


@pytest.mark.parametrize("email", ["", "x", "a@@b", "a b@c", "@c"])
def test_a_bad_address_is_refused(office: Office, email: str) -> None:
    with pytest.raises(Refusal):
        admin.add_person(
            office.session, office.organisation, office.actor("admin"), TODAY,
            email=email, name="Chuyên viên", role="viewer",
        )  # fmt: skip


def test_a_head_needs_a_board_and_a_leader_none(office: Office) -> None:
    by, person = office.actor("admin"), office.people["viewer"]
    for role, board in (("head", None), ("leader", office.boards["pt"]), ("king", None)):
        with pytest.raises(Refusal):
            admin.give_role(person, office.organisation, role, board, by, TODAY)


def test_nobody_locks_themselves_out(office: Office) -> None:
    by, me = office.actor("admin"), office.people["admin"]
    with pytest.raises(Refusal):
        admin.disable_person(me, office.organisation, by, TODAY, clock.now())
    with pytest.raises(Refusal):
        admin.take_role(me.memberships[0], by, TODAY)


def test_a_link_works_once_and_sets_the_password(office: Office) -> None:
    person, now = office.people["viewer"], clock.now()
    first = admin.make_link(office.session, person, "reset", now)
    secret = admin.make_link(office.session, person, "reset", now)
    office.session.flush()
    assert link_by_secret(office.session, first, now) is None
    link = link_by_secret(office.session, secret, now)
    assert link
    with pytest.raises(Refusal):
        admin.use_link(link, "ngắn", now)
    admin.use_link(link, "một câu thật dài và riêng", now)
    assert person.has_password("một câu thật dài và riêng")
    assert not person.has_password(PASSWORD)
    assert link_by_secret(office.session, secret, now) is None


def test_a_corrected_day_moves_the_deadlines_that_hang_on_it(office: Office) -> None:
    day, task = date(2026, 5, 29), office.task("2")
    before = task.version
    admin.correct_day(office.session, office.organisation, day, True, "Nghỉ bù", office.actor("admin"), TODAY)
    execute = task.milestone("execute")
    assert execute and execute.deadline == date(2026, 5, 28) == execute.first_deadline
    assert task.version == before + 1
    assert verbs(office)[-1] == "correct_day"
