"""Sign-ins as rows: who holds the secret, how long it holds, what ends it, when it is forgotten; on both databases."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from office import Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner.models import Person, SignIn
from planner.signing_in import forget_sign_ins, last_seen, note_seen, open_sign_ins, sign_in_by_id

NOW = datetime(2026, 5, 11, 8, 0, tzinfo=UTC)
IDLE, LONGEST = timedelta(hours=12), timedelta(days=7)


@pytest.fixture(params=["sqlite", "postgres"])
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    engine: Engine = request.getfixturevalue("engine" if request.param == "sqlite" else "postgres")
    with Session(engine, expire_on_commit=False) as session:
        office = make_office(session)
        session.commit()
        yield office


def begin(office: Office, key: str = "head", at: datetime = NOW) -> tuple[SignIn, str]:
    made, secret = SignIn.start(office.people[key], at, "192.0.2.1", "Mozilla/5.0\n Firefox")
    office.session.add(made)
    office.session.commit()
    return made, secret


def there(office: Office, person: Person, at: datetime = NOW) -> list[int]:
    return [one.id for one in open_sign_ins(office.session, person.id, at, IDLE, LONGEST)]


def test_only_the_hash_of_the_secret_is_kept(office: Office) -> None:
    made, secret = begin(office)
    found = sign_in_by_id(office.session, made.id)
    assert found is not None
    assert (found.has_secret(secret), found.has_secret(secret + "x"), found.has_secret("")) == (True, False, False)
    assert secret not in str(office.session.execute(select(SignIn.__table__)).all())
    assert (found.browser, found.address) == ("Mozilla/5.0 Firefox", "192.0.2.1")
    assert sign_in_by_id(office.session, made.id + 1) is None


def test_it_holds_until_it_is_unused_or_old(office: Office) -> None:
    made, _ = begin(office)
    assert made.is_open(NOW + IDLE - timedelta(seconds=1), IDLE, LONGEST)
    assert not made.is_open(NOW + IDLE, IDLE, LONGEST)
    note_seen(office.session, made.id, NOW + LONGEST - timedelta(hours=1), "192.0.2.9")
    office.session.commit()
    office.session.refresh(made)
    assert made.address == "192.0.2.9"
    assert made.is_open(NOW + LONGEST - timedelta(minutes=1), IDLE, LONGEST)
    assert not made.is_open(NOW + LONGEST, IDLE, LONGEST)


def test_the_last_use_is_never_set_back(office: Office) -> None:
    made, _ = begin(office)
    note_seen(office.session, made.id, NOW - timedelta(hours=1), "192.0.2.9")
    office.session.refresh(made)
    assert (made.seen_at, made.address) == (NOW, "192.0.2.1")
    assert last_seen(office.session, [office.people["head"].id, office.people["viewer"].id]) == {
        office.people["head"].id: NOW
    }


@pytest.mark.parametrize("how", ["disable", "password"])
def test_every_sign_in_ends_with_the_account_or_the_password(office: Office, how: str) -> None:
    head, others = office.people["head"], begin(office, "viewer")[0]
    first, second = begin(office)[0], begin(office)[0]
    assert there(office, head) == [second.id, first.id]
    if how == "disable":
        head.disable(NOW)
    else:
        head.set_password("mây trôi trên núi", NOW)
    office.session.flush()
    assert there(office, head) == []
    assert there(office, office.people["viewer"]) == [others.id]


def test_all_others_end_and_this_one_stays(office: Office) -> None:
    head, first = office.people["head"], begin(office)[0]
    here = begin(office)[0]
    assert head.end_sign_ins(NOW, besides=here) == 1
    office.session.flush()
    assert there(office, head) == [here.id]
    assert first.ended_at == NOW


def test_what_nobody_used_for_long_is_forgotten(office: Office) -> None:
    begin(office, at=NOW - timedelta(days=91))
    kept, _ = begin(office, at=NOW - timedelta(days=89))
    assert forget_sign_ins(office.session, NOW) == 1
    assert office.session.scalars(select(SignIn.id)).all() == [kept.id]
    assert forget_sign_ins(office.session, NOW) == 0
