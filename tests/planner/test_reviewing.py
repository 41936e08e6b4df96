"""The overdue review as a session: what it decides is the task's own verb, and may be taken back until it ends."""

from datetime import date

import pytest
from office import TODAY, Office
from sqlalchemy import select

from planner.clock import on_day
from planner.errors import NotAllowed, Refusal, Stale
from planner.issuing import issue_minutes, refresh
from planner.issuing.contents import differs
from planner.issuing.review import reviewed
from planner.models import Change, Document, Mail, ReviewItem, ReviewSession, Task, TimeRequest
from planner.reviewing import (
    Progress,
    approve_time,
    asked,
    begin,
    drop,
    end,
    extend,
    finish,
    finishing,
    hand_over,
    is_settled,
    note,
    open_review,
    progress_of,
    refuse_time,
    remind,
    take_back,
    write_heading,
)  # fmt: skip
from planner.wishes import Wish

LATER = date(2026, 6, 1)
NEXT = date(2026, 5, 12)


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())


def begun(office: Office, *, chair: str = "") -> ReviewSession:
    """A session over the office's two late tasks: item 1 is task 4, item 2 is task 1."""
    tasks = [office.task("4"), office.task("1"), office.task("2")]
    return begin(office.session, office.organisation, tasks, office.actor("secretariat"), TODAY, chair)


def state(task: Task) -> tuple[object, ...]:
    """All that a decision may change."""
    bodies = sorted(one.name for one in task.cooperations)
    times = sorted((one.kind, one.done_on, *one.facts().values()) for one in task.milestones)
    return task.state, task.held_state, task.board_id, task.assignee_id, task.paper_number, task.result, bodies, times


def told(item: ReviewItem) -> list[tuple[str, str, str]]:
    return [(line.kind, line.to, line.why) for line in item.decisions]


def test_it_begins_with_what_is_late_as_it_stands(there: Office) -> None:
    review = begun(there, chair="Phó Chủ tịch Thường trực")
    first, second = review.items
    assert (first.task.number, first.position, first.milestone) == ("4", 1, "submit")
    assert (first.deadline, first.days) == (date(2026, 3, 31), 41)
    assert (second.task.number, second.days, second.board) == ("1", 73, "Ban Phong trào")
    assert open_review(there.session, there.organisation) is review
    assert progress_of(review) == Progress(0, 0, 2)
    with pytest.raises(Stale, match="chưa kết thúc"):
        begun(there)


