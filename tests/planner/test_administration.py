"""The administrator's verbs, each with its history, and who may not use them."""

from datetime import date

import pytest
from office import DRAFT, IMPORTED, PASSWORD, TODAY, Office

from planner import accounts, clock
from planner import administration as admin
from planner.actor import COMMAND
from planner.counts import tasks_as_of
from planner.errors import NotAllowed, Refusal
from planner.importing import import_plan
from planner.models import Change, link_by_secret, work_calendar
from planner.standing import Standing


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
    first = accounts.make_link(office.session, person, "reset", now)
    secret = accounts.make_link(office.session, person, "reset", now)
    office.session.flush()
    assert link_by_secret(office.session, first, now) is None
    link = link_by_secret(office.session, secret, now)
    assert link
    with pytest.raises(Refusal):
        accounts.use_link(link, "ngắn", TODAY, now)
    accounts.use_link(link, "một câu thật dài và riêng", TODAY, now)
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


def test_a_corrected_day_is_history_for_the_tasks_that_it_touches(office: Office) -> None:
    """The page of a day and the counts as of that day must not part, for a moved milestone either."""
    session, last, task = office.session, date(2026, 7, 31), office.task("1")
    task.move_to_month("submit", 2026, 7, office.actor("secretariat"), TODAY, "Theo kết luận", work_calendar(session))
    admin.correct_day(session, office.organisation, last, True, "Nghỉ bù", office.actor("admin"), TODAY)
    session.flush()
    then = next(t for t in tasks_as_of(session, office.organisation, 2026, last) if t.task is task)
    assert task.standing(last) == then.standing == Standing("overdue", 1)
    assert (task.changes[-1].verb, task.changes[-1].reason) == ("recompute", "31/07/2026 Nghỉ bù")


def test_a_corrected_day_makes_what_every_office_has_kept_stale(office: Office) -> None:
    neighbour = office.people["outsider"].memberships[0].organisation
    import_plan(office.session, neighbour, DRAFT, COMMAND, IMPORTED)
    office.session.commit()
    before = neighbour.revision
    admin.correct_day(
        office.session, office.organisation, date(2026, 5, 29), True, "Nghỉ bù", office.actor("admin"), TODAY
    )
    office.session.commit()
    office.session.refresh(neighbour)
    assert neighbour.revision > before


def test_an_account_of_other_offices_is_not_locked_or_unlocked_from_here(office: Office) -> None:
    person, now = office.people["outsider"], clock.now()
    by = office.actor("admin")
    same = admin.add_person(
        office.session, office.organisation, by, TODAY, email=person.email, name="Người xem", role="viewer"
    )
    assert same is person
    with pytest.raises(NotAllowed):
        admin.disable_person(person, office.organisation, by, TODAY, now)
    person.disable(now)
    with pytest.raises(NotAllowed):
        admin.enable_person(person, office.organisation, by, TODAY)
    assert not person.is_enabled
