"""`bangviec migrate`: brings the database to this version, before several processes start on it."""

import argparse

from bangviec.places import database
from bangviec.words import tell
from planner.language import N_


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(args: argparse.Namespace) -> None:
    database().dispose()
    tell(N_("Cơ sở dữ liệu đã ở phiên bản của chương trình."))
