"""`bangviec feed`: the iCalendar of everything, a board, an organisation with those below … on standard output."""

import argparse
import sys

from sqlalchemy.orm import Session

from bangviec.arguments import add_organisation
from bangviec.places import board, known_database, organisation
from bangviec.words import WrongCall, said
from planner import clock
from planner.database import reading
from planner.errors import Refusal
from planner.feed_choices import ALARM_DAYS, FORMS, MILESTONES, OF_A_BOARD, USUAL_ALARMS, Choices
from planner.language import LANGUAGES, N_
from planner.models import Organisation, person_by_email

ALONE = ("all", "tree", "days")
WRONG_SCOPE = N_(
    "Lệnh chưa đúng: phạm vi lịch là all, tree, board:TÊN, cooperating:TÊN, person:THƯ ĐIỆN TỬ hoặc days."
)
SCOPES = (*ALONE, *OF_A_BOARD, "person")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scope", metavar="all|tree[:NAME]|board:NAME|cooperating:NAME|person:EMAIL|days")
    parser.add_argument(
        "--milestones", choices=MILESTONES, metavar="M", default="both",
        help=said(N_("mốc trình, mốc thực hiện hoặc cả hai")) + ": " + ", ".join(MILESTONES),
    )  # fmt: skip
    parser.add_argument(
        "--form", choices=FORMS, metavar="F", default="deadlines",
        help=said(N_("ngày hạn, khoảng thời gian hoặc việc cần làm")) + ": " + ", ".join(FORMS),
    )  # fmt: skip
    alarms = parser.add_mutually_exclusive_group()
    alarms.add_argument(
        "--alarm", type=int, choices=ALARM_DAYS, action="append", metavar="DAYS",
        help=said(N_("nhắc trước số ngày này (7, 3, 1, 0); dùng được nhiều lần")),
    )  # fmt: skip
    alarms.add_argument("--no-alarms", action="store_true", help=said(N_("không nhắc")))
    parser.add_argument("--without-done", action="store_true", help=said(N_("bỏ mốc đã xong")))
    parser.add_argument("--language", choices=LANGUAGES, default="vi", help=", ".join(LANGUAGES))
    add_organisation(parser)


def run(args: argparse.Namespace) -> None:
    import feeds

    kind, _, name = args.scope.partition(":")
    if kind == "tree" and name:
        args.organisation, name = name, ""
    if kind not in SCOPES or (kind in ALONE) != (not name):
        raise WrongCall(WRONG_SCOPE)
    with reading(known_database()) as session:
        office = organisation(session, args.organisation)
        content = feeds.build(
            session, office, scope_key(session, office, kind, name), args.language, choices(args), clock.today()
        )
    sys.stdout.buffer.write(content)


def choices(args: argparse.Namespace) -> Choices:
    alarms = () if args.no_alarms else args.alarm or USUAL_ALARMS
    return Choices(args.milestones, args.form, tuple(sorted(set(alarms), reverse=True)), not args.without_done)


def scope_key(session: Session, office: Organisation, kind: str, name: str) -> str:
    """What the feed's content depends on: `all`, `board:7`, `cooperating:7`, `person:3`, `tree` or `days`."""
    if kind in OF_A_BOARD:
        return f"{kind}:{board(office, name).id}"
    if kind == "person":
        person = person_by_email(session, name)
        if person is None or all(m.organisation_id != office.id for m in person.memberships):
            raise Refusal(N_("Không có người dùng “%(email)s” trong cơ quan này."), email=name)
        return f"person:{person.id}"
    return kind
