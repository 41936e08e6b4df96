"""Two boards that are one are merged: all that pointed to the one points to the other, and what went out stays."""

import threading
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar
from office import TODAY, Office, make_office
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

import feeds
from planner.administration import add_alias
from planner.base import Base
from planner.counts import count_by_board, tasks_as_of
from planner.errors import NotAllowed, Refusal, Stale
from planner.feed_choices import Choices
from planner.issuing import choose_waiting, drop, issue_report, scopes_without_report
from planner.merging import figures_of, former_boards, merge_boards
from planner.models import Board, Change, Document, Feed, Membership, PlanRow, PublishedFeed, Upload
from planner.reminding import remind_now
from planner.reporting import period_of

NOW = datetime(2026, 5, 11, 2, tzinfo=UTC)
APRIL = period_of(0, "month", 2026, 4)
POINTING = {"task", "cooperation", "document", "feed", "plan_row", "membership"}


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())


def merge(office: Office, seen: str | None = None, by: str = "admin") -> None:
    """Ban Dân chủ - Pháp luật into Ban Phong trào."""
    merge_boards(office.session, office.boards["dcpl"], office.boards["pt"], office.actor(by), TODAY, seen)
    office.session.commit()
    office.session.expire_all()


def test_the_verb_knows_every_table_that_points_to_a_board() -> None:
    """A new table that points to a board has to be thought of in planner.merging."""
    pointing = {
        table.name
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column is Board.__table__.c.id
    }
    assert pointing == POINTING


def test_work_and_names_are_the_other_s_and_the_board_is_no_more(there: Office) -> None:
    session, old, new = there.session, there.boards["dcpl"], there.boards["pt"]
    add_alias(old, "Ban DC-PL", there.actor("admin"), TODAY)
    there.task("2").assign(there.people["member"], there.actor("head"), TODAY)
    session.commit()
    versions, old_id = {number: there.task(number).version for number in "247"}, old.id
    merge(there)
    assert session.scalars(select(Board.name).where(Board.organisation_id == there.organisation.id)).all() == [
        "Ban Phong trào", "Ban Tổ chức - Tuyên giáo",
    ]  # fmt: skip
    assert [there.task(number).board for number in "247"] == [new, new, new]
    assert {number: there.task(number).version - was for number, was in versions.items()} == dict.fromkeys("247", 1)
    assert there.task("2").assignee is there.people["member"]
    line = there.task("2").changes[-1]
    assert (line.verb, line.before, line.after) == (
        "merge_board", {"board": "Ban Dân chủ - Pháp luật"}, {"board": "Ban Phong trào"},
    )  # fmt: skip
    for name in ("Ban Dân chủ - Pháp luật", "ban dc – pl", "Ban Phong trào"):
        assert there.organisation.board_named(name) is new
    row = there.task("4").row
    assert (row.board, row.board_text) == (new, "Ban Dân chủ - Pháp luật")
    assert session.scalar(select(func.count()).where(PlanRow.board_id == old_id)) == 0
    told = session.scalars(select(Change).where(Change.verb == "merge_board", Change.task_id.is_(None))).one()
    assert (told.before["board"], told.after["board"], told.after["tasks"]) == (
        "Ban Dân chủ - Pháp luật", "Ban Phong trào", 3,
    )  # fmt: skip


def test_who_leads_does_not_cooperate_and_others_go_on_cooperating(there: Office) -> None:
    session, clerk, (old, new) = there.session, there.actor("secretariat"), (there.boards["dcpl"], there.boards["pt"])
    there.task("1").cooperate_with(old, clerk, TODAY)  # the other board leads
    there.task("2").cooperate_with(new, clerk, TODAY)  # the old one leads
    there.task("3").cooperate_with(old, clerk, TODAY)  # a third leads
    there.task("5").cooperate_with(old, clerk, TODAY)
    there.task("5").cooperate_with(new, clerk, TODAY)
    session.commit()
    found = figures_of(session, old, new)
    assert (found.tasks, found.helped, found.ending) == (3, 3, 2)
    merge(there)
    assert [there.task(number).cooperators for number in "1235"] == [[], [], [new], [new]]
    assert there.task("3").cooperating == ["Ban Phong trào"]
    assert there.task("1").changes[-1].before == {"cooperator": "Ban Dân chủ - Pháp luật"}
    assert there.task("3").changes[-1].after == {"cooperator": "Ban Phong trào"}


