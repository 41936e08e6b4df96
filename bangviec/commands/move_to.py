"""`bangviec move-to`: the whole office into another, empty database. The system must not be running."""

import argparse
import sys

from bangviec.places import known_database
from bangviec.words import said, tell
from planner.errors import Refusal
from planner.language import N_
from planner.settings import data_folder

RUNNING = N_("Hệ thống đang chạy tại %(address)s; cần dừng trước khi chuyển.")
SAME = N_("Nơi đích chính là cơ sở dữ liệu đang dùng.")
BROKE_OFF = N_("Việc chuyển bị ngắt, nơi đích vẫn trống và dữ liệu cũ còn nguyên: %(error)s.")
TABLE = N_("%(table)s: %(count)d")
MOVED = N_(
    "Đã chuyển và đối chiếu %(count)d bản ghi. Từ nay đặt BANGVIEC_DATABASE_URL là địa chỉ mới cho mọi tiến trình rồi "
    "khởi động lại; giữ nguyên BANGVIEC_SECRET_KEY. Cơ sở dữ liệu cũ còn nguyên, không ghi tiếp vào đó."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", metavar="URL", help=said(N_("postgresql://tài-khoản:mật-khẩu@máy/cơ-sở-dữ-liệu")))


def run(args: argparse.Namespace) -> None:
    from sqlalchemy.exc import SQLAlchemyError

    from bangviec.moving import move
    from bangviec.places import database_at
    from bangviec.up.lock import running_at, take_lock

    if address := running_at(data_folder()):
        raise Refusal(RUNNING, address=address)
    source = known_database()
    target = database_at(args.url)
    if source.url == target.url:
        raise Refusal(SAME)
    with take_lock(data_folder(), "bangviec move-to"):
        try:
            count = move(source, target, _done)
        except SQLAlchemyError as error:
            raise Refusal(BROKE_OFF, error=" ".join(str(error.__cause__ or error).split())[:200]) from error
    tell(MOVED, count=count)


def _done(table: str, count: int) -> None:
    """Progress for who watches; a script gets the last sentence alone."""
    if count and sys.stderr.isatty():
        sys.stderr.write(said(TABLE, table=table, count=count) + "\n")
