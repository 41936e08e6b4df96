"""A fictional office that tests share: three boards, a person for every role, a small plan of every kind of row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from planner import passwords
from planner.actor import COMMAND, Actor
from planner.database import writing
from planner.importing import import_plan
from planner.models import Board, Organisation, Person, Plan, SignIn, Task

IMPORTED = date(2026, 1, 5)
TODAY = date(2026, 5, 11)  # a Monday without a holiday near it
PASSWORD = "giấy trắng mực đen"
NAME = "Ủy ban MTTQ Việt Nam tỉnh Mẫu"
BOARDS = {"dcpl": "Ban Dân chủ - Pháp luật", "pt": "Ban Phong trào", "tctg": "Ban Tổ chức - Tuyên giáo"}


@dataclass(frozen=True)
class Days:
    """A span as the importer takes it, both days included."""

    start: date | None
    finish: date | None
    rule: str = "window"


@dataclass(frozen=True)
class Times:
    text: str
    spans: tuple[Days, ...] = ()


@dataclass(frozen=True)
class Row:
    number: str
    title: str
    board: str
    submit: Times | None = None
    execute: Times | None = None
    cooperating: tuple[str, ...] = ()
    section: str = ""
    source: str = ""
    questions: tuple[str, ...] = ()
    pairing: str = ""
    extras: tuple[tuple[str, str], ...] = ()

    @property
    def board_text(self) -> str:
        return self.board

    @property
    def occurrences(self) -> list[tuple[Days | None, Days | None]]:
        submits, executes = ((t.spans if t else ()) for t in (self.submit, self.execute))
        count = max(len(submits), len(executes), 1)
        return [(_nth(submits, i), _nth(executes, i)) for i in range(count)]

    def milestones(self, occurrence: tuple[Days | None, Days | None]) -> list[tuple[str, Times, Days | None]]:
        times = zip(("submit", "execute"), (self.submit, self.execute), occurrence, strict=True)
        return [(kind, time, days) for kind, time, days in times if time]


@dataclass(frozen=True)
class YearsOfPlan:
    first: int
    last: int


@dataclass(frozen=True)
class Draft:
    """What a reader gives, without a document behind it."""

    rows: Sequence[Row]
    title: str = "Chương trình công tác năm 2026"
    number: str = "01/CTr-MTTQ"
    date: date = IMPORTED
    years: YearsOfPlan = YearsOfPlan(2026, 2026)
    sha256: str = "a" * 64
    fingerprint: str = "b" * 64
    file_name: str = "chuong-trinh-2026.docx"
    targets: Sequence[Any] = ()
    outline: Sequence[Any] = ()


def _nth(spans: tuple[Days, ...], i: int) -> Days | None:
    return spans[i] if i < len(spans) else None


def month(number: int) -> Days:
    """A whole month of 2026."""
    following = date(2026 + number // 12, number % 12 + 1, 1)
    return Days(date(2026, number, 1), date.fromordinal(following.toordinal() - 1))


def months(text: str, *numbers: int) -> Times:
    return Times(text, tuple(month(n) for n in numbers))


SECOND_QUARTER = Times("Quý II", (Days(date(2026, 4, 1), date(2026, 6, 30)),))
UNDATED = Times("Theo kế hoạch")

ROWS = (
    Row("1", "Hướng dẫn tổ chức Ngày hội Đại đoàn kết toàn dân tộc", BOARDS["pt"],
        months("Tháng 02", 2), months("Tháng 4", 4)),
    Row("2", "Hội nghị tiếp xúc cử tri trước kỳ họp thường lệ giữa năm", BOARDS["dcpl"], None, months("Tháng 5", 5)),
    Row("3", "Báo cáo sơ kết 6 tháng đầu năm", BOARDS["tctg"], months("Tháng 6", 6), None),
    Row("4", "Giám sát việc thực hiện chính sách đối với người có công", BOARDS["dcpl"], months("Tháng 3", 3), UNDATED),
    Row("5", "Tuyên truyền kỷ niệm ngày thành lập Mặt trận", BOARDS["tctg"],
        months("Tháng 7", 7), Times("Từ tháng 8", (Days(date(2026, 8, 1), None),))),
    Row("6", "Hội nghị Ủy ban MTTQ tỉnh", BOARDS["pt"], months("Tháng 5,11", 5, 11), months("Tháng 6,12", 6, 12)),
    Row("7", "Góp ý dự thảo nghị quyết của Hội đồng nhân dân tỉnh", BOARDS["dcpl"],
        None, Times("Trước ngày 16/5/2026", (Days(None, date(2026, 5, 16), "before"),))),
    Row("8", "Tập huấn công tác Mặt trận cho cán bộ cơ sở", BOARDS["pt"], SECOND_QUARTER, months("Tháng 9", 9)),
    Row("9", "Thăm hỏi, động viên người uy tín trong đồng bào dân tộc", BOARDS["pt"], None, UNDATED),
)  # fmt: skip

DRAFT = Draft(ROWS)


@dataclass
class Office:
    """What the `office` fixture gives; everything in it is committed."""

    session: Session
    organisation: Organisation
    boards: dict[str, Board]
    plan: Plan
    people: dict[str, Person] = field(default_factory=dict)

    def task(self, number: str, occurrence: int = 1) -> Task:
        """The task of a row by its number in the plan; row 6 has two."""
        found = [t for row in self.plan.rows for t in row.tasks if (t.number, t.occurrence) == (number, occurrence)]
        return found[0]

    @property
    def tasks(self) -> list[Task]:
        return [task for row in self.plan.rows for task in row.tasks]

    def cookie(self, key: str) -> dict[str, object]:
        """What the cookie of a browser holds in which a person has just signed in, committed."""
        with writing(self.session.get_bind()) as session:  # type: ignore[arg-type]
            made, secret = SignIn.start(session.get_one(Person, self.people[key].id), datetime.now(UTC))
            session.add(made)
            session.flush()
            return {"_user_id": f"{made.id}.{secret}", "_fresh": True}

    def actor(self, key: str) -> Actor:
        """Keys: head, head_pt, head_tctg, member, secretariat, leader, viewer, admin, outsider."""
        return self.people[key].actor()


@cache
def _hash() -> str:
    return passwords.make(PASSWORD)


def make_office(session: Session) -> Office:
    """Builds the office in the caller's transaction."""
    organisation = Organisation(name=NAME, superior="ỦY BAN TRUNG ƯƠNG MTTQ VIỆT NAM", place="Mẫu")
    session.add(organisation)
    boards = {key: organisation.add_board(name) for key, name in BOARDS.items()}
    session.flush()
    plan, _ = import_plan(session, organisation, DRAFT, COMMAND, IMPORTED)  # type: ignore[arg-type]
    office = Office(session, organisation, boards, plan)
    _add_people(office)
    session.flush()
    return office


