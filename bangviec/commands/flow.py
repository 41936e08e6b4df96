"""`bangviec flow`: runs one flow now, as its schedule would."""

import argparse

from bangviec.arguments import day
from bangviec.places import database
from bangviec.words import WrongCall
from planner import clock
from planner.language import N_


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--date", type=day, metavar="YYYY-MM-DD")


def run(args: argparse.Namespace) -> None:
    database()
    from bangviec.up.prefect import use_own_prefect

    use_own_prefect()
    from flows.by_hand import run as run_flow
    from flows.registry import FLOWS

    if args.name not in FLOWS:
        raise WrongCall(
            N_("Lệnh chưa đúng: không có luồng “%(name)s” (chọn trong %(names)s)."), name=args.name,
            names=", ".join(sorted(FLOWS)),
        )  # fmt: skip
    print(run_flow(args.name, args.date or clock.today()))
