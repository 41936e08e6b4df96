"""`bangviec digest`: the month's status digest as a PDF."""

import argparse

from bangviec.arguments import add_organisation, add_output, month
from bangviec.files import write_file
from bangviec.places import board, known_database, organisation
from planner import clock
from planner.database import reading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--month", type=month, required=True, metavar="YYYY-MM")
    parser.add_argument("--board", metavar="B")
    add_organisation(parser)
    add_output(parser)


def run(args: argparse.Namespace) -> None:
    from planner.reporting import period_for
    from planner.sheets.digest import digest_sheet

    with reading(known_database()) as session:
        office = organisation(session, args.organisation)
        section = board(office, args.board) if args.board else None
        period = period_for(office, "month", *args.month)
        data = digest_sheet(session, office, period=period, board=section, number=0, issued_on=clock.today())
    import printing

    write_file(args.output, printing.render("digest", data))
