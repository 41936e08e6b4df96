"""A plan that is issued again: what is accepted is applied, and the work done on a row is kept."""

from datetime import date

import pytest
from issued import (
    FIRST_DAY,
    ROWS,
    SECOND_DAY,
    Texts,
    accept_all,
    accept_proposed,
    again,
    issue_again,
    issue_first,
    renumbered,
    replaced,
    row_named,
    task_named,
)
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planner.actor import COMMAND, Actor, Role
from planner.errors import NotAllowed, Refusal, Stale
from planner.importing import import_plan, same_document
from planner.models import Change, EarlierIssue, Plan, PlanRow, Task, work_calendar
from planner.period import Years
from planner.reading import row_from_texts
from planner.reading.drafts import TargetDraft
from planner.reissuing.applying import Accepted, reissue
from planner.reissuing.comparing import compare

FRESH: Texts = ("", "Đại hội thi đua yêu nước toàn tỉnh", "Ban Thi đua", "Tháng 7", "Tháng 8")


@pytest.fixture
def plan(session: Session) -> Plan:
    return issue_first(session)


def kinds(plan: Plan, rows: list[Texts]) -> dict[str, int]:
    comparison = compare(plan, again(rows))
    return {kind: len(comparison.of(kind)) for kind in ("changed", "new", "gone", "same")}


def begin(task: Task) -> None:
    task.begin_drafting(COMMAND, FIRST_DAY)
    task.submit(COMMAND, FIRST_DAY, "3/TTr", FIRST_DAY)


def test_the_comparison_tells_new_changed_gone_and_same(plan: Plan) -> None:
    rows = renumbered([FRESH, *replaced(ROWS, "2", execute="Tháng 6")[:4]])
    assert kinds(plan, rows) == {"changed": 1, "new": 1, "gone": 1, "same": 3}


def test_a_change_names_its_fields_old_and_new(plan: Plan) -> None:
    rows = replaced(replaced(ROWS, "2", board="Ban Phong trào", execute="Tháng 6"), "5", title="Báo cáo sơ kết 6 tháng")
    first, second = compare(plan, again(rows)).of("changed")
    assert [(f.field, f.old, f.new) for f in first.facets] == [
        ("board", "Ban Dân chủ", "Ban Phong trào"), ("execute", "Tháng 5", "Tháng 6"),
    ]  # fmt: skip
    assert (second.facets[0].field, second.may_be_apart) == ("title", True)


@pytest.mark.parametrize(
    "other",
    [{"execute": "Tháng 05"}, {"execute": "tháng 5/2026"}, {"board": "BAN DÂN CHỦ"},
     {"title": "Hội nghị tiếp xúc cử tri  trước kỳ họp giữa năm."}],
)  # fmt: skip
def test_another_spelling_of_the_same_is_no_change(plan: Plan, other: dict[str, str]) -> None:
    assert kinds(plan, replaced(ROWS, "2", **other))["same"] == 5


def test_a_moved_row_keeps_its_task_and_takes_its_new_number(session: Session, plan: Plan) -> None:
    task = task_named(plan, "Giám sát")
    begin(task)
    assert issue_again(session, plan, renumbered([FRESH, *ROWS])) == {"new": 1, "changed": 0, "gone": 0}
    assert (task.number, task.state, task.paper_number) == ("5", "submitted", "3/TTr")
    assert [row.number for row in plan.rows_in_force] == ["1", "2", "3", "4", "5", "6"]
    assert task.changes[-1].after == {"words": {"number": "5"}}


def test_new_rows_become_tasks_with_their_board_and_history(session: Session, plan: Plan) -> None:
    issue_again(session, plan, renumbered([*ROWS, FRESH]))
    task = task_named(plan, "Đại hội")
    assert (task.board.name, task.state, task.row.issue, len(task.milestones)) == ("Ban Thi đua", "planned", 2, 2)
    assert [change.verb for change in task.changes] == ["import"]


