"""The names of co-operating bodies: linked to a board for all plans at once, and taken back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from databases import selects
from office import BOARDS, DRAFT, IMPORTED, ROWS, TODAY, Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner.actor import COMMAND
from planner.cooperating import Name, link_name, names, unlink_name
from planner.errors import NotAllowed, Refusal
from planner.importing import import_plan
from planner.models import Board, Change, Task


def add_plan(office: Office, *cooperating: tuple[str, ...]) -> list[Task]:
    """A plan whose rows, led by the first board, name these bodies; the tasks of its rows."""
    rows = [replace(ROWS[0], board=BOARDS["pt"], cooperating=each) for each in cooperating]
    mark = str(len(office.session.scalars(select(Task.id)).all()))
    draft = replace(DRAFT, rows=rows, sha256=mark, fingerprint=mark, number=f"{mark}/CTr")
    plan, _ = import_plan(office.session, office.organisation, draft, COMMAND, IMPORTED)
    office.session.commit()
    return [row.tasks[0] for row in plan.rows]


def listed(office: Office) -> list[Name]:
    return names(office.session, office.organisation)


def link(office: Office, name: str, board: Board | None) -> int:
    number = link_name(office.session, office.organisation, name, board, office.actor("secretariat"), TODAY)
    office.session.commit()
    return number


def unlink(office: Office, name: str, board: Board) -> int:
    number = unlink_name(office.session, office.organisation, name, board, office.actor("secretariat"), TODAY)
    office.session.commit()
    return number


@pytest.fixture(params=["sqlite", "postgres"])
def both(request: pytest.FixtureRequest) -> Iterator[Office]:
    """The office on either database."""
    if request.param == "sqlite":
        yield request.getfixturevalue("office")
        return
    engine: Engine = request.getfixturevalue("postgres")
    with Session(engine) as session:
        office = make_office(session)
        session.commit()
        yield office


def test_names_are_listed_by_rows_and_spellings_of_one_name_count_together(office: Office) -> None:
    add_plan(office, ("Ban DC-PL", "Sở Nội vụ"), ("BAN DC - PL",), (BOARDS["dcpl"],))
    assert listed(office) == [Name("Ban DC-PL", 2, None, None), Name("Sở Nội vụ", 1, None, None)]


@pytest.mark.parametrize(
    ("name", "board"),
    [
        ("Ban Tuyên giáo", "tctg"), ("BAN DÂN CHỦ", "dcpl"), ("Ban Phong trào và Văn phòng", "pt"), ("Ban", None),
        ("Sở Nội vụ", None), ("Ban Tổ chức - Tuyên giáo, Ban Phong trào", None), ("Phong", None),
    ],
)  # fmt: skip
def test_a_name_that_may_mean_one_board_is_proposed_for_it(office: Office, name: str, board: str | None) -> None:
    add_plan(office, (name,))
    assert [one.likely for one in listed(office)] == [office.boards[board] if board else None]
    assert office.session.scalars(select(Task).order_by(Task.id.desc())).first().cooperators == []


def test_one_link_covers_every_plan_and_is_known_to_the_next_one(both: Office) -> None:
    first, second = add_plan(both, ("Ban DC-PL",), ("Ban  DC–PL", "Sở Nội vụ"))
    third = add_plan(both, ("ban dc-pl",))[0]
    board, version = both.boards["dcpl"], first.version
    assert link(both, "Ban DC-PL", board) == 3
    assert [t.cooperating for t in (first, second, third)] == [[board.name], [board.name, "Sở Nội vụ"], [board.name]]
    assert first.version == version + 1
    assert add_plan(both, ("Ban DC-PL",))[0].cooperators == [board]
    assert listed(both) == [Name("Ban DC-PL", 4, board, None), Name("Sở Nội vụ", 1, None, None)]


def test_a_link_is_taken_back_whole(both: Office) -> None:
    task = add_plan(both, ("Ban DC-PL",))[0]
    board = both.boards["dcpl"]
    link(both, "Ban DC-PL", board)
    assert unlink(both, "Ban DC-PL", board) == 1
    assert (task.cooperators, task.cooperating, board.aliases) == ([], ["Ban DC-PL"], [])
    assert listed(both) == [Name("Ban DC-PL", 1, None, None)]
    lines = both.session.scalars(select(Change).where(Change.task_id == task.id).order_by(Change.id)).all()
    assert [line.verb for line in lines] == ["import", "link_name", "unlink_name"]
    assert lines[1].after == lines[2].before == {"cooperator": board.name, "cooperator_id": board.id}


def test_a_new_board_can_be_made_of_a_name_and_goes_again_with_the_link(both: Office) -> None:
    task = add_plan(both, ("Sở Nội vụ",))[0]
    link(both, "Sở Nội vụ", None)
    board = both.organisation.board_named("sở nội vụ")
    assert board is not None
    assert task.cooperators == [board]
    unlink(both, "Sở Nội vụ", board)
    assert both.organisation.board_named("Sở Nội vụ") is None
    assert task.cooperating == ["Sở Nội vụ"]


def test_a_board_that_is_used_meanwhile_stays(both: Office) -> None:
    add_plan(both, ("Sở Nội vụ",))
    link(both, "Sở Nội vụ", None)
    board = both.organisation.board_named("Sở Nội vụ")
    assert board is not None
    task, by = both.task("2"), both.actor("secretariat")
    task.hand_over(board, by, TODAY, "Theo phân công")
    both.session.commit()
    task.hand_over(both.boards["dcpl"], by, TODAY, "Giao lại")
    unlink(both, "Sở Nội vụ", board)
    assert both.organisation.board_named("Sở Nội vụ") is board


def test_an_alias_that_the_administrator_gave_outlives_the_link(office: Office) -> None:
    board = office.boards["dcpl"]
    board.add_alias("Ban DC-PL")
    task = add_plan(office, ("Ban DC-PL",))[0]
    unlink(office, "Ban DC-PL", board)
    assert (board.aliases, task.cooperators) == (["Ban DC-PL"], [])
    assert listed(office) == [Name("Ban DC-PL", 1, None, board, board)]
    assert link(office, "Ban DC-PL", board) == 1


def test_a_board_named_twice_on_a_task_cooperates_until_both_names_are_unlinked(office: Office) -> None:
    task = add_plan(office, ("Ban DC-PL", "Ban Dân chủ"))[0]
    board = office.boards["dcpl"]
    link(office, "Ban DC-PL", board)
    link(office, "Ban Dân chủ", board)
    assert (task.cooperators, task.cooperating) == ([board], [board.name])
    unlink(office, "Ban DC-PL", board)
    assert (task.cooperators, task.cooperating) == ([board], ["Ban DC-PL", board.name])


def test_the_lead_under_another_name_does_not_cooperate_with_itself(office: Office) -> None:
    task = add_plan(office, ("Ban PT",))[0]
    link(office, "Ban PT", office.boards["pt"])
    assert (task.cooperators, task.cooperating) == ([], [])


def test_a_name_of_another_board_or_on_no_row_or_of_another_office_is_refused(office: Office) -> None:
    add_plan(office, ("Ban DC-PL",))
    neighbour = office.people["outsider"].memberships[0].organisation
    theirs = neighbour.add_board("Ban Dân chủ")
    office.session.commit()
    with pytest.raises(Refusal, match="đã thuộc bộ phận"):
        link(office, "Ban Phong trào", office.boards["dcpl"])
    with pytest.raises(Refusal, match="Không còn dòng kế hoạch nào"):
        link(office, "Sở Nội vụ", office.boards["dcpl"])
    with pytest.raises(Refusal, match="cơ quan khác"):
        link(office, "Ban DC-PL", theirs)
    with pytest.raises(Refusal, match="Không còn dòng kế hoạch nào"):
        unlink(office, "Ban DC-PL", office.boards["dcpl"])
    office.session.rollback()
    assert link(office, "Ban DC-PL", office.boards["dcpl"]) == 1


def test_only_who_imports_links_names(office: Office) -> None:
    add_plan(office, ("Ban DC-PL",))
    for key in ("head", "member", "leader", "viewer", "outsider"):
        with pytest.raises(NotAllowed):
            link_name(office.session, office.organisation, "Ban DC-PL", office.boards["dcpl"], office.actor(key), TODAY)
    assert link_name(
        office.session, office.organisation, "Ban DC-PL", office.boards["dcpl"], office.actor("admin"), TODAY
    )


def test_a_name_on_many_rows_is_linked_without_a_query_for_each(office: Office) -> None:
    add_plan(office, *[("Ban DC-PL", f"Sở số {n}") for n in range(60)])
    office.session.expire_all()
    linked: list[int] = []
    asked = selects(office.session.get_bind(), lambda: linked.append(link(office, "Ban DC-PL", office.boards["dcpl"])))
    assert linked == [60]
    assert asked < 20