def test_roles_move_and_what_somebody_has_on_both_is_one(there: Office) -> None:
    session, old, new = there.session, there.boards["dcpl"], there.boards["pt"]
    there.people["head_pt"].give_role("head", there.organisation, old)
    session.commit()
    assert (figures_of(session, old, new).roles, figures_of(session, old, new).twice) == (3, 1)
    merge(there)
    roles = session.execute(select(Membership.person_id, Membership.role).where(Membership.board_id == new.id)).all()
    people = there.people
    assert sorted(map(tuple, roles)) == sorted(
        [(people["head"].id, "head"), (people["head_pt"].id, "head"), (people["member"].id, "member")]
    )
    assert "head" in there.actor("head").roles_on(there.task("1"))


def test_counts_of_past_days_find_one_board_by_its_name(there: Office) -> None:
    session, clerk = there.session, there.actor("secretariat")
    there.task("3").hand_over(there.boards["dcpl"], clerk, date(2026, 5, 4), "Phân công lại")
    there.task("7").hand_over(there.boards["tctg"], clerk, date(2026, 5, 6), "Phân công lại")
    session.commit()
    days = [date(2026, 5, day) for day in (1, 5, 11)]
    before = [count_by_board(tasks_as_of(session, there.organisation, 2026, day)) for day in days]
    merge(there)
    for day, was in zip(days, before, strict=True):
        now = count_by_board(tasks_as_of(session, there.organisation, 2026, day))
        assert set(now) == {"Ban Phong trào", "Ban Tổ chức - Tuyên giáo"}
        both = sum(was[name].total for name in ("Ban Phong trào", "Ban Dân chủ - Pháp luật") if name in was)
        assert now["Ban Phong trào"].total == both
    handed = [line for line in there.task("3").changes if line.verb == "hand_over"]
    assert handed[0].after == {"board": "Ban Dân chủ - Pháp luật", "board_id": there.boards["pt"].id}


def test_papers_that_went_out_stay_and_drafts_are_the_other_s(there: Office) -> None:
    session, old, new, clerk = there.session, there.boards["dcpl"], there.boards["pt"], there.actor("secretariat")
    letter = remind_now(session, there.organisation, old, [there.task("4")], clerk, TODAY)
    out = issue_report(session, there.organisation, APRIL, old, TODAY)
    choose_waiting(session, there.organisation, ["month"], clerk, TODAY)
    third = period_of(0, "month", 2026, 3)
    march = [issue_report(session, there.organisation, third, one, TODAY) for one in (old, new)]
    february = issue_report(session, there.organisation, period_of(0, "month", 2026, 2), old, TODAY)
    session.commit()
    assert letter and out and march[0] and march[1] and february
    kept = [(paper.data, paper.title, paper.number, paper.issued_on) for paper in (letter, out)]
    assert (figures_of(session, old, new).went_out, figures_of(session, old, new).drafts) == (2, 2)
    merge(there)
    assert [(paper.data, paper.title, paper.number, paper.issued_on) for paper in (letter, out)] == kept
    assert {paper.board_id for paper in session.scalars(select(Document))} == {new.id}
    assert (february.state, february.data["board"], february.key) == (
        "draft", "Ban Phong trào", f"digest:{there.organisation.id}:2026-02:{new.id}",
    )  # fmt: skip
    assert (march[0].state, march[1].state) == ("dropped", "draft")
    assert new not in scopes_without_report(session, there.organisation, APRIL)
    assert march[0].key.endswith(f":{march[0].id}")
    drop(session, february, "Không cần", clerk, TODAY)


def test_feeds_go_on_with_the_same_events(there: Office) -> None:
    session, old, new, person = there.session, there.boards["dcpl"], there.boards["pt"], there.people["head"]
    feed, _ = Feed.make(person, there.organisation, "board", "Việc của ban", NOW, old, Choices(milestones="submit"))
    session.add(feed)
    session.commit()
    was = feeds.build(session, there.organisation, f"board:{old.id}", "vi", Choices())
    session.add(_published(there, feed.key))
    session.commit()
    merge(there)
    assert (feed.board, feed.key, feed.is_open) == (new, f"board:{new.id};submit", True)
    assert session.scalars(select(PublishedFeed)).all() == []
    now = feeds.build(session, there.organisation, f"board:{new.id}", "vi", Choices())
    uids = [{line for line in content.splitlines() if line.startswith(b"UID:")} for content in (was, now)]
    assert uids[0] < uids[1]
    assert b"STATUS:CANCELLED" not in now


