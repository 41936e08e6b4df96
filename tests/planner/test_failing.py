"""Failures of flows: one row and one mail a flow and day, closed by the next good run."""

from datetime import UTC, date, datetime, timedelta

import pytest
from office import Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner.failing import administrators, note_failure, note_success, recent_failures
from planner.models import Failure, Mail, Organisation

SEVEN = datetime(2026, 6, 1, 0, 0, 5, tzinfo=UTC)  # 07:00 in Việt Nam


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest) -> Office:
    """The office on either database."""
    if request.param == "sqlite":
        office: Office = request.getfixturevalue("office")
        return office
    engine: Engine = request.getfixturevalue("postgres")
    session = Session(engine, expire_on_commit=False)
    request.addfinalizer(session.close)
    made = make_office(session)
    session.commit()
    return made


def mails(session: Session) -> list[Mail]:
    return list(session.scalars(select(Mail).where(Mail.kind == "failure").order_by(Mail.id)))


def test_the_administrator_is_told_once_a_flow_and_day(place: Office) -> None:
    session = place.session
    for minute in range(3):
        note_failure(session, "monthly_digest", "Chưa lập được 1 báo cáo.", SEVEN + timedelta(minutes=minute))
    note_failure(session, "deliver", "Máy chủ thư không trả lời.", SEVEN)
    session.commit()
    (digest, deliver) = mails(session)
    assert digest.recipient == "quantri@mau.invalid"
    assert digest.key == "failure:monthly_digest:2026-06-01:quantri@mau.invalid"
    assert digest.subject == "Tác vụ tự động “Báo cáo tháng” chưa thực hiện xong ngày 01/06/2026"
    assert "chạy lúc 07:00 ngày 01/06/2026" in digest.text
    assert "Chưa lập được 1 báo cáo." in digest.text
    assert "/admin/flows" in digest.text
    assert deliver.key == "failure:deliver:2026-06-01:quantri@mau.invalid"
    row = session.scalars(select(Failure).where(Failure.flow == "monthly_digest")).one()
    assert (row.day, row.times, row.first_at, row.last_at) == (date(2026, 6, 1), 3, SEVEN, SEVEN + timedelta(minutes=2))


def test_the_next_day_is_told_anew(place: Office) -> None:
    for day in range(3):
        note_failure(place.session, "roll_over", "Cơ sở dữ liệu không trả lời.", SEVEN + timedelta(days=day))
    assert len(mails(place.session)) == 3


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 6, 1, 16, 59, 59, tzinfo=UTC), date(2026, 6, 1)),
        (datetime(2026, 6, 1, 17, tzinfo=UTC), date(2026, 6, 2)),
    ],
)
def test_the_day_is_that_of_viet_nam(office: Office, at: datetime, day: date) -> None:
    assert note_failure(office.session, "deliver", "Máy chủ thư không trả lời.", at).day == day


def test_a_good_run_closes_what_was_open_and_a_failure_opens_it_again(place: Office) -> None:
    session = place.session
    note_failure(session, "deliver", "Máy chủ thư không trả lời.", SEVEN)
    assert note_success(session, "roll_over", SEVEN) == 0
    assert note_success(session, "deliver", SEVEN + timedelta(minutes=2)) == 1
    assert note_success(session, "deliver", SEVEN + timedelta(minutes=4)) == 0
    session.expire_all()
    assert recent_failures(session)[0].mended_at == SEVEN + timedelta(minutes=2)
    again = note_failure(session, "deliver", "Lại không trả lời.", SEVEN + timedelta(minutes=6))
    session.refresh(again)
    assert (again.mended_at, again.times, again.sentence) == (None, 2, "Lại không trả lời.")
    assert len(mails(session)) == 1


def test_open_failures_come_first_and_old_ones_are_forgotten(office: Office) -> None:
    session = office.session
    note_failure(session, "deliver", "cũ", SEVEN - timedelta(days=100))
    note_failure(session, "roll_over", "còn mở", SEVEN - timedelta(days=3))
    note_failure(session, "deliver", "đã xong", SEVEN)
    note_success(session, "deliver", SEVEN)
    assert [failure.sentence for failure in recent_failures(session)] == ["còn mở", "đã xong"]


def test_the_administrators_of_the_topmost_offices_are_told_unless_disabled(office: Office) -> None:
    session = office.session
    assert [person.email for person in administrators(session)] == ["quantri@mau.invalid"]
    neighbour = select(Organisation.id).where(Organisation.name != office.organisation.name)
    office.organisation.parent_id = session.scalars(neighbour).first()
    session.flush()
    assert administrators(session) == []
    office.organisation.parent_id = None
    office.people["admin"].disable(SEVEN)
    session.flush()
    assert administrators(session) == []


def test_a_long_sentence_is_cut(office: Office) -> None:
    assert len(note_failure(office.session, "deliver", "x" * 5000, SEVEN).sentence) == 1000
