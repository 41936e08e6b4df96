"""Verbs of the administrator: the organisation's wording, its boards, its people and their roles, the days off."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session, object_session

from planner.accounts import make_link
from planner.actor import BOARD_ROLES, ROLES, Actor
from planner.errors import NotAllowed, Refusal
from planner.language import N_
from planner.models import Board, DayOff, Membership, Milestone, Organisation, Person, Task, person_by_email
from planner.models.change import record
from planner.models.day_off import work_calendar
from planner.text import line, name_key

OF_OTHERS_TOO = N_(
    "Tài khoản này còn dùng ở cơ quan khác nên không khóa, mở khóa, đăng xuất từ đây; chỉ bỏ vai trò tại cơ quan mình."
)
LETTERHEAD = ("name", "superior", "body", "symbol", "place", "signer")


def require_admin(by: Actor, organisation: Organisation) -> None:
    """Refuses everybody but the organisation's administrators and the command line."""
    if not by.has("admin", organisation.id):
        raise NotAllowed(N_("Chỉ quản trị viên được thực hiện thao tác này."))


def found(session: Session, name: str, by: Actor, today: date) -> Organisation:
    """A new office."""
    made = Organisation(name=line(name))
    session.add(made)
    session.flush()
    record(made, by, "found", today, after={"name": made.name})
    return made


def set_letterhead(organisation: Organisation, by: Actor, today: date, **words: str) -> None:
    """Changes the wording of the organisation's letters; keys are those of LETTERHEAD."""
    require_admin(by, organisation)
    new = {key: line(words[key]) for key in LETTERHEAD if key in words}
    if "name" in new and not new["name"]:
        raise Refusal(N_("Vui lòng nhập tên cơ quan."))
    if "name" in new and _is_taken(organisation, new["name"]):
        raise Refusal(N_("Đã có cơ quan khác mang tên “%(name)s”."), name=new["name"])
    before = {key: getattr(organisation, key) for key in new}
    if before == new:
        return
    for key, value in new.items():
        setattr(organisation, key, value)
    record(organisation, by, "letterhead", today, before=before, after=new)


def _is_taken(organisation: Organisation, name: str) -> bool:
    session = object_session(organisation)
    query = select(Organisation.id).where(Organisation.name == name, Organisation.id != organisation.id)
    return session is not None and session.scalars(query).first() is not None


def add_board(organisation: Organisation, name: str, by: Actor, today: date) -> Board:
    """A new board; refused when one with that name or alias is there already."""
    require_admin(by, organisation)
    name = _board_name(organisation, name)
    board = organisation.add_board(name)
    record(organisation, by, "add_board", today, after={"board": name})
    return board


def rename_board(board: Board, name: str, by: Actor, today: date) -> None:
    """Gives a board another name; the old one stays as an alias, so that documents still find it."""
    require_admin(by, board.organisation)
    if name_key(name) == name_key(board.name) and line(name):
        new = line(name)
    else:
        new = _board_name(board.organisation, name, besides=board)
    old = board.name
    board.name = new
    board.add_alias(old)
    record(board.organisation, by, "rename_board", today, before={"board": old}, after={"board": new})


def add_alias(board: Board, alias: str, by: Actor, today: date) -> None:
    """Remembers another spelling of a board."""
    require_admin(by, board.organisation)
    alias = _board_name(board.organisation, alias, besides=board)
    board.add_alias(alias)
    record(board.organisation, by, "add_alias", today, after={"board": board.name, "alias": alias})


def _board_name(organisation: Organisation, name: str, besides: Board | None = None) -> str:
    name = line(name)
    if not name_key(name):
        raise Refusal(N_("Vui lòng nhập tên bộ phận."))
    other = organisation.board_named(name)
    if other is not None and other is not besides:
        raise Refusal(N_("Tên “%(name)s” đã thuộc bộ phận “%(board)s”."), name=name, board=other.name)
    return name


def add_person(
    session: Session, organisation: Organisation, by: Actor, today: date, *,
    email: str, name: str, role: str, board: Board | None = None,
) -> Person:  # fmt: skip
    """A person with a role; somebody who is known already by the address gets one role more."""
    require_admin(by, organisation)
    email, name = line(email).lower(), line(name)
    if not name:
        raise Refusal(N_("Vui lòng nhập họ tên hoặc chức danh."))
    if email.count("@") != 1 or " " in email or not all(email.split("@")) or len(email) > 254:
        raise Refusal(N_("Địa chỉ thư điện tử “%(email)s” không hợp lệ."), email=email)
    person = person_by_email(session, email)
    if person is None:
        person = Person(email=email, name=name)
        session.add(person)
    give_role(person, organisation, role, board, by, today)
    return person


