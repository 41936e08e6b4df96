"""Reminder letters: one a board and day, each milestone once, on working days, to who is there."""

from datetime import date, timedelta

import pytest
from office import BOARDS, Office
from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.clock import now
from planner.errors import NotAllowed, Refusal
from planner.models import Document, Mail, Notice
from planner.reminding import boards_owed, issue_reminder, remind_now
from planner.rolling import open_due
from planner.workdays import WorkCalendar

# Row 2 (dcpl) has its deadline on Friday 29 May, row 7 (dcpl) on 15 May, row 6 (pt) is to be submitted by 29 May.
MONDAY_BEFORE = date(2026, 5, 25)


def run(session: Session, office: Office, day: date) -> list[Document]:
    boards = boards_owed(session, office.organisation, day)
    found = [issue_reminder(session, office.organisation, board, day) for board in boards]
    session.commit()
    return [document for document in found if document]


def mails(session: Session) -> list[Mail]:
    return list(session.scalars(select(Mail).order_by(Mail.id)))


def numbers(document: Document) -> list[str]:
    return [item["number"] for item in document.data["items"]]


def test_one_letter_a_board_with_all_its_items(session: Session, office: Office) -> None:
    documents = run(session, office, MONDAY_BEFORE)
    assert {d.board.name: set(numbers(d)) for d in documents if d.board} == {
        BOARDS["dcpl"]: {"2", "4", "7"},
        BOARDS["pt"]: {"1", "6"},
    }
    assert [d.number for d in documents] == [1, 2]
    assert {d.key for d in documents} == {
        f"reminder:{office.organisation.id}:{office.boards[b].id}:2026-05-25" for b in ("dcpl", "pt")
    }


def test_the_letter_says_why_each_item_is_in_it(session: Session, office: Office) -> None:
    dcpl = run(session, office, MONDAY_BEFORE)[0]
    assert {i["number"]: i["kind"] for i in dcpl.data["items"]} == {"2": "due7", "4": "overdue", "7": "overdue"}


def test_the_same_day_again_sends_nothing(session: Session, office: Office) -> None:
    run(session, office, MONDAY_BEFORE)
    sent = len(mails(session))
    assert run(session, office, MONDAY_BEFORE) == []
    assert run(session, office, MONDAY_BEFORE + timedelta(days=1)) == []
    assert len(mails(session)) == sent == 2


def test_the_mail_goes_to_the_head_and_names_the_items(session: Session, office: Office) -> None:
    run(session, office, MONDAY_BEFORE)
    mail = next(m for m in mails(session) if m.recipient == "truongban.dcpl@mau.invalid")
    assert mail.document_id is not None
    assert "7. Góp ý dự thảo nghị quyết của Hội đồng nhân dân tỉnh" in mail.text
    assert "Thực hiện, hạn 15/05/2026: quá hạn 10 ngày" in mail.text
    assert "Thực hiện, hạn 29/05/2026: còn 4 ngày" in mail.text


def test_a_board_without_a_head_is_reminded_through_the_secretariat(session: Session, office: Office) -> None:
    office.people["head"].disable(now())
    session.commit()
    run(session, office, MONDAY_BEFORE)
    assert {m.recipient for m in mails(session)} == {"truongban.pt@mau.invalid", "vanphong@mau.invalid"}


def test_with_nobody_to_send_to_nothing_is_noted_and_it_is_made_up_later(session: Session, office: Office) -> None:
    for key in ("head", "secretariat"):
        office.people[key].disable(now())
    session.commit()
    assert [d.board for d in run(session, office, MONDAY_BEFORE)] == [office.boards["pt"]]
    office.people["head"].enable()
    session.commit()
    assert [d.board for d in run(session, office, MONDAY_BEFORE + timedelta(days=1))] == [office.boards["dcpl"]]


def test_nothing_goes_out_on_a_day_off_and_the_next_working_day_makes_it_up(session: Session, office: Office) -> None:
    assert run(session, office, date(2026, 5, 23)) == []  # a Saturday
    assert run(session, office, date(2026, 9, 2)) == []  # the national day, a Wednesday
    assert run(session, office, MONDAY_BEFORE) != []


def test_work_that_is_held_or_done_is_not_reminded_of(session: Session, office: Office) -> None:
    by = office.actor("secretariat")
    office.task("2").postpone(by, date(2026, 5, 20), "Chờ hướng dẫn")
    office.task("4").cancel(by, date(2026, 5, 20), "Không còn phù hợp")
    office.task("7").begin_executing(by, date(2026, 5, 10))
    office.task("7").complete(by, date(2026, 5, 14), "Đã góp ý")
    session.commit()
    assert [d.board for d in run(session, office, MONDAY_BEFORE)] == [office.boards["pt"]]