def test_a_changed_row_is_kept_word_for_word_beside_the_one_that_replaces_it(session: Session, plan: Plan) -> None:
    old, task = row_named(plan, "Hội nghị tiếp xúc"), task_named(plan, "Hội nghị tiếp xúc")
    issue_again(session, plan, replaced(ROWS, "2", title="Tiếp xúc cử tri trước kỳ họp giữa năm"))
    new = row_named(plan, "Tiếp xúc cử tri")
    assert (old.title, old.ended_issue, old.tasks) == ("Hội nghị tiếp xúc cử tri trước kỳ họp giữa năm", 2, [])
    assert (new.replaces, new.tasks, task.title) == (old, [task], new.title)


def test_periods_follow_while_the_first_one_is_kept(session: Session, plan: Plan) -> None:
    task = task_named(plan, "Hội nghị tiếp xúc")
    issue_again(session, plan, replaced(ROWS, "2", execute="Tháng 7"))
    milestone = task.milestone("execute")
    assert milestone is not None
    assert (milestone.deadline, milestone.first_deadline) == (date(2026, 7, 31), date(2026, 5, 29))
    assert [change.verb for change in task.changes] == ["import", "revise", "revise_period"]
    assert "10/CTr-MTTQ" in task.changes[-1].reason


def test_done_milestones_are_not_moved_and_the_others_are(session: Session, plan: Plan) -> None:
    task = task_named(plan, "Kế hoạch tổ chức")
    begin(task)
    issue_again(session, plan, replaced(ROWS, "1", submit="Tháng 3", execute="Tháng 5"))
    submit, execute = task.milestone("submit"), task.milestone("execute")
    assert submit is not None and execute is not None
    assert (submit.deadline, submit.done_on) == (date(2026, 2, 27), FIRST_DAY)
    assert execute.deadline == date(2026, 5, 29)
    assert (task.state, task.paper_number) == ("submitted", "3/TTr")


def test_what_a_person_moved_stays_when_the_document_says_the_same(session: Session, plan: Plan) -> None:
    task = task_named(plan, "Kế hoạch tổ chức")
    task.move_to_month("execute", 2026, 9, COMMAND, FIRST_DAY, "Chờ kinh phí", work_calendar(session))
    issue_again(session, plan, replaced(ROWS, "1", submit="Tháng 3"))
    assert [m.deadline for kind in ("submit", "execute") if (m := task.milestone(kind))] == [
        date(2026, 3, 31), date(2026, 9, 30),
    ]  # fmt: skip


def test_another_board_takes_over_with_the_document_as_the_reason(session: Session, plan: Plan) -> None:
    task = task_named(plan, "Hội nghị tiếp xúc")
    issue_again(session, plan, replaced(ROWS, "2", board="Ban Mới"))
    assert (task.board.name, task.changes[-1].verb) == ("Ban Mới", "hand_over")
    assert "ban hành lại" in task.changes[-1].reason


def test_a_body_whose_co_operation_was_ended_comes_back_only_by_a_new_name(session: Session) -> None:
    names = ("Ban Dân chủ", "Hội Nông dân xã")
    plan = issue_first(session)
    for words in (names, (*names, "Ban Tuyên giáo"), ("Hội Nông dân xã",)):
        new = again(ROWS, name=str(words))
        new.rows[0].cooperating = list(words)
        reissue(session, plan, new, accept_all(compare(plan, new)), COMMAND, SECOND_DAY, None)
        session.flush()
        session.expire_all()
        task = task_named(plan, "Kế hoạch tổ chức")
        ended = [board for board in task.cooperators if board.name == "Ban Dân chủ"]
        assert bool(ended) is (words == names)
        for board in ended:
            task.end_cooperation(board, COMMAND, SECOND_DAY)
        session.flush()
    assert task.cooperating == ["Hội Nông dân xã"]