def give_role(
    person: Person, organisation: Organisation, role: str, board: Board | None, by: Actor, today: date
) -> None:  # fmt: skip
    """A role in the organisation, or for heads and members on one of its boards."""
    require_admin(by, organisation)
    if role not in ROLES:
        raise Refusal(N_("Không có vai trò “%(role)s”."), role=role)
    if (role in BOARD_ROLES) != (board is not None):
        raise Refusal(N_("Trưởng ban và chuyên viên thuộc một bộ phận; các vai trò khác thì không."))
    if any(_same_role(m, role, organisation, board) for m in person.memberships):
        raise Refusal(N_("Người này đã có vai trò đó."))
    person.give_role(role, organisation, board)
    record(organisation, by, "give_role", today, after=_role_facts(person, role, board))


def take_role(membership: Membership, by: Actor, today: date) -> None:
    """Takes a role away; the last administrator keeps theirs."""
    organisation, person = membership.organisation, membership.person
    require_admin(by, organisation)
    if membership.role == "admin" and membership.person_id == by.person_id:
        raise Refusal(N_("Đồng chí không thể tự bỏ vai trò quản trị của mình."))
    person.memberships.remove(membership)
    record(organisation, by, "take_role", today, before=_role_facts(person, membership.role, membership.board))


def disable_person(person: Person, organisation: Organisation, by: Actor, today: date, now: datetime) -> None:
    """Nobody signs in with this account any more; sessions and feeds end, the history stays."""
    require_admin(by, organisation)
    if person.id == by.person_id:
        raise Refusal(N_("Đồng chí không thể tự khóa tài khoản của mình."))
    _require_admin_everywhere(by, person)
    person.disable(now)
    record(organisation, by, "disable_person", today, after={"person": person.name})


def end_sign_ins(person: Person, organisation: Organisation, by: Actor, today: date, now: datetime) -> int:
    """Signs somebody out everywhere, as when a machine was lost; gives how many sign-ins ended. The password stays."""
    require_admin(by, organisation)
    _require_admin_everywhere(by, person)
    count = person.end_sign_ins(now)
    record(organisation, by, "end_sign_ins", today, after={"person": person.name, "count": count})
    return count


def invite(
    session: Session, person: Person, organisation: Organisation, by: Actor, today: date, now: datetime
) -> str:  # fmt: skip
    """The secret of a link by which somebody sets their first password; the one before is no longer good."""
    require_admin(by, organisation)
    record(organisation, by, "invite", today, after={"person": person.name})
    return make_link(session, person, "invitation", now)


def enable_person(person: Person, organisation: Organisation, by: Actor, today: date) -> None:
    """The account may sign in again."""
    require_admin(by, organisation)
    _require_admin_everywhere(by, person)
    person.enable()
    record(organisation, by, "enable_person", today, after={"person": person.name})


def _require_admin_everywhere(by: Actor, person: Person) -> None:
    """An account is one for all offices: whoever may give it a role in one must not lock it in the others."""
    if not all(by.has("admin", membership.organisation_id) for membership in person.memberships):
        raise NotAllowed(OF_OTHERS_TOO)


def correct_day(
    session: Session, organisation: Organisation, day: date, is_off: bool, name: str, by: Actor, today: date
) -> None:  # fmt: skip
    """Corrects the table of days off, and derives the deadlines of work that is not done again."""
    require_admin(by, organisation)
    entry = session.scalars(select(DayOff).where(DayOff.day == day)).first()
    if entry is None:
        entry = DayOff(day=day, is_off=is_off)
        session.add(entry)
    entry.is_off, entry.name = is_off, line(name)
    session.flush()
    recompute_deadlines(session, by, today, f"{day:%d/%m/%Y} {entry.name}".strip())
    facts: dict[str, Any] = {"day": day.isoformat(), "is_off": is_off, "name": entry.name}
    record(organisation, by, "correct_day", today, after=facts)
    _renew_others(session, organisation)


def _renew_others(session: Session, organisation: Organisation) -> None:
    """The days off are common: what other offices keep of them is stale too."""
    others = update(Organisation).where(Organisation.id != organisation.id)
    session.execute(others.values(revision=Organisation.revision + 1).execution_options(synchronize_session=False))


def recompute_deadlines(session: Session, by: Actor, today: date, reason: str) -> None:
    """Derives the deadlines of open milestones from their spans again, in every office: the days off are common."""
    calendar = work_calendar(session)
    unfinished = select(Milestone.task_id).where(Milestone.done_on.is_(None))
    for task in session.scalars(select(Task).where(Task.id.in_(unfinished)).order_by(Task.id)):
        task.recompute_deadlines(by, today, reason, calendar)


def _same_role(m: Membership, role: str, organisation: Organisation, board: Board | None) -> bool:
    return m.role == role and m.organisation is organisation and m.board is board


def _role_facts(person: Person, role: str, board: Board | None) -> dict[str, Any]:
    return {"person": person.name, "role": role, "board": board.name if board else None}
