"""Who co-operates on a task: named by the document or by a clerk, never the lead, and never master of the state."""

from dataclasses import replace
from datetime import date

import pytest
from office import BOARDS, DRAFT, IMPORTED, ROWS, TODAY, Office, make_office
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from planner.actor import COMMAND
from planner.errors import NotAllowed, Refusal
from planner.importing import import_plan
from planner.models import Organisation, Plan, Task


def imported(session: Session, organisation: Organisation, *names: str) -> Task:
    """The task of a new plan of one row, led by the first board, that names these bodies as co-operating."""
    row = replace(ROWS[0], board=BOARDS["pt"], cooperating=names)
    draft = replace(DRAFT, rows=[row], sha256="c" * 64, fingerprint="d" * 64, number="02/CTr")
    plan: Plan
    plan, _ = import_plan(session, organisation, draft, COMMAND, IMPORTED)
    session.flush()
    return plan.rows[0].tasks[0]


def test_a_name_that_is_exactly_a_boards_is_linked_at_import_and_others_stay_text(office: Office) -> None:
    office.boards["tctg"].add_alias("Ban TC-TG")
    task = imported(office.session, office.organisation, "ban dân chủ – pháp luật", "Ban TC-TG", "Sở Nội vụ")
    assert task.cooperators == [office.boards["dcpl"], office.boards["tctg"]]
    assert task.cooperating == [BOARDS["dcpl"], BOARDS["tctg"], "Sở Nội vụ"]


def test_the_lead_and_a_name_said_twice_are_left_out_at_import(office: Office) -> None:
    task = imported(office.session, office.organisation, BOARDS["pt"], "Sở Nội vụ", "SỞ NỘI VỤ", "")
    assert task.cooperating == ["Sở Nội vụ"]


def test_a_board_that_only_a_later_row_makes_known_is_linked_too(office: Office) -> None:
    first, second = replace(ROWS[0], cooperating=("Ban Kinh tế",)), replace(ROWS[1], board="Ban Kinh tế")
    draft = replace(DRAFT, rows=[first, second], sha256="c" * 64, fingerprint="d" * 64, number="02/CTr")
    plan, _ = import_plan(office.session, office.organisation, draft, COMMAND, IMPORTED)
    assert plan.rows[0].tasks[0].cooperators == [plan.rows[1].tasks[0].board]


def test_the_document_keeps_its_own_words(office: Office) -> None:
    task = imported(office.session, office.organisation, BOARDS["pt"], "Sở Nội vụ")
    assert task.row.cooperating == [BOARDS["pt"], "Sở Nội vụ"]


def test_a_clerk_adds_a_board_and_ends_its_cooperation(office: Office) -> None:
    task, by, board = office.task("2"), office.actor("secretariat"), office.boards["pt"]
    version, revision = task.version, office.organisation.revision
    task.cooperate_with(board, by, TODAY)
    office.session.commit()
    assert task.cooperators == [board]
    task.end_cooperation(board, by, TODAY)
    office.session.commit()
    assert task.cooperators == []
    assert task.version == version + 2
    assert office.organisation.revision > revision
    assert [(c.verb, c.before, c.after) for c in task.changes[-2:]] == [
        ("cooperate", {}, {"cooperator": board.name, "cooperator_id": board.id}),
        ("end_cooperation", {"cooperator": board.name, "cooperator_id": board.id}, {}),
    ]


def test_a_board_that_the_document_named_as_text_is_linked_rather_than_named_twice(office: Office) -> None:
    task = imported(office.session, office.organisation, "Ban Kinh tế")
    board = office.organisation.add_board("Ban kinh tế")
    office.session.flush()
    task.cooperate_with(board, office.actor("secretariat"), TODAY)
    assert task.cooperating == ["Ban kinh tế"]


def test_only_the_secretariat_says_who_cooperates(office: Office) -> None:
    for key in ("head", "member", "leader", "viewer", "head_pt", "outsider"):
        with pytest.raises(NotAllowed):
            office.task("2").cooperate_with(office.boards["pt"], office.actor(key), TODAY)


def test_neither_the_lead_nor_a_board_twice_nor_a_stranger_cooperates(office: Office) -> None:
    task, by = office.task("2"), office.actor("secretariat")
    neighbour = office.people["outsider"].memberships[0].organisation.add_board("Ban Phong trào")
    office.session.flush()
    with pytest.raises(Refusal, match="đang chủ trì"):
        task.cooperate_with(office.boards["dcpl"], by, TODAY)
    with pytest.raises(Refusal, match="cơ quan khác"):
        task.cooperate_with(neighbour, by, TODAY)
    with pytest.raises(Refusal, match="không phối hợp thực hiện"):
        task.end_cooperation(office.boards["pt"], by, TODAY)
    task.cooperate_with(office.boards["pt"], by, TODAY)
    with pytest.raises(Refusal, match="đã phối hợp"):
        task.cooperate_with(office.boards["pt"], by, TODAY)


def test_a_board_that_takes_the_lead_no_longer_cooperates(office: Office) -> None:
    task, by, board = office.task("2"), office.actor("secretariat"), office.boards["pt"]
    task.cooperate_with(board, by, TODAY)
    task.hand_over(board, by, TODAY, "Theo phân công mới")
    office.session.commit()
    assert (task.board, task.cooperators) == (board, [])


def test_the_lead_owns_the_state(office: Office) -> None:
    task = office.task("2")
    task.cooperate_with(office.boards["pt"], office.actor("secretariat"), TODAY)
    with pytest.raises(NotAllowed):
        task.begin_executing(office.actor("head_pt"), TODAY)
    task.begin_executing(office.actor("head"), TODAY)
    assert task.state == "executing"


def test_on_postgresql_too(postgres: Engine) -> None:
    with Session(postgres) as session:
        office = make_office(session)
        made = imported(session, office.organisation, BOARDS["dcpl"], "Sở Nội vụ").id
        session.commit()
        board = office.boards["dcpl"]
        office.task("1").cooperate_with(board, office.actor("secretariat"), date(2026, 5, 11))
        session.commit()
    with Session(postgres) as session:
        task = session.get_one(Task, made)
        assert task.cooperating == [BOARDS["dcpl"], "Sở Nội vụ"]
