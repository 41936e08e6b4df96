"""`bangviec digest`: the status report of a month, or of a longer period, as PDF or Word; nothing is issued or kept."""

import argparse

from bangviec.arguments import add_organisation, add_output, month, report_period
from bangviec.papers import write_paper
from bangviec.places import board, known_database, organisation
from bangviec.words import said
from planner import clock
from planner.database import reading
from planner.language import N_


def add_arguments(parser: argparse.ArgumentParser) -> None:
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument("--month", type=month, metavar="YYYY-MM")
    when.add_argument(
        "--period", type=report_period, metavar="YYYY-Q2",
        help=said(N_("tháng, quý (YYYY-Q2), 6 tháng (YYYY-H1) hoặc năm (YYYY)")),
    )  # fmt: skip
    parser.add_argument("--board", metavar="B")
    add_organisation(parser)
    add_output(parser)


def run(args: argparse.Namespace) -> None:
    from planner.reporting import period_for
    from planner.sheets.digest import digest_sheet

    with reading(known_database()) as session:
        office = organisation(session, args.organisation)
        section = board(office, args.board) if args.board else None
        period = period_for(office, *(args.period or ("month", *args.month)))
        data = digest_sheet(session, office, period=period, board=section, number=0, issued_on=clock.today())
    write_paper(args.output, data)
