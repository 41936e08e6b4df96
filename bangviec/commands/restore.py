"""`bangviec restore`: a backup in the place of everything. The system must not be running."""

import argparse

from bangviec.places import database
from bangviec.words import tell
from planner.errors import Refusal
from planner.language import N_
from planner.settings import data_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")


def run(args: argparse.Namespace) -> None:
    from bangviec.backups import restore
    from bangviec.up.lock import running_at

    if address := running_at(data_folder()):
        raise Refusal(N_("Hệ thống đang chạy tại %(address)s; cần dừng trước khi phục hồi."), address=address)
    engine = database()
    restore(engine, args.file)
    engine.dispose()
    database()  # a backup of an older version is brought up to this one
    tell(N_("Đã phục hồi dữ liệu từ “%(file)s”."), file=args.file)
