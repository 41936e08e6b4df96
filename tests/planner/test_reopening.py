"""A session that was ended by mistake goes on until its minutes went out; nothing of it is lost."""

from datetime import date

import pytest
from office import TODAY, Office
from sqlalchemy import select

from planner.clock import on_day
from planner.errors import NotAllowed, Refusal, Stale
from planner.issuing import drop, release, take_up, write_remarks
from planner.models import Change, Document, ReviewSession
from planner.reviewing import begin, end, may_reopen, note, open_review, reopen, take_back

NEXT = date(2026, 5, 12)


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())


def ended(office: Office, decides: bool = True) -> ReviewSession:
    by = office.actor("secretariat")
    review = begin(office.session, office.organisation, [office.task("4"), office.task("1")], by, TODAY)
    if decides:
        note(review.items[0], "Báo cáo trước ngày 20/5", by, TODAY)
    end(office.session, review, by, TODAY)
    office.session.commit()
    return review


def minutes_of(review: ReviewSession) -> Document:
    assert review.document is not None
    return review.document


def kinds(document: Document) -> dict[str, list[str]]:
    return {line["number"]: [one["kind"] for one in line["decisions"]] for line in document.data["items"]}


def test_it_goes_on_and_the_next_end_drafts_the_minutes_again(office: Office) -> None:
    session, review, by = office.session, ended(office), office.actor("secretariat")
    minutes = minutes_of(review)
    write_remarks(session, minutes, "Các ban khẩn trương", by, TODAY)
    assert may_reopen(review)
    reopen(session, review, by, TODAY)
    session.commit()
    assert (review.is_open, review.document, minutes.state) == (True, None, "dropped")
    assert open_review(session, office.organisation) is review
    with on_day(NEXT):
        note(review.items[1], "Thêm ý kiến", by, NEXT)
        take_back(review.items[0].decisions[0], by, NEXT)
        end(session, review, by, NEXT)
        session.commit()
    assert minutes_of(review) is minutes
    assert (minutes.state, minutes.issued_on, minutes.last, minutes.number) == ("draft", NEXT, NEXT, 0)
    assert kinds(minutes) == {"4": [], "1": ["noted"]}
    assert minutes.data["remarks"] == "Các ban khẩn trương"
    assert minutes.data["ended_on"] == NEXT.isoformat()
    release(session, minutes, by, NEXT)
    session.commit()
    assert not may_reopen(review)


def test_the_history_tells_all_of_it(office: Office) -> None:
    session, review, by = office.session, ended(office), office.actor("secretariat")
    when, minutes = review.ended_at, minutes_of(review)
    reopen(session, review, by, TODAY)
    end(session, review, by, TODAY)
    session.flush()
    verbs = ("begin_review", "end_review", "reopen_review", "draft", "drop", "take_up")
    lines = session.scalars(select(Change).where(Change.verb.in_(verbs)).order_by(Change.id)).all()
    assert [line.verb for line in lines] == [
        "begin_review", "draft", "end_review", "drop", "reopen_review", "take_up", "end_review",
    ]  # fmt: skip
    assert lines[3].reason == "Mở lại phiên rà soát"
    assert when is not None
    assert lines[4].before == {
        "review": review.id, "ended_at": when.isoformat(), "ended_by": by.name, "document": minutes.id,
    }  # fmt: skip


def test_minutes_that_went_out_close_it_for_good(office: Office) -> None:
    review, by = ended(office), office.actor("secretariat")
    release(office.session, minutes_of(review), by, TODAY)
    with pytest.raises(Refusal, match="đã ban hành"):
        reopen(office.session, review, by, TODAY)
    assert not review.is_open


def test_one_is_open_at_a_time_and_the_other_is_named(office: Office) -> None:
    session, review, by = office.session, ended(office), office.actor("secretariat")
    other = begin(session, office.organisation, [office.task("1")], by, TODAY)
    with pytest.raises(Refusal) as refused:
        reopen(session, review, by, TODAY)
    assert refused.value.values == {"day": "11/05/2026"}
    with pytest.raises(Stale, match="đang mở"):
        reopen(session, other, by, TODAY)


def test_while_it_is_open_its_minutes_are_not_taken_up(office: Office) -> None:
    review, by = ended(office), office.actor("secretariat")
    minutes = minutes_of(review)
    reopen(office.session, review, by, TODAY)
    with pytest.raises(Refusal, match="đang mở"):
        take_up(office.session, minutes, by, TODAY)


def test_minutes_that_were_dropped_before_come_back_with_the_end(office: Office) -> None:
    session, review, by = office.session, ended(office), office.actor("secretariat")
    minutes = minutes_of(review)
    drop(session, minutes, "Không cần", by, TODAY)
    reopen(session, review, by, TODAY)
    end(session, review, by, TODAY)
    assert (minutes_of(review), minutes.state) == (minutes, "draft")


def test_without_decisions_there_are_no_minutes_before_or_after(office: Office) -> None:
    session, review, by = office.session, ended(office, decides=False), office.actor("secretariat")
    reopen(session, review, by, TODAY)
    line = note(review.items[0], "Theo dõi", by, TODAY)
    end(session, review, by, TODAY)
    reopen(session, review, by, TODAY)
    take_back(line, by, TODAY)
    end(session, review, by, TODAY)
    assert review.document is None
    assert session.scalars(select(Document.state)).all() == ["dropped"]


@pytest.mark.parametrize("who", ["head", "member", "leader", "viewer", "admin", "outsider"])
def test_only_the_secretariat_opens_it_again(office: Office, who: str) -> None:
    review = ended(office)
    with pytest.raises(NotAllowed):
        reopen(office.session, review, office.actor(who), TODAY)
    assert not review.is_open
