"""Every decision on an account leaves a line in the history of each office in which the person has a role."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from office import DRAFT, TODAY, Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner import accounts, clock
from planner.actor import COMMAND
from planner.errors import NotAllowed, Refusal
from planner.importing import import_plan
from planner.models import Change, Feed, Link, Person, SignIn
from planner.models.change import OF_ACCOUNTS
from planner.subscribing import make_feed, revoke_feed

LONG = "một câu thật dài và riêng"


def lines(office: Office) -> list[tuple[str, str, str, Any, Any]]:
    """The verb, who, kind and choices of the office's lines about accounts."""
    office.session.flush()
    query = select(Change).where(Change.organisation_id == office.organisation.id, Change.task_id.is_(None))
    found = office.session.scalars(query.where(Change.plan_id.is_(None)).order_by(Change.id)).all()
    return [(c.verb, c.actor_name, c.actor_kind, c.before.get("choice"), c.after.get("choice")) for c in found]


def signed_in(office: Office, person: Person) -> SignIn:
    made, _secret = SignIn.start(person, clock.now())
    office.session.add(made)
    office.session.flush()
    return made


def a_link(office: Office, person: Person) -> Link:
    accounts.make_link(office.session, person, "reset", clock.now())
    office.session.flush()
    return office.session.scalars(select(Link)).one()


Act = Callable[[Office, Person], object]
HEAD = "Trưởng Ban Dân chủ - Pháp luật"
CASES: list[tuple[str, Act, tuple[str, str, str, Any, Any]]] = [
    ("mail", lambda o, p: accounts.choose_mail(p, "at_once", p.actor(), TODAY),
     ("choose_mail", HEAD, "person", "daily", "at_once")),
    ("reports", lambda o, p: accounts.choose_digests(p, False, p.actor(), TODAY),
     ("choose_digests", HEAD, "person", True, False)),
    ("mail by its address", lambda o, p: accounts.end_mail(p, "concerns", TODAY),
     ("choose_mail", HEAD, "mail", "daily", "only_digests")),
    ("reports by their address", lambda o, p: accounts.end_mail(p, "digests", TODAY),
     ("choose_digests", HEAD, "mail", True, False)),
    ("language", lambda o, p: accounts.choose_language(p, "en", p.actor(), TODAY),
     ("choose_language", HEAD, "person", "vi", "en")),
    ("password", lambda o, p: accounts.set_password(p, LONG, p.actor(), TODAY, clock.now()),
     ("set_password", HEAD, "person", None, None)),
    ("password by command", lambda o, p: accounts.set_password(p, LONG, COMMAND, TODAY, clock.now()),
     ("set_password", "bangviec", "command", None, None)),
    ("password by a link", lambda o, p: accounts.use_link(a_link(o, p), LONG, TODAY, clock.now()),
     ("set_password", HEAD, "mail", None, None)),
    ("a link asked for", lambda o, p: accounts.ask_reset(o.session, p, TODAY, clock.now()),
     ("ask_reset", "", "anybody", None, None)),
    ("a browser", lambda o, p: accounts.end_sign_in(signed_in(o, p), p.actor(), TODAY, clock.now()),
     ("end_sign_ins", HEAD, "person", None, None)),
    ("other browsers",
     lambda o, p: accounts.end_other_sign_ins(p, None, p.actor(), TODAY, clock.now()) if signed_in(o, p) else None,
     ("end_sign_ins", HEAD, "person", None, None)),
    ("a feed", lambda o, p: make_feed(o.session, p, o.organisation, "all", "Lịch", TODAY, clock.now()),
     ("make_feed", HEAD, "person", None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("act", "line"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_decided_is_written_once_and_moves_no_work(
    office: Office, act: Act, line: tuple[str, str, str, Any, Any]
) -> None:
    before, revision = lines(office), office.organisation.revision
    act(office, office.people["head"])
    assert lines(office) == [*before, line]
    assert office.organisation.revision == revision


def test_what_changes_nothing_or_is_refused_writes_nothing(office: Office) -> None:
    head, before = office.people["head"], lines(office)
    accounts.choose_mail(head, "daily", head.actor(), TODAY)
    accounts.choose_language(head, "vi", head.actor(), TODAY)
    assert accounts.end_other_sign_ins(head, None, head.actor(), TODAY, clock.now()) == 0
    with pytest.raises(Refusal):
        accounts.set_password(head, "ngắn", head.actor(), TODAY, clock.now())
    assert lines(office) == before


def test_each_office_of_the_person_has_the_line(office: Office) -> None:
    head, neighbour = office.people["head"], office.people["outsider"].memberships[0].organisation
    head.give_role("viewer", neighbour)
    accounts.choose_language(head, "en", head.actor(), TODAY)
    office.session.flush()
    query = select(Change.organisation_id).where(Change.verb == "choose_language").order_by(Change.id)
    assert office.session.scalars(query).all() == sorted([office.organisation.id, neighbour.id])


def test_a_feed_is_closed_by_who_made_it_or_an_administrator(office: Office) -> None:
    head, now = office.people["head"], clock.now()
    feeds = [make_feed(office.session, head, office.organisation, "all", "Lịch", TODAY, now)[0] for _ in range(2)]
    office.session.flush()
    with pytest.raises(NotAllowed):
        revoke_feed(feeds[0], office.actor("secretariat"), TODAY, now)
    for feed, by in zip(feeds, (office.actor("head"), office.actor("admin")), strict=True):
        revoke_feed(feed, by, TODAY, now)
        revoke_feed(feed, by, TODAY, now)
    assert [line[:2] for line in lines(office)][-2:] == [("revoke_feed", HEAD), ("revoke_feed", "Quản trị")]
    assert all(feed.revoked_at for feed in office.session.scalars(select(Feed)))


def test_boards_that_come_with_a_plan_are_told_one_by_one(office: Office) -> None:
    rows = [replace(row, board="Ban mới") for row in DRAFT.rows]
    draft = replace(DRAFT, rows=rows, sha256="c" * 64, fingerprint="d" * 64, number="9/KH", title="Kế hoạch khác")
    import_plan(office.session, office.organisation, draft, office.actor("secretariat"), TODAY)  # type: ignore[arg-type]
    office.session.flush()
    told = office.session.scalars(select(Change).where(Change.verb == "add_board")).all()
    assert [(line.after["board"], line.actor_name) for line in told] == [("Ban mới", "Văn phòng")]


def test_on_postgresql_a_person_of_two_offices_writes_to_both(postgres: Engine) -> None:
    with Session(postgres, expire_on_commit=False) as session:
        office = make_office(session)
        head, neighbour = office.people["head"], office.people["outsider"].memberships[0].organisation
        head.give_role("viewer", neighbour)
        session.commit()
        accounts.choose_mail(head, "at_once", head.actor(), TODAY)
        accounts.use_link(a_link(office, head), LONG, TODAY, clock.now())
        accounts.end_mail(head, "digests", TODAY)
        session.commit()
        told = session.execute(select(Change.organisation_id, Change.verb).where(Change.verb.in_(OF_ACCOUNTS))).all()
    verbs = ("choose_mail", "set_password", "choose_digests")
    assert sorted(told) == sorted((one.id, verb) for one in (office.organisation, neighbour) for verb in verbs)