def _add_people(office: Office) -> None:
    neighbour = Organisation(name="Ủy ban MTTQ Việt Nam tỉnh Bên")
    office.session.add(neighbour)
    home = office.organisation
    for key, email, name, role, organisation, board in (
        ("head", "truongban.dcpl@mau.invalid", "Trưởng Ban Dân chủ - Pháp luật", "head", home, "dcpl"),
        ("head_pt", "truongban.pt@mau.invalid", "Trưởng Ban Phong trào", "head", home, "pt"),
        ("head_tctg", "truongban.tctg@mau.invalid", "Trưởng Ban Tổ chức - Tuyên giáo", "head", home, "tctg"),
        ("member", "chuyenvien.dcpl@mau.invalid", "Chuyên viên Ban Dân chủ - Pháp luật", "member", home, "dcpl"),
        ("secretariat", "vanphong@mau.invalid", "Văn phòng", "secretariat", home, None),
        ("leader", "thuongtruc@mau.invalid", "Ban Thường trực", "leader", home, None),
        ("viewer", "nguoixem@mau.invalid", "Người xem", "viewer", home, None),
        ("admin", "quantri@mau.invalid", "Quản trị", "admin", home, None),
        ("outsider", "vanphong@ben.invalid", "Văn phòng tỉnh Bên", "secretariat", neighbour, None),
    ):
        person = Person(email=email, name=name, password_hash=_hash())
        person.give_role(role, organisation, office.boards[board] if board else None)
        office.session.add(person)
        office.people[key] = person