def test_an_occurrence_more_and_one_less(session: Session, plan: Plan) -> None:
    may, november = (task_named(plan, "Hội nghị Ủy ban", n) for n in (1, 2))
    issue_again(session, plan, replaced(ROWS, "3", submit="Tháng 8,11", execute="Tháng 9,12"))
    assert [t.occurrence for t in (may, november)] == [1, 2]
    issue_third = replaced(ROWS, "3", submit="Tháng 2,8,11", execute="Tháng 3,9,12")
    new = again(issue_third, name="lan-ba.docx")
    reissue(session, plan, new, accept_proposed(compare(plan, new)), COMMAND, SECOND_DAY, None)
    tasks = sorted(row_named(plan, "Hội nghị Ủy ban").tasks, key=lambda task: task.occurrence)
    assert [(task.occurrence, task.occurrences) for task in tasks] == [(1, 3), (2, 3), (3, 3)]
    assert tasks[1:] == [may, november]


def test_an_occurrence_that_is_gone_is_cancelled_unless_it_was_begun(session: Session, plan: Plan) -> None:
    may, november = (task_named(plan, "Hội nghị Ủy ban", n) for n in (1, 2))
    begin(may)
    issue_again(session, plan, replaced(ROWS, "3", submit="Tháng 9", execute="Tháng 10"))
    assert (may.state, november.state, november.occurrences) == ("submitted", "planned", 1)
    assert may.row.ended_issue == 2
    assert november.row in plan.rows_in_force


def test_work_that_was_not_begun_is_cancelled_with_the_document_as_the_reason(session: Session, plan: Plan) -> None:
    may, november = (task_named(plan, "Hội nghị Ủy ban", n) for n in (1, 2))
    issue_again(session, plan, replaced(ROWS, "3", submit="Tháng 11", execute="Tháng 12"))
    assert (may.state, november.state) == ("cancelled", "planned")
    assert "10/CTr-MTTQ" in may.changes[-1].reason


def test_a_gone_row_without_work_is_dropped_and_one_with_work_only_when_it_is_ticked(
    session: Session, plan: Plan
) -> None:
    watched, report = task_named(plan, "Giám sát"), task_named(plan, "Báo cáo")
    begin(watched)
    assert issue_again(session, plan, list(ROWS[:3]))["gone"] == 1
    assert (watched.state, report.state) == ("submitted", "cancelled")
    assert watched.row in plan.rows_in_force
    new = again(ROWS[:3], name="lan-ba.docx")
    reissue(session, plan, new, accept_all(compare(plan, new)), COMMAND, SECOND_DAY, None)
    assert (watched.state, watched.held_state) == ("cancelled", "submitted")


def test_done_work_of_a_gone_row_stays_done(session: Session, plan: Plan) -> None:
    task = task_named(plan, "Hội nghị tiếp xúc")
    task.begin_executing(COMMAND, FIRST_DAY)
    task.complete(COMMAND, FIRST_DAY, "Đã tổ chức")
    issue_again(session, plan, [ROWS[0], *ROWS[2:]], everything=True)
    assert (task.state, task.result) == ("done", "Đã tổ chức")


def test_a_reworded_row_may_be_other_work(session: Session, plan: Plan) -> None:
    rows = replaced(ROWS, "2", title="Hội nghị tiếp xúc cử tri trước kỳ họp cuối năm")
    task, new = task_named(plan, "Hội nghị tiếp xúc"), again(rows)
    comparison = compare(plan, new)
    apart = [one.key for one in comparison.differences if one.may_be_apart]
    reissue(session, plan, new, accept_all(comparison, apart=apart), COMMAND, SECOND_DAY, None)
    fresh = task_named(plan, "Hội nghị tiếp xúc cử tri trước kỳ họp cuối năm")
    assert (task.state, fresh.state, fresh is task) == ("cancelled", "planned", False)


def test_nothing_accepted_changes_no_row_but_keeps_the_document(session: Session, plan: Plan) -> None:
    new = again(renumbered([FRESH, *replaced(ROWS, "2", execute="Tháng 7")]))
    before = session.scalar(select(func.count()).select_from(PlanRow).where(PlanRow.ended_issue.is_(None)))
    reissue(session, plan, new, Accepted(compare(plan, new).token, frozenset()), COMMAND, SECOND_DAY, None)
    assert len(plan.rows_in_force) == before
    assert row_named(plan, "Hội nghị tiếp xúc").execute_text == "Tháng 5"
    assert (plan.issue, plan.earlier_issues[0].sha256 != plan.sha256) == (2, True)


