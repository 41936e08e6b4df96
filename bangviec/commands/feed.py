"""`bangviec feed`: the iCalendar of everything, a board or a person, on standard output."""

import argparse
import sys

from sqlalchemy.orm import Session

from bangviec.arguments import add_organisation
from bangviec.places import board, known_database, organisation
from bangviec.words import WrongCall
from planner.database import reading
from planner.errors import Refusal
from planner.language import N_
from planner.models import Organisation, person_by_email


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scope", metavar="all|board:NAME|person:EMAIL")
    add_organisation(parser)


def run(args: argparse.Namespace) -> None:
    import feeds

    kind, _, name = args.scope.partition(":")
    if kind not in ("all", "board", "person") or (kind == "all") != (not name):
        raise WrongCall(N_("Lệnh chưa đúng: phạm vi lịch là all, board:TÊN hoặc person:THƯ ĐIỆN TỬ."))
    with reading(known_database()) as session:
        office = organisation(session, args.organisation)
        content = feeds.build(session, office, scope_key(session, office, kind, name))
    sys.stdout.buffer.write(content)


def scope_key(session: Session, office: Organisation, kind: str, name: str) -> str:
    """What the feed's content depends on: `all`, `board:7` or `person:3`."""
    if kind == "board":
        return f"board:{board(office, name).id}"
    if kind == "person":
        person = person_by_email(session, name)
        if person is None or all(m.organisation_id != office.id for m in person.memberships):
            raise Refusal(N_("Không có người dùng “%(email)s” trong cơ quan này."), email=name)
        return f"person:{person.id}"
    return "all"
