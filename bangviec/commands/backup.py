"""`bangviec backup`: a consistent copy while the system runs."""

import argparse

from bangviec.places import known_database
from bangviec.words import tell
from planner.language import N_


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")


def run(args: argparse.Namespace) -> None:
    from bangviec.backups import backup

    backup(known_database(), args.file)
    tell(N_("Đã sao lưu vào “%(file)s”."), file=args.file)
