"""Telling people: at once or each morning, never of one's own doing, never on a day off, never twice."""

from collections.abc import Iterator
from datetime import date

import pytest
from databases import heard, selects
from office import Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner import clock
from planner.actor import Actor
from planner.mail_choices import AT_ONCE, DAILY, ONLY_DIGESTS
from planner.models import Concern, Mail
from planner.reminding import issue_reminder
from planner.rolling import open_due
from planner.telling import post_concerns
from planner.workdays import WorkCalendar

MONDAY, TUESDAY, FRIDAY = date(2026, 5, 11), date(2026, 5, 12), date(2026, 5, 15)
SATURDAY, SUNDAY, NEXT_MONDAY = date(2026, 5, 16), date(2026, 5, 17), date(2026, 5, 18)
DCPL = "truongban.dcpl@mau.invalid"
LEADER = "thuongtruc@mau.invalid"


@pytest.fixture(params=["sqlite", "postgres"])
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    """The office on either database, with nothing to tell yet."""
    engine: Engine = request.getfixturevalue("engine" if request.param == "sqlite" else "postgres")
    with Session(engine, expire_on_commit=False) as session, clock.on_day(date(2026, 1, 5)):
        office = make_office(session)
        open_due(session, office.organisation, date(2026, 5, 4))
        session.commit()
        yield office


def wish(office: Office, choice: str, *keys: str) -> None:
    for key in keys or tuple(office.people):
        office.people[key].choose_mail(choice)
    office.session.commit()


def run(office: Office, day: date) -> list[Mail]:
    """What one run of the flow posts."""
    known = set(office.session.scalars(select(Mail.id)))
    with clock.on_day(day):
        count = post_concerns(office.session, office.organisation, day)
    office.session.commit()
    new = [mail for mail in office.session.scalars(select(Mail).order_by(Mail.id)) if mail.id not in known]
    assert len(new) == count
    return new


def postpone(office: Office, number: str, day: date, by: str = "secretariat") -> None:
    with clock.on_day(day):
        office.task(number).postpone(office.actor(by), day, "Chờ hướng dẫn")
    office.session.commit()


def submit(office: Office, number: str, day: date) -> None:
    with clock.on_day(day):
        office.task(number).submit(office.actor("head"), day, "20/TTr", day)
    office.session.commit()


def test_at_once_comes_with_the_next_run_and_once(office: Office) -> None:
    wish(office, AT_ONCE)
    postpone(office, "2", MONDAY)
    (mail,) = run(office, MONDAY)
    assert (mail.recipient, mail.kind) == (DCPL, "concern")
    assert mail.subject == "Tạm hoãn: Hội nghị tiếp xúc cử tri trước kỳ họp thường lệ giữa năm"
    assert "Văn phòng tạm hoãn nhiệm vụ. Lý do: Chờ hướng dẫn" in mail.text
    assert f"/tasks/{office.task('2').id}" in mail.html
    assert "/mail-choices/concerns/" in mail.unsubscribe
    assert run(office, MONDAY) == run(office, TUESDAY) == []


def test_daily_comes_the_next_working_morning_and_once(office: Office) -> None:
    wish(office, DAILY)
    postpone(office, "2", MONDAY)
    postpone(office, "4", MONDAY)
    assert run(office, MONDAY) == []
    (mail,) = run(office, TUESDAY)
    assert (mail.recipient, mail.kind, mail.subject) == (DCPL, "bundle", "Báo việc ngày 12/05/2026: 2 nhiệm vụ")
    postpone(office, "7", TUESDAY)
    assert run(office, TUESDAY) == []
    assert len(run(office, date(2026, 5, 13))) == 1


def test_who_wants_only_digests_is_told_nothing_also_not_later(office: Office) -> None:
    wish(office, ONLY_DIGESTS)
    postpone(office, "2", MONDAY)
    assert run(office, TUESDAY) == []
    wish(office, AT_ONCE)
    assert run(office, TUESDAY) == []


def test_who_changes_the_choice_meanwhile_gets_what_waits_in_the_new_way(office: Office) -> None:
    wish(office, DAILY)
    postpone(office, "2", MONDAY)
    assert run(office, MONDAY) == []
    wish(office, AT_ONCE)
    assert [mail.kind for mail in run(office, MONDAY)] == ["concern"]
    postpone(office, "4", MONDAY)
    wish(office, DAILY)
    run(office, MONDAY)
    wish(office, ONLY_DIGESTS)
    assert run(office, TUESDAY) == []
    assert office.session.scalars(select(Concern.id).where(Concern.waits)).all() == []


@pytest.mark.parametrize("choice", [AT_ONCE, DAILY])
def test_a_day_off_is_quiet_and_the_next_working_day_tells_of_it_in_one_mail(office: Office, choice: str) -> None:
    wish(office, choice)
    postpone(office, "2", SATURDAY)
    postpone(office, "4", SUNDAY)
    assert run(office, SATURDAY) == run(office, SUNDAY) == []
    (mail,) = run(office, NEXT_MONDAY)
    assert mail.text.count("tạm hoãn") == 2


@pytest.mark.parametrize("choice", [AT_ONCE, DAILY])
def test_a_week_without_the_flow_gives_one_mail_of_what_is_still_true(office: Office, choice: str) -> None:
    wish(office, choice)
    submit(office, "4", MONDAY)
    for number, day in (("2", MONDAY), ("7", FRIDAY)):
        postpone(office, number, day)
    with clock.on_day(FRIDAY):
        office.task("4").approve(office.actor("secretariat"), FRIDAY)
    office.session.commit()
    mails = run(office, NEXT_MONDAY)
    assert sorted(mail.recipient for mail in mails) == [DCPL]  # what was approved does not wait for a leader any more
    assert mails[0].text.count("tạm hoãn") == 2
    assert "đã phê duyệt" in mails[0].text