def test_a_submitted_paper_is_not_asked_for_any_more(session: Session, office: Office) -> None:
    by = office.actor("secretariat")
    open_due(session, office.organisation, date(2026, 5, 11))
    office.task("6").submit(by, date(2026, 5, 20), "20/TTr", date(2026, 5, 20))
    session.commit()
    documents = run(session, office, MONDAY_BEFORE)
    assert "6" not in [n for d in documents for n in numbers(d)]


def test_an_extended_deadline_is_reminded_of_anew(session: Session, office: Office) -> None:
    run(session, office, MONDAY_BEFORE)
    office.task("2").extend(
        "execute", date(2026, 6, 12), office.actor("secretariat"), MONDAY_BEFORE, "Theo đề nghị của ban", WorkCalendar()
    )
    session.commit()
    assert [n for d in run(session, office, date(2026, 5, 29)) for n in numbers(d)] == ["6"]
    fifth = [d for d in run(session, office, date(2026, 6, 5)) if d.board is office.boards["dcpl"]]
    assert {i["number"]: i["kind"] for d in fifth for i in d.data["items"]}["2"] == "due7"


def test_ten_missed_days_give_one_letter_and_not_ten(session: Session, office: Office) -> None:
    run(session, office, date(2026, 5, 14))
    before = len(mails(session))
    documents = run(session, office, date(2026, 5, 28))
    assert len(mails(session)) - before == len(documents) == 2
    pt = next(d for d in documents if d.board is office.boards["pt"])
    assert {i["number"]: i["kind"] for i in pt.data["items"]} == {"1": "overdue", "6": "due1"}


def test_a_month_of_days_run_once_twice_or_with_gaps(session: Session, office: Office) -> None:
    day = date(2026, 5, 1)
    while day.month == 5:
        run(session, office, day)
        run(session, office, day)
        day += timedelta(days=1)
    keys = session.scalars(select(Notice.key)).all()
    milestone = office.task("2").milestone("execute")
    assert milestone is not None
    assert sorted(k for k in keys if f":{milestone.id}:" in k) == [
        f"due1:{milestone.id}:2026-05-29",
        f"due7:{milestone.id}:2026-05-29",
    ]
    late = office.task("7").milestone("execute")
    assert late is not None
    weekly = sorted(k for k in keys if k.startswith(f"overdue:{late.id}:"))
    assert weekly == [f"overdue:{late.id}:2026-W21", f"overdue:{late.id}:2026-W22"]


class TestAskedByTheSecretariat:
    TODAY = date(2026, 6, 6)  # a Saturday: a person may work on it

    def ask(self, session: Session, office: Office, *tasks: str, by: str = "secretariat") -> Document:
        board = office.task(tasks[0]).board
        document = remind_now(
            session, office.organisation, board, [office.task(n) for n in tasks], office.actor(by), self.TODAY
        )
        session.commit()
        return document

    def test_one_click_writes_the_letter_the_mail_and_the_history(self, session: Session, office: Office) -> None:
        document = self.ask(session, office, "7")
        assert [(i["number"], i["kind"]) for i in document.data["items"]] == [("7", "asked")]
        assert [m.recipient for m in mails(session)] == ["truongban.dcpl@mau.invalid"]
        line = office.task("7").changes[-1]
        assert (line.verb, line.actor_name) == ("remind", "Văn phòng")

    def test_a_second_click_on_the_day_sends_nothing_and_says_so(self, session: Session, office: Office) -> None:
        self.ask(session, office, "7")
        with pytest.raises(Refusal, match="Hôm nay đã gửi"):
            self.ask(session, office, "7", "7")
        session.rollback()
        assert len(mails(session)) == 1

    def test_other_tasks_of_the_board_get_their_own_letter(self, session: Session, office: Office) -> None:
        first, second = self.ask(session, office, "7"), self.ask(session, office, "7", "2", "2")
        assert (numbers(first), numbers(second)) == (["7"], ["2"])
        assert (first.number, second.number) == (1, 2)

    @pytest.mark.parametrize("by", ["head", "member", "leader", "viewer", "outsider"])
    def test_nobody_but_the_secretariat_may(self, session: Session, office: Office, by: str) -> None:
        with pytest.raises(NotAllowed):
            self.ask(session, office, "7", by=by)

    def test_another_boards_task_is_refused(self, session: Session, office: Office) -> None:
        with pytest.raises(Refusal, match="không thuộc"):
            self.ask(session, office, "7", "1")

    def test_cancelled_work_is_refused(self, session: Session, office: Office) -> None:
        office.task("7").cancel(office.actor("secretariat"), date(2026, 5, 20), "Không còn phù hợp")
        with pytest.raises(Refusal, match="không còn mốc"):
            self.ask(session, office, "7")
