"""Work that came up: read like a document's row, counted like it, kept when the plan is issued again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from office import BOARDS, TODAY, Office, make_office
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from planner.actor import COMMAND
from planner.arising import BASIS, ArisenTexts, add_arisen, plan_of_arisen, read_arisen
from planner.as_of import as_of
from planner.errors import NotAllowed, Refusal
from planner.exporting.sheet import WrittenRow, plan_sheet
from planner.models import Change, PlanRow
from planner.period import Years
from planner.reading import PlanDraft
from planner.reissuing.applying import Accepted, reissue
from planner.reissuing.comparing import compare

TEXTS = ArisenTexts(
    title="Vận động hỗ trợ đồng bào vùng lũ", board=BOARDS["pt"], basis="Công văn số 12-CV/TU ngày 08/5/2026",
    submit_text="Tháng 6", execute_text="Tháng 7, 9", cooperating="Ban Dân chủ - Pháp luật; Hội Chữ thập đỏ",
)  # fmt: skip


def added(office: Office, texts: ArisenTexts = TEXTS) -> PlanRow:
    row = add_arisen(office.session, office.plan, texts, office.actor("secretariat"), TODAY)
    office.session.commit()
    return row


def test_it_becomes_a_row_with_a_task_for_each_occurrence(office: Office) -> None:
    row = added(office)
    assert (row.origin, row.number, row.extras) == ("arisen", "PS1", {BASIS: TEXTS.basis})
    assert [task.number for task in row.tasks] == ["PS1"] * len(row.tasks)
    executes = [task.milestone("execute") for task in row.tasks]
    assert [one.finish for one in executes if one] == [date(2026, 7, 31), date(2026, 9, 30)]
    assert {task.board.name for task in row.tasks} == {BOARDS["pt"]}
    assert [one.label for one in row.tasks[0].cooperations] == ["Ban Dân chủ - Pháp luật", "Hội Chữ thập đỏ"]
    assert row.tasks[0].changes[-1].reason == f"Căn cứ: {TEXTS.basis}"
    assert added(office).number == "PS2"


def test_what_is_asked_about_its_times_can_be_settled() -> None:
    texts = replace(TEXTS, submit_text="", execute_text="Tháng 13")
    [question] = read_arisen(texts, Years(2026, 2026)).questions
    assert read_arisen(replace(texts, answered=(str(question),)), Years(2026, 2026)).questions == []


def test_it_counts_from_the_day_on_which_it_came_up(office: Office) -> None:
    row = added(office)
    lines = office.session.scalars(select(Change).order_by(Change.id)).all()
    assert as_of(row.tasks, lines, TODAY - timedelta(days=1)) == []
    assert len(as_of(row.tasks, lines, TODAY)) == len(row.tasks)


@pytest.mark.parametrize("missing", ["title", "board", "basis"])
def test_title_board_and_basis_are_needed(office: Office, missing: str) -> None:
    with pytest.raises(Refusal, match="Vui lòng"):
        added(office, replace(TEXTS, **{missing: "  "}))


@pytest.mark.parametrize("key", ["head", "member", "leader", "viewer", "admin", "outsider"])
def test_only_the_secretariat_adds(office: Office, key: str) -> None:
    with pytest.raises(NotAllowed):
        add_arisen(office.session, office.plan, TEXTS, office.actor(key), TODAY)


def test_without_a_plan_the_year_has_one_of_its_own(office: Office) -> None:
    plan = plan_of_arisen(office.session, office.organisation, 2027, TODAY)
    assert plan_of_arisen(office.session, office.organisation, 2027, TODAY) is plan
    row = add_arisen(office.session, plan, TEXTS, COMMAND, TODAY)
    assert row.tasks[0].plan.title == "Việc phát sinh năm 2027"
    execute = row.tasks[0].milestone("execute")
    assert execute and execute.finish == date(2027, 7, 31)


def test_an_export_says_what_it_stands_on(office: Office) -> None:
    added(office)
    sheet = plan_sheet(office.plan, TODAY)
    written = [one for one in sheet.entries if isinstance(one, WrittenRow)][-1]
    assert (written.words[0], written.extras) == ("PS1", (TEXTS.basis,))


def test_a_new_issue_keeps_it(office: Office) -> None:
    row = added(office)
    draft = PlanDraft("Chương trình công tác năm 2026", "02/CTr-MTTQ", TODAY, None, Years(2026, 2026), sha256="c" * 64)
    draft.rows = [read_arisen(replace(TEXTS, title="Việc mới", number="1"), Years(2026, 2026))]
    comparison = compare(office.plan, draft)
    assert row not in [one.old for one in comparison.of("gone")]
    keys = frozenset(one.key for one in comparison.differences)
    accepted = Accepted(comparison.token, keys)
    reissue(office.session, office.plan, draft, accepted, office.actor("secretariat"), TODAY, None)
    office.session.flush()
    assert row.ended_issue is None
    assert {task.state for task in row.tasks} == {"planned"}


def test_a_new_issue_that_has_it_goes_on_with_its_tasks(office: Office) -> None:
    row = added(office)
    tasks = list(row.tasks)
    draft = PlanDraft("Chương trình công tác năm 2026", "02/CTr-MTTQ", TODAY, None, Years(2026, 2026), sha256="c" * 64)
    draft.rows = [read_arisen(replace(TEXTS, number="10"), Years(2026, 2026))]
    comparison = compare(office.plan, draft)
    keys = frozenset(one.key for one in comparison.differences if one.old is row)
    accepted = Accepted(comparison.token, keys)
    reissue(office.session, office.plan, draft, accepted, office.actor("secretariat"), TODAY, None)
    office.session.flush()
    assert {task.row.number for task in tasks} == {"10"}
    assert {task.row.origin for task in tasks} == {"document"}


def test_on_postgresql_and_after_the_migration_uploads_keep_their_ids(
    new_postgres: Callable[[], Engine], engine: Engine
) -> None:
    with engine.connect() as connection:
        made = connection.execute(text("SELECT sql FROM sqlite_master WHERE name = 'upload'")).scalar_one()
    assert "AUTOINCREMENT" in made
    server = new_postgres()
    with Session(server, expire_on_commit=False) as session:
        office = make_office(session)
        assert added(office).tasks
    server.dispose()
