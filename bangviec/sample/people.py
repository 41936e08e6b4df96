"""A sign-in for each role and each board, for a start that somebody only wants to look at."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from planner import passwords
from planner.models import Board, Organisation, Person
from planner.text import fold

ROLES = (
    ("admin", "quantri", "Quản trị viên"),
    ("secretariat", "vanphong", "Văn phòng"),
    ("leader", "banthuongtruc", "Ban Thường trực"),
    ("viewer", "xem", "Người xem"),
)


@dataclass(frozen=True, slots=True)
class Credential:
    """What the start prints; the password is stored nowhere but as its hash."""

    role: str
    name: str
    email: str
    password: str


def sign_ins(session: Session, organisation: Organisation, password: str) -> list[Credential]:
    """Makes a person for each role, and a head and a member for each board, all with one password."""
    hashed = passwords.make(password)
    made = [_person(session, organisation, role, f"{local}@bangviec.invalid", name) for role, local, name in ROLES]
    for board in organisation.boards:
        made.append(_board_person(session, organisation, board, "head", "truong", "Trưởng"))
    if organisation.boards:
        made.append(_board_person(session, organisation, organisation.boards[0], "member", "cv", "Chuyên viên"))
    for person, _role in made:
        person.password_hash = hashed
    return [Credential(role, person.name, person.email, password) for person, role in made]


def _person(
    session: Session, organisation: Organisation, role: str, email: str, name: str, board: Board | None = None
) -> tuple[Person, str]:  # fmt: skip
    person = Person(email=email, name=name)
    session.add(person)
    person.give_role(role, organisation, board)
    return person, role


def _board_person(
    session: Session, organisation: Organisation, board: Board, role: str, prefix: str, title: str
) -> tuple[Person, str]:  # fmt: skip
    email = f"{prefix}.{_initials(board)}@bangviec.invalid"
    name = f"{title} {board.name}" if role == "member" else f"Trưởng {board.name[0].lower()}{board.name[1:]}"
    return _person(session, organisation, role, email, name, board)


def _initials(board: Board) -> str:
    """Ban Dân chủ - Pháp luật → dcpl2: its words' first letters and its place, so that two never collide."""
    words = [w for w in fold(board.name).replace("-", " ").split() if w.isalpha() and w != "ban"]
    return "".join(w[0] for w in words) + str(board.position + 1)

