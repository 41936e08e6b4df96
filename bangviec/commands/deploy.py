"""`bangviec deploy`: the same schedules for the workers of a Prefect work pool."""

import argparse
import os

from bangviec.words import WrongCall, tell
from planner.language import N_


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pool", required=True, metavar="NAME")


def run(args: argparse.Namespace) -> None:
    if not os.environ.get("PREFECT_API_URL"):
        raise WrongCall(N_("Lệnh chưa đúng: cần đặt PREFECT_API_URL là địa chỉ máy chủ Prefect."))
    from flows.deploying import deploy

    deploy(args.pool)
    tell(N_("Đã đưa các luồng tự động lên work pool “%(pool)s”."), pool=args.pool)