def test_both_documents_are_known_again(session: Session, plan: Plan) -> None:
    first = plan.sha256
    issue_again(session, plan, renumbered([FRESH, *ROWS]))
    for sha256 in (first, plan.sha256):
        assert same_document(session, plan.organisation, sha256) is plan
    assert session.scalars(select(EarlierIssue.replaced_on)).all() == [SECOND_DAY]


def test_the_same_again_is_refused(session: Session, plan: Plan) -> None:
    new = again(ROWS)
    with pytest.raises(Refusal, match="không có gì để áp dụng"):
        reissue(session, plan, new, accept_all(compare(plan, new)), COMMAND, SECOND_DAY, None)


def test_a_plan_that_moved_on_meanwhile_is_refused(session: Session, plan: Plan) -> None:
    new = again(replaced(ROWS, "2", execute="Tháng 7"))
    seen = accept_all(compare(plan, new))
    task_named(plan, "Hội nghị tiếp xúc").begin_executing(COMMAND, SECOND_DAY)
    with pytest.raises(Stale):
        reissue(session, plan, new, seen, COMMAND, SECOND_DAY, None)


def test_only_the_secretariat_applies(session: Session, plan: Plan) -> None:
    new = again(replaced(ROWS, "2", execute="Tháng 7"))
    admin = Actor("person", "Quản trị", 1, (Role("admin", plan.organisation_id),))
    with pytest.raises(NotAllowed):
        reissue(session, plan, new, accept_all(compare(plan, new)), admin, SECOND_DAY, None)


@pytest.mark.parametrize(
    ("number", "title"),
    [("10/CTr-MTTQ", "Tên khác"), ("Số: 010 /CTr–MTTQ", "Tên khác"), ("", "CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026")],
)
def test_an_import_of_a_new_issue_is_refused_with_the_page_to_use(
    session: Session, plan: Plan, number: str, title: str
) -> None:
    new = again(renumbered([FRESH, *ROWS]), number=number)
    new.title = title
    with pytest.raises(Refusal, match="So sánh với kế hoạch đã nhập"):
        import_plan(session, plan.organisation, new, COMMAND, SECOND_DAY)


def test_another_number_is_another_plan(session: Session, plan: Plan) -> None:
    other, is_new = import_plan(
        session, plan.organisation, again(renumbered([FRESH, *ROWS]), number="11/CTr-MTTQ"), COMMAND, SECOND_DAY
    )  # fmt: skip
    assert is_new and other is not plan


def test_targets_and_the_heading_follow(session: Session, plan: Plan) -> None:
    new = again(ROWS, number="10a/CTr-MTTQ")
    new.targets = [TargetDraft("", "Từ 85% trở lên")]
    for text in ("Từ 85% trở lên", "Từ 90% trở lên"):
        new.targets, new.sha256 = [TargetDraft("", text)], text
        new.number += "b"
        reissue(session, plan, new, accept_proposed(compare(plan, new)), COMMAND, SECOND_DAY, None)
        session.flush()
        session.expire_all()
        assert [target.text for target in plan.targets] == [text]
    assert [issue.number for issue in plan.earlier_issues] == ["10/CTr-MTTQ", "10a/CTr-MTTQb"]
    line = session.scalars(select(Change).where(Change.verb == "reissue").order_by(Change.id.desc())).first()
    assert line is not None and line.after["issue"] == 3


def test_only_the_time_that_differs_is_told(plan: Plan) -> None:
    [change] = compare(plan, again(replaced(ROWS, "1", execute="Tháng 5"))).of("changed")
    assert [facet.field for facet in change.facets] == ["execute"]


def test_the_same_words_in_other_years_are_a_change(plan: Plan) -> None:
    new = again(ROWS)
    new.years, new.rows = Years(2027, 2027), [
        row_from_texts(*row, Years(2027, 2027)) for row in ROWS
    ]  # fmt: skip
    changed = compare(plan, new).of("changed")
    assert [facet.field for one in changed for facet in one.facets].count("execute") == 4