def test_what_was_handed_to_the_other_before_comes_back_into_the_calendar(there: Office) -> None:
    session, task, old = there.session, there.task("2"), there.boards["dcpl"]
    task.hand_over(there.boards["pt"], there.actor("secretariat"), TODAY, "Phân công lại")
    session.commit()
    was = _events(there, f"board:{old.id}")
    merge(there)
    now = _events(there, f"board:{there.boards['pt'].id}")
    uid = next(uid for uid, (status, _sequence) in was.items() if status == "CANCELLED")
    assert now[uid][0] == "CONFIRMED"
    assert now[uid][1] > was[uid][1]


def _events(office: Office, scope: str) -> dict[str, tuple[str, int]]:
    events = Calendar.from_ical(feeds.build(office.session, office.organisation, scope, "vi", Choices())).walk("VEVENT")
    return {str(one["UID"]): (str(one["STATUS"]), int(one["SEQUENCE"])) for one in events}


def _published(office: Office, key: str) -> PublishedFeed:
    return PublishedFeed(
        organisation_id=office.organisation.id, key=key, language="vi", revision=1, head="", etag="", modified_at=NOW,
        size=0, gzip_size=0, content=b"", gzip_content=b"",
    )  # fmt: skip


def test_what_a_clerk_said_of_a_document_that_waits_is_kept(there: Office) -> None:
    session, old, person = there.session, there.boards["dcpl"], there.people["secretariat"]
    chosen = {"Ban DCPL": old.id, "Ban khác": there.boards["tctg"].id}
    upload = Upload(
        organisation_id=there.organisation.id, person_id=person.id, draft={"rows": [], "boards": chosen}, created_at=NOW
    )
    session.add(upload)
    session.commit()
    merge(there)
    assert upload.draft["boards"] == {"Ban DCPL": there.boards["pt"].id, "Ban khác": there.boards["tctg"].id}


@pytest.mark.parametrize("who", ["head", "member", "secretariat", "leader", "viewer", "outsider"])
def test_only_the_administrator_merges(office: Office, who: str) -> None:
    with pytest.raises(NotAllowed):
        merge(office, by=who)


def test_what_cannot_be_merged(office: Office) -> None:
    session, by = office.session, office.actor("admin")
    neighbour = office.people["outsider"].memberships[0].organisation
    other = neighbour.add_board("Ban Phong trào")
    session.flush()
    for into, why in ((other, "hai cơ quan khác nhau"), (office.boards["dcpl"], "một bộ phận khác")):
        with pytest.raises(Refusal, match=why):
            merge_boards(session, office.boards["dcpl"], into, by, TODAY)


def test_more_than_was_shown_is_not_merged(office: Office) -> None:
    seen = figures_of(office.session, office.boards["dcpl"], office.boards["pt"]).token
    office.task("3").hand_over(office.boards["dcpl"], office.actor("secretariat"), TODAY, "Phân công lại")
    office.session.commit()
    with pytest.raises(Stale):
        merge(office, seen)
    merge(office, figures_of(office.session, office.boards["dcpl"], office.boards["pt"]).token)


def test_of_two_merges_at_once_one_is_made(postgres: Engine) -> None:
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        session.commit()
    by, became, ready = office.actor("admin"), [], threading.Barrier(2)

    def one(old: str, new: str) -> None:
        with Session(postgres) as session:
            boards = [session.get_one(Board, office.boards[key].id) for key in (old, new)]
            ready.wait()
            try:
                merge_boards(session, *boards, by, TODAY)
                session.commit()
                became.append("done")
            except Stale:
                became.append("stale")

    threads = [threading.Thread(target=one, args=pair) for pair in (("dcpl", "pt"), ("pt", "dcpl"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(became) == ["done", "stale"]


def test_addresses_that_name_a_board_that_is_no_more_find_what_it_became(there: Office) -> None:
    session, by, (old, new) = there.session, there.actor("admin"), (there.boards["dcpl"], there.boards["pt"])
    old_id, new_id, last = old.id, new.id, there.boards["tctg"]
    merge(there)
    assert former_boards(session, there.organisation) == {old_id: new_id}
    merge_boards(session, new, last, by, TODAY)
    session.commit()
    assert former_boards(session, there.organisation) == {old_id: last.id, new_id: last.id}
    assert there.organisation.board_named("Ban Dân chủ - Pháp luật") is last
    assert {task.board_id for task in there.tasks} == {last.id}
