"""`bangviec reminder`: the letter that reminds a board on a day of what is due or overdue, as PDF or Word."""

import argparse

from bangviec.arguments import add_organisation, add_output, day
from bangviec.papers import write_paper
from bangviec.places import board, known_database, organisation
from planner.database import reading
from planner.errors import Refusal
from planner.language import N_
from planner.models import work_calendar


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", type=day, required=True, metavar="YYYY-MM-DD")
    parser.add_argument("--board", required=True, metavar="B")
    add_organisation(parser)
    add_output(parser)


def run(args: argparse.Namespace) -> None:
    from planner.sheets.reminder import items_for, reminder_sheet

    with reading(known_database()) as session:
        office = organisation(session, args.organisation)
        section = board(office, args.board)
        items = items_for(session, section, args.date)
        if not items:
            raise Refusal(
                N_("Ngày %(day)s, %(board)s không có nhiệm vụ nào sắp đến hạn hoặc quá hạn."),
                day=args.date.strftime("%d/%m/%Y"), board=section.name,
            )  # fmt: skip
        data = reminder_sheet(office, section, items, 0, args.date, work_calendar(session))
    write_paper(args.output, data)