def test_what_is_older_than_two_weeks_is_no_news(office: Office) -> None:
    wish(office, DAILY)
    postpone(office, "2", MONDAY)
    assert run(office, date(2026, 5, 27)) == []


def test_a_paper_waits_for_a_leader_and_its_return_for_the_board(office: Office) -> None:
    wish(office, AT_ONCE)
    submit(office, "4", MONDAY)
    (waiting,) = run(office, MONDAY)
    assert (waiting.recipient, waiting.subject[:14]) == (LEADER, "Chờ phê duyệt:")
    assert "trình văn bản số 20/TTr ngày 11/05/2026" in waiting.text
    with clock.on_day(TUESDAY):
        office.task("4").return_to_draft(office.actor("leader"), TUESDAY, "Bổ sung số liệu")
    office.session.commit()
    (returned,) = run(office, TUESDAY)
    assert returned.recipient == DCPL
    assert "Bổ sung số liệu" in returned.text


def test_an_assignment_and_an_extension_are_told_to_who_prepares_it(office: Office) -> None:
    wish(office, AT_ONCE)
    task, head, clerk = office.task("2"), office.actor("head"), office.actor("secretariat")
    with clock.on_day(MONDAY):
        task.assign(office.people["member"], head, MONDAY)
        office.session.commit()
        (assigned,) = run(office, MONDAY)
        task.extend("execute", date(2026, 6, 12), clerk, MONDAY, "Theo đề nghị của ban", WorkCalendar())
        office.session.commit()
    assert assigned.recipient == office.people["member"].email
    assert "phân công đồng chí phụ trách" in assigned.text
    extended = run(office, MONDAY)
    assert {mail.recipient for mail in extended} == {DCPL, office.people["member"].email}
    assert "Tháng 5 → Đến 12/06/2026" in extended[0].text


def test_an_opinion_is_told_in_its_own_words(office: Office) -> None:
    wish(office, AT_ONCE)
    with clock.on_day(MONDAY):
        office.task("2").note("Đề nghị báo cáo trước cuộc họp", office.actor("leader"), MONDAY)
    office.session.commit()
    (mail,) = run(office, MONDAY)
    assert "Ban Thường trực ghi ý kiến: Đề nghị báo cáo trước cuộc họp" in mail.text
    assert "Lý do" not in mail.text


def test_a_hand_over_is_told_to_both_boards(office: Office) -> None:
    wish(office, AT_ONCE)
    with clock.on_day(MONDAY):
        office.task("2").hand_over(office.boards["pt"], office.actor("secretariat"), MONDAY, "Theo phân công mới")
    office.session.commit()
    assert {mail.recipient for mail in run(office, MONDAY)} == {DCPL, "truongban.pt@mau.invalid"}


def test_a_letter_is_told_to_the_members_since_the_head_has_it(office: Office) -> None:
    wish(office, AT_ONCE)
    day = date(2026, 5, 25)
    with clock.on_day(day):
        letter = issue_reminder(office.session, office.organisation, office.boards["dcpl"], day)
    office.session.commit()
    assert letter is not None
    (mail,) = run(office, day)
    assert mail.recipient == office.people["member"].email
    assert f"Phiếu nhắc việc số {letter.data['code']}" in mail.text
    assert run(office, day) == []


def test_disabled_people_and_those_without_a_role_are_not_told(office: Office) -> None:
    wish(office, DAILY)
    postpone(office, "2", MONDAY)
    run(office, MONDAY)
    office.people["head"].disable(clock.now())
    office.session.commit()
    assert run(office, TUESDAY) == []


def test_everybody_reads_their_own_language(office: Office) -> None:
    wish(office, AT_ONCE)
    office.people["head"].choose_language("en")
    postpone(office, "2", MONDAY)
    (mail,) = run(office, MONDAY)
    assert '<html lang="en">' in mail.html


def test_the_queries_do_not_grow_with_people_and_tasks(office: Office) -> None:
    wish(office, AT_ONCE)
    counts = []
    for numbers, day in ((("2",), MONDAY), (("1", "3", "4", "5", "7", "8"), TUESDAY)):
        for number in numbers:
            postpone(office, number, day)
        office.session.expire_all()
        counts.append(statements(office, day))
    assert counts[0] == counts[1]


def statements(office: Office, day: date) -> int:
    """How many reading statements one run needs."""
    told: list[object] = []
    asked = selects(office.session.get_bind(), lambda: told.extend(run(office, day)))
    assert told
    return asked


def test_an_office_is_locked_before_its_history_gets_a_line(office: Office) -> None:
    """So lines come in the order of their ids, and looking through never passes one that is still to come."""
    with heard(office.session.get_bind()) as seen:
        postpone(office, "2", MONDAY)
    writes = [s.split()[:3] for s in seen if s.startswith(("UPDATE organisation", "INSERT INTO change"))]
    assert [words[0] for words in writes] == ["UPDATE", "INSERT"]


def test_other_offices_hear_nothing(office: Office) -> None:
    wish(office, AT_ONCE)
    postpone(office, "2", MONDAY)
    outsider: Actor = office.actor("outsider")
    neighbour = office.people["outsider"].memberships[0].organisation
    assert outsider.organisation_ids == {neighbour.id}
    with clock.on_day(MONDAY):
        assert post_concerns(office.session, neighbour, MONDAY) == 0