def test_nothing_late_begins_nothing(office: Office) -> None:
    with pytest.raises(Refusal, match="Không có nhiệm vụ quá hạn"):
        begin(office.session, office.organisation, [office.task("2")], office.actor("secretariat"), TODAY)


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer", "admin", "outsider"])
def test_only_the_secretariat_walks_it(office: Office, who: str) -> None:
    review, by = begun(office), office.actor(who)
    for act in (
        lambda: begin(office.session, office.organisation, [office.task("4")], by, TODAY),
        lambda: note(review.items[0], "Ý kiến", by, TODAY),
        lambda: end(office.session, review, by, TODAY),
        lambda: write_heading(office.session, review, {}, by, TODAY),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_each_decision_is_the_task_s_own_and_tied_to_its_line_of_history(there: Office) -> None:
    review, by = begun(there), there.actor("secretariat")
    first, second = review.items
    made = [
        remind(first, by, TODAY),
        extend(first, LATER, "Chờ số liệu", by, TODAY),
        hand_over(second, there.boards["tctg"], "Phân công lại", by, TODAY),
        note(second, "Báo cáo trước ngày 20/5", by, TODAY),
    ]
    there.session.commit()
    assert told(first)[1:] == [("extended", "2026-06-01", "Chờ số liệu")]
    assert told(second) == [
        ("handed_over", "Ban Tổ chức - Tuyên giáo", "Phân công lại"), ("noted", "", "Báo cáo trước ngày 20/5"),
    ]  # fmt: skip
    assert [line.change.verb for line in made] == ["remind", "extend", "hand_over", "note"]
    assert made[0].document is there.session.scalars(select(Document)).one()
    assert there.session.scalars(select(Mail.recipient)).all() == [there.people["head"].email]
    assert progress_of(review) == Progress(2, 0, 0)


def test_what_is_refused_leaves_no_line(there: Office) -> None:
    review, by = begun(there), there.actor("secretariat")
    there.session.commit()
    with pytest.raises(Refusal, match="nhập lý do"):
        extend(review.items[0], LATER, " ", by, TODAY)
    there.session.rollback()
    assert progress_of(review) == Progress(0, 0, 2)


def prepare_cooperation(office: Office, task: Task) -> None:
    by = office.actor("secretariat")
    task.assign(office.people["member"], by, TODAY)
    task.cooperate_with(office.boards["tctg"], by, TODAY)


@pytest.mark.parametrize("kind", ["extend", "hand_over", "note", "drop"])
def test_a_decision_taken_back_leaves_the_task_as_it_was(there: Office, kind: str) -> None:
    task, by = there.task("4"), there.actor("secretariat")
    prepare_cooperation(there, task)
    review = begun(there)
    item, before = review.items[0], state(task)
    make = {
        "extend": lambda: extend(item, LATER, "Chờ", by, TODAY),
        "hand_over": lambda: hand_over(item, there.boards["tctg"], "Phân công lại", by, TODAY),
        "note": lambda: note(item, "Ý kiến", by, TODAY),
        "drop": lambda: drop(item, "Trùng nội dung", by, TODAY),
    }
    line = make[kind]()
    assert kind == "note" or state(task) != before
    take_back(line, by, TODAY)
    there.session.commit()
    assert state(task) == before
    assert (item.decisions, item.lines, line.undone_by) == ([], [line], "Văn phòng")
    with pytest.raises(Stale, match="đã được rút"):
        take_back(line, by, TODAY)


@pytest.mark.parametrize("drafted", [True, False])
def test_a_paper_that_was_submitted_in_fact_is_recorded(there: Office, drafted: bool) -> None:
    task, by = there.task("4"), there.actor("secretariat")
    if drafted:
        task.begin_drafting(by, TODAY)
    item = begun(there).items[0]
    line = finish(item, by, TODAY, date(2026, 5, 8), "", "15/TTr-DCPL")
    assert (line.kind, line.to, task.state, task.paper_number) == ("done", "2026-05-08", "submitted", "15/TTr-DCPL")
    take_back(line, by, TODAY)
    assert (task.state, task.paper_number) == ("drafting", "")
    assert (task.milestone("submit").done_on, item.decisions) == (None, [])  # type: ignore[union-attr]


def test_execution_that_was_done_in_fact(there: Office) -> None:
    task, by = there.task("1"), there.actor("secretariat")
    task.begin_drafting(by, TODAY)
    task.submit(by, TODAY, "1/TTr", date(2026, 2, 26))
    assert finishing(task) is None
    task.approve(by, TODAY)
    item = begun(there).items[1]
    line = finish(item, by, TODAY, None, "Đã tổ chức", "")
    assert (task.state, task.result, told(item)) == ("done", "Đã tổ chức", [("done", "2026-05-11", "Đã tổ chức")])
    take_back(line, by, TODAY)
    assert (task.state, task.result) == ("executing", "")


def test_what_waits_for_approval_cannot_be_finished_here(office: Office) -> None:
    task, by = office.task("1"), office.actor("secretariat")
    task.begin_drafting(by, TODAY)
    task.submit(by, TODAY, "1/TTr", date(2026, 2, 26))
    item = begun(office).items[1]
    with pytest.raises(Refusal, match="chờ duyệt"):
        finish(item, by, TODAY, None, "Xong", "")


def test_a_letter_that_went_out_cannot_be_taken_back(there: Office) -> None:
    review, by = begun(there), there.actor("secretariat")
    line = remind(review.items[0], by, TODAY)
    with pytest.raises(Refusal, match="đã gửi đi"):
        take_back(line, by, TODAY)


def test_what_somebody_changed_since_is_not_taken_back(there: Office) -> None:
    review, by = begun(there), there.actor("secretariat")
    item = review.items[0]
    first = extend(item, LATER, "Chờ", by, TODAY)
    extend(item, date(2026, 6, 15), "Chờ thêm", by, TODAY)
    with pytest.raises(Refusal, match="thay đổi khác"):
        take_back(first, by, TODAY)


def asked_for(office: Office, task: Task) -> TimeRequest:
    """What the head of the board asks for: the whole of July for the paper of task 4."""
    return task.ask_time("submit", Wish.of_month(2026, 7), office.actor("head"), TODAY, "Chờ số liệu")


def test_a_request_that_waits_is_approved_as_a_decision_and_waits_again_when_that_is_taken_back(there: Office) -> None:
    task, by = there.task("4"), there.actor("secretariat")
    request = asked_for(there, task)
    item, before = begun(there).items[0], state(task)
    line = approve_time(item, by, TODAY)
    assert (told(item), request.state) == ([("extended", "2026-07-31", "Chờ số liệu")], "approved")
    take_back(line, by, TODAY)
    assert (state(task), item.decisions, request.state, asked(task)) == (before, [], "waiting", request)


def test_a_request_is_refused_with_its_reason(there: Office) -> None:
    task, by = there.task("4"), there.actor("secretariat")
    item = begun(there).items[0]
    with pytest.raises(Refusal, match="Không có đề nghị"):
        refuse_time(item, "Đã quá chậm", by, TODAY)
    request = asked_for(there, task)
    line = refuse_time(item, "Đã quá chậm", by, TODAY)
    assert (told(item), request.state) == ([("refused", "Tháng 7/2026", "Đã quá chậm")], "refused")
    take_back(line, by, TODAY)
    assert (item.decisions, asked(task)) == ([], request)


def test_the_minutes_say_what_the_session_decided_and_what_not(there: Office) -> None:
    review, by, session = begun(there, chair="Phó Chủ tịch"), there.actor("secretariat"), there.session
    note(review.items[0], "Báo cáo trước ngày 20/5", by, TODAY)
    take_back(extend(review.items[0], LATER, "Chờ", by, TODAY), by, TODAY)
    there.task("1").note("Ngoài phiên", there.actor("leader"), TODAY)
    end(session, review, by, TODAY)
    session.commit()
    minutes = review.document
    assert minutes is not None
    assert (minutes.kind, minutes.state, minutes.data["chair"]) == ("minutes", "draft", "Phó Chủ tịch")
    assert {line["number"]: [d["kind"] for d in line["decisions"]] for line in minutes.data["items"]} == {
        "4": ["noted"], "1": [],
    }  # fmt: skip
    assert (minutes.data["undecided"], minutes.data["decided"]["extended"]) == (1, 0)
    assert not differs(session, minutes)
    with on_day(NEXT):
        there.task("1").cancel(by, NEXT, "Thôi")
        session.flush()
        assert not differs(session, minutes)
        refresh(session, minutes, by, NEXT)
    assert minutes.data["undecided"] == 1
    with pytest.raises(Stale, match="đã kết thúc"):
        note(review.items[1], "Muộn", by, TODAY)
    assert open_review(session, there.organisation) is None


def test_what_was_settled_outside_is_told_apart(there: Office) -> None:
    review, session = begun(there), there.session
    note(review.items[0], "Theo dõi", there.actor("secretariat"), TODAY)
    there.task("1").cancel(there.actor("leader"), TODAY, "Không tổ chức")
    assert [is_settled(item) for item in review.items] == [False, True]
    assert progress_of(review) == Progress(1, 1, 0)
    end(session, review, there.actor("secretariat"), TODAY)
    assert review.document is not None
    line = next(one for one in review.document.data["items"] if one["number"] == "1")
    assert (line["settled"], line["decisions"]) == (True, [{"kind": "dropped", "to": "", "why": "Không tổ chức"}])
    assert (review.document.data["undecided"], review.document.data["decided"]["dropped"]) == (0, 0)


def test_a_session_that_decided_nothing_leaves_no_minutes(office: Office) -> None:
    review = begun(office)
    end(office.session, review, office.actor("secretariat"), TODAY)
    assert (review.is_open, review.document) == (False, None)
    assert begun(office).id != review.id


def test_a_day_s_own_minutes_leave_out_what_a_session_took_back(there: Office) -> None:
    review, by = begun(there), there.actor("secretariat")
    take_back(hand_over(review.items[0], there.boards["pt"], "Nhầm", by, TODAY), by, TODAY)
    note(review.items[0], "Giữ nguyên", by, TODAY)
    there.session.flush()
    found = {i.task.number: [d.kind for d in i.decisions] for i in reviewed(there.session, there.organisation, TODAY)}
    assert found == {"4": ["noted"], "1": []}
    assert issue_minutes(there.session, there.organisation, TODAY, by, TODAY) is not None


def test_begin_heading_and_end_stand_in_the_history(office: Office) -> None:
    review, by = begun(office), office.actor("secretariat")
    words = {"chair": "  Phó Chủ tịch ", "present": "Các ban\nVăn phòng "}
    write_heading(office.session, review, words, by, TODAY)
    end(office.session, review, by, TODAY)
    office.session.flush()
    lines = office.session.scalars(select(Change).where(Change.verb.like("%review"))).all()
    assert [line.verb for line in lines] == ["begin_review", "head_review", "end_review"]
    assert (review.chair, review.clerk, review.present) == ("Phó Chủ tịch", "", "Các ban\nVăn phòng")
