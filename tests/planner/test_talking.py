"""Comments, who is called by them, who follows, what stands under the bell; on both databases."""

from datetime import date

import pytest
from office import TODAY, Office
from sqlalchemy import select

from planner import clock
from planner.errors import NotAllowed, Refusal, Stale
from planner.mail_choices import AT_ONCE, ONLY_DIGESTS
from planner.mentions import mentions_in, people_of, pieces
from planner.models import Change, Comment, Concern, Mail, Organisation
from planner.telling import post_concerns
from planner.telling.bell import catch_up, is_behind, latest, mark_read, unread

PEOPLE = {1: "Trưởng Ban Phong trào", 2: "Trưởng Ban", 3: "Văn phòng", 4: "văn phòng"}


@pytest.mark.parametrize(
    ("text", "picked", "expected"),
    [
        ("@Trưởng Ban Phong trào xem giúp", set(), [1]),
        ("@trưởng ban, @TRƯỞNG BAN PHONG TRÀO.", set(), [2, 1]),
        ("Kính gửi @Trưởng Bang và a@Trưởng Ban", set(), []),
        ("(@Trưởng Ban) @Trưởng Ban", set(), [2]),
        ("@Văn phòng", set(), [3, 4]),
        ("@Văn phòng", {4, 1}, [4]),
        ("không gọi ai @", set(), []),
    ],
)
def test_whom_a_text_calls(text: str, picked: set[int], expected: list[int]) -> None:
    assert [one for one, _name in mentions_in(text, PEOPLE, frozenset(picked))] == expected


def test_a_text_in_pieces_is_the_text() -> None:
    text = "Nhờ @Trưởng Ban Phong trào và @Văn phòng."
    found = list(pieces(text, {"Trưởng Ban Phong trào", "Văn phòng"}))
    assert "".join(piece for piece, _calls in found) == text
    assert [piece for piece, calls in found if calls] == ["@Trưởng Ban Phong trào", "@Văn phòng"]


def talk(office: Office, by: str, text: str, number: str = "4") -> Comment:
    mentions = mentions_in(text, people_of(office.session, office.organisation.id))
    comment = office.task(number).comment(text, office.actor(by), TODAY, mentions)
    office.session.commit()
    return comment


def bell(office: Office, key: str) -> list[str]:
    """What stands unread under somebody's bell, after the look that any open page makes."""
    if is_behind(office.session, office.organisation):
        catch_up(office.session, office.organisation, TODAY)
    office.session.commit()
    return [one.why for one in unread(office.session, office.organisation, office.people[key].id)]


@pytest.fixture
def quiet(there: Office) -> Office:
    """The office with nothing new under any bell."""
    with clock.on_day(TODAY):
        catch_up(there.session, there.organisation, TODAY)
    for person in there.people.values():
        mark_read(there.session, there.organisation, person.id, clock.now())
    there.session.commit()
    return there


def test_a_comment_moves_nothing_and_is_heard_by_whom_it_concerns(quiet: Office) -> None:
    office, task = quiet, quiet.task("4")
    revision = office.session.scalar(select(Organisation.revision).where(Organisation.id == office.organisation.id))
    with clock.on_day(TODAY):
        talk(office, "member", "Đã có dự thảo, @Ban Thường trực cho ý kiến.")
        assert (bell(office, "head"), bell(office, "leader")) == (["commented"], ["mentioned"])
        assert (bell(office, "member"), bell(office, "viewer"), bell(office, "secretariat")) == ([], [], [])
        talk(office, "head", "Đồng ý.")
        assert bell(office, "member") == ["commented"]
    assert (task.version, office.organisation.revision) == (1, revision)
    assert {one.person_id for one in task.follows} == {office.people[k].id for k in ("member", "leader", "head")}


def test_followers_hear_of_moves_until_they_follow_no_more(quiet: Office) -> None:
    office, task, clerk = quiet, quiet.task("4"), quiet.actor("secretariat")
    with clock.on_day(TODAY):
        task.follow(clerk, TODAY)
        task.follow(clerk, TODAY)
        task.begin_drafting(office.actor("head"), TODAY)
        task.submit(office.actor("head"), TODAY, "20/TTr", TODAY)
        office.session.commit()
        assert bell(office, "secretariat") == ["submitted", "drafting"]
        assert bell(office, "leader") == ["awaiting"]
        task.unfollow(clerk, TODAY)
        task.approve(office.actor("leader"), TODAY)
        office.session.commit()
        assert bell(office, "secretariat") == ["submitted", "drafting"]
        assert bell(office, "leader") == []


