"""`bangviec admin`: the first real administrator, and a new password for anybody."""

import argparse
import getpass
import sys

from sqlalchemy.orm import Session

from bangviec.arguments import add_organisation
from bangviec.places import database, known_database
from bangviec.words import said, tell
from planner import administration, clock
from planner.accounts import set_password
from planner.actor import COMMAND
from planner.database import writing
from planner.errors import Refusal
from planner.language import N_
from planner.models import Organisation, person_by_email, the_organisation
from planner.text import line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="create|password")
    create = actions.add_parser(
        "create", help=said(N_("tạo quản trị viên; mật khẩu hỏi ở màn hình hoặc đầu vào chuẩn"))
    )
    create.add_argument("--email", required=True, metavar="EMAIL")
    create.add_argument("--name", default="Quản trị viên", metavar="NAME")
    add_organisation(create)
    password = actions.add_parser("password", help=said(N_("đặt mật khẩu mới cho một người dùng")))
    password.add_argument("--email", required=True, metavar="EMAIL")


def run(args: argparse.Namespace) -> None:
    if args.action == "create":
        _create(args)
    else:
        _set_password(args)


def _create(args: argparse.Namespace) -> None:
    engine = database()
    password = _ask_password()
    with writing(engine) as session:
        organisation = _organisation(session, line(args.organisation))
        person = administration.add_person(
            session, organisation, COMMAND, clock.today(), email=args.email, name=args.name, role="admin"
        )  # fmt: skip
        set_password(person, password, COMMAND, clock.today(), clock.now())
    tell(N_("Đã tạo quản trị viên %(email)s của %(organisation)s."), email=person.email, organisation=organisation.name)


def _organisation(session: Session, name: str) -> Organisation:
    found = the_organisation(session, name or None)
    if found is None:
        if not name:
            raise Refusal(N_("Chưa có cơ quan nào; cần thêm --organisation TÊN."))
        found = administration.found(session, name, COMMAND, clock.today())
    return found


def _set_password(args: argparse.Namespace) -> None:
    engine = known_database()
    password = _ask_password()
    with writing(engine) as session:
        person = person_by_email(session, args.email)
        if person is None:
            raise Refusal(N_("Không có người dùng “%(email)s”."), email=args.email)
        set_password(person, password, COMMAND, clock.today(), clock.now())
    tell(N_("Đã đặt mật khẩu mới cho %(email)s."), email=person.email)


def _ask_password() -> str:
    """Asked twice at a terminal, else the first line of standard input; never an argument, which others could see."""
    if not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(said(N_("Mật khẩu: ")))
    if getpass.getpass(said(N_("Nhập lại mật khẩu: "))) != password:
        raise Refusal(N_("Hai lần nhập mật khẩu không giống nhau."))
    return password
