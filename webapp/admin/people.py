"""People and their roles: inviting by mail, giving and taking roles, locking and unlocking accounts."""

from flask import abort, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner import clock
from planner.actor import BOARD_ROLES
from planner.administration import add_person, disable_person, enable_person, end_sign_ins, give_role, take_role
from planner.asking import ask_for
from planner.language import N_
from planner.models import Board, Membership, Person
from planner.signing_in import last_seen
from planner.text import fold, line
from webapp import forms, sessions
from webapp.access import IDS, access, load
from webapp.admin import section
from webapp.answers import render
from webapp.browsers import browser_name
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.invitations import send_invitation
from webapp.language import say
from webapp.people import current_actor, current_organisation
from webapp.roles import ROLE_LABELS
from webapp.writing import commit, writes


@section.get("/people")
@access("admin")
def people() -> str:
    organisation = current_organisation()
    query = select(Person).join(Membership).where(Membership.organisation_id == organisation.id).distinct()
    asked = line(request.args.get("q"))[:100]
    found = [one for one in db.session.scalars(query.order_by(Person.name)) if _answers_to(one, asked)]
    return render(
        "admin/people.html", people=found, seen=last_seen(db.session(), [one.id for one in found]), labels=ROLE_LABELS,
        boards=organisation.boards, board_roles=BOARD_ROLES, asked=asked,
    )  # fmt: skip


def _answers_to(person: Person, asked: str) -> bool:
    """Whether every word that is asked for stands in the name, the address, or a role and its board; accents or not."""
    roles = (f"{say(ROLE_LABELS[m.role])} {m.board.name if m.board else ''}" for m in person.memberships)
    text = fold(" ".join((person.name, person.email, *roles)))
    return all(word in text for word in fold(asked).split())


@section.post("/people")
@access("admin")
@writes
@answers_form
def create_person() -> Response:
    """A person with a role; who has no password yet gets an invitation by mail."""
    role, board = _role()
    person = add_person(
        db.session(), current_organisation(), current_actor(), clock.today(),
        email=forms.text("email"), name=forms.text("name"), role=role, board=board,
    )  # fmt: skip
    db.session.flush()
    if person.password_hash is not None:
        sentence = N_("%(name)s đã có tài khoản; đã giao thêm vai trò.")
        return done(sentence, url_for("admin.people"), name=person.name)
    return _invite(person)


@section.post("/people/<int:id>/invitation")
@access("admin")
@writes
@answers_form
def create_invitation(id: int) -> Response:
    """Sends a new link; the one before is no longer good."""
    return _invite(_person(id))


def _invite(person: Person) -> Response:
    key = send_invitation(db.session(), person, current_organisation(), current_actor())
    commit()
    ask_for("deliver", key)
    return done(N_("Đã gửi lời mời đến %(email)s."), url_for("admin.people"), email=person.email)


@section.post("/people/<int:id>/roles")
@access("admin")
@writes
@answers_form
def create_role(id: int) -> Response:
    person, (role, board) = _person(id), _role()
    give_role(person, current_organisation(), role, board, current_actor(), clock.today())
    return done(N_("Đã giao vai trò cho %(name)s."), url_for("admin.people"), name=person.name)


@section.post("/memberships/<int:id>/removal")
@access("admin")
@writes
@answers_form
def destroy_role(id: int) -> Response:
    membership = load(Membership, id)
    name = membership.person.name
    take_role(membership, current_actor(), clock.today())
    return done(N_("Đã bỏ vai trò của %(name)s; lịch sử vẫn được giữ."), url_for("admin.people"), name=name)


@section.post("/people/<int:id>/disabling")
@access("admin")
@writes
@answers_form
def create_disabling(id: int) -> Response:
    person = _person(id)
    disable_person(person, current_organisation(), current_actor(), clock.today(), clock.now())
    return done(N_("Đã khóa tài khoản của %(name)s."), url_for("admin.people"), name=person.name)


@section.post("/people/<int:id>/enabling")
@access("admin")
@writes
@answers_form
def create_enabling(id: int) -> Response:
    person = _person(id)
    enable_person(person, current_organisation(), current_actor(), clock.today())
    return done(N_("Đã mở lại tài khoản của %(name)s."), url_for("admin.people"), name=person.name)


@section.get("/people/<int:id>/sign-ins")
@access("admin")
def sign_ins(id: int) -> str:
    """Where a person is signed in."""
    person = _person(id)
    return render("admin/sign_ins.html", one=person, sign_ins=sessions.of_person(person), browser_name=browser_name)


@section.post("/people/<int:id>/sign-ins/ending")
@access("admin")
@writes
@answers_form
def create_ending(id: int) -> Response:
    """Signs a person out everywhere."""
    person = _person(id)
    count = end_sign_ins(person, current_organisation(), current_actor(), clock.today(), sessions.now())
    sentence = N_("Đã kết thúc %(count)s phiên đăng nhập của %(name)s.")
    return done(sentence, url_for("admin.people"), count=count, name=person.name)


def _person(id: int) -> Person:
    """A person who has a role in the open organisation."""
    if id not in IDS:
        abort(404)
    query = select(Person).join(Membership).where(
        Person.id == id, Membership.organisation_id == current_organisation().id
    )  # fmt: skip
    return db.session.scalars(query).first() or abort(404)


def _role() -> tuple[str, Board | None]:
    """A role, and the board that it belongs to: `viewer`, `head:3`."""
    role, _, number = line(forms.text("role")).partition(":")
    if not number:
        return role, None
    board = load(Board, forms.row_id(number))
    return (role, board) if board.organisation_id == current_organisation().id else abort(404)