def test_what_is_read_is_read_and_stays_in_the_list(quiet: Office) -> None:
    office = quiet
    with clock.on_day(TODAY):
        for number in ("4", "2"):
            office.task(number).postpone(office.actor("secretariat"), TODAY, "Chờ hướng dẫn")
        office.session.commit()
        assert bell(office, "head") == ["postponed"] * 2
        mark_read(office.session, office.organisation, office.people["head"].id, clock.now(), office.task("4").id)
        office.session.commit()
        assert bell(office, "head") == ["postponed"]
        mark_read(office.session, office.organisation, office.people["head"].id, clock.now())
        assert bell(office, "head") == []
        assert [one.why for one in latest(office.session, office.organisation, office.people["head"].id)][:2] == [
            "postponed"
        ] * 2


def test_the_bell_rings_without_mail_and_the_mail_comes_once(quiet: Office) -> None:
    office = quiet
    office.people["head"].choose_mail(AT_ONCE)
    office.people["head_pt"].choose_mail(ONLY_DIGESTS)
    with clock.on_day(TODAY):
        post_concerns(office.session, office.organisation, TODAY)
        talk(office, "secretariat", "Đề nghị @Trưởng Ban Phong trào và @Trưởng Ban Dân chủ - Pháp luật thống nhất")
        assert (bell(office, "head"), bell(office, "head_pt")) == (["mentioned"], ["mentioned"])
        assert post_concerns(office.session, office.organisation, TODAY) == 1
        assert post_concerns(office.session, office.organisation, TODAY) == 0
        office.session.commit()
    mail = office.session.scalars(select(Mail).order_by(Mail.id.desc())).first()
    assert mail is not None
    assert "Văn phòng nhắc đến đồng chí: Đề nghị @Trưởng Ban Phong trào" in mail.text
    assert mail.subject.startswith("Đồng chí được nhắc đến:")


def test_one_s_own_words_are_edited_and_removed_with_a_trace(quiet: Office) -> None:
    office, task = quiet, quiet.task("4")
    with clock.on_day(TODAY):
        comment = talk(office, "member", "Dự thảo lần một")
        with pytest.raises(NotAllowed):
            task.edit_comment(comment, "khác", office.actor("head"), TODAY, [])
        with pytest.raises(NotAllowed):
            task.remove_comment(comment, office.actor("secretariat"), TODAY)
        task.edit_comment(comment, "Gửi @Văn phòng", office.actor("member"), TODAY, [
            (office.people["secretariat"].id, "Văn phòng")])  # fmt: skip
        office.session.commit()
        assert comment.edited_at is not None
        assert bell(office, "secretariat") == ["mentioned"]
        task.remove_comment(comment, office.actor("member"), TODAY)
        office.session.commit()
        assert (comment.text, comment.mentions, comment.removed_at is not None) == ("", [], True)
        assert bell(office, "secretariat") == bell(office, "head") == []
        with pytest.raises(Stale):
            task.edit_comment(comment, "lại", office.actor("member"), TODAY, [])
    verbs = office.session.scalars(select(Change.verb).where(Change.task_id == task.id).order_by(Change.id)).all()
    assert verbs[-3:] == ["comment", "edit_comment", "remove_comment"]


@pytest.mark.parametrize("text", ["", "  \n ", "a" * 5001])
def test_what_says_nothing_or_too_much_is_refused(quiet: Office, text: str) -> None:
    with pytest.raises(Refusal):
        quiet.task("4").comment(text, quiet.actor("head"), TODAY)


@pytest.mark.parametrize("by", ["viewer", "outsider"])
def test_who_only_looks_or_is_not_of_the_office_says_nothing(quiet: Office, by: str) -> None:
    with pytest.raises(NotAllowed):
        quiet.task("4").comment("Tôi có ý kiến", quiet.actor(by), TODAY)


def test_other_offices_bells_stay_still(quiet: Office) -> None:
    office, neighbour = quiet, quiet.people["outsider"].memberships[0].organisation
    with clock.on_day(TODAY):
        talk(office, "head", "Nội bộ")
        catch_up(office.session, office.organisation, TODAY)
        office.session.commit()
    assert unread(office.session, neighbour, office.people["outsider"].id) == []
    assert office.session.scalars(select(Concern).where(Concern.organisation_id == neighbour.id)).all() == []


def test_news_of_the_past_is_none(quiet: Office) -> None:
    with clock.on_day(date(2026, 4, 1)):
        talk(quiet, "member", "Từ tháng trước")
    with clock.on_day(TODAY):
        assert bell(quiet, "head") == []
