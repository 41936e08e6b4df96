"""Where commands find things: the database, the organisation, a board."""

from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session

from bangviec.up.running import join_running
from planner.database import make_engine
from planner.errors import Refusal
from planner.language import N_
from planner.models import Board, Organisation, the_organisation
from planner.settings import data_folder, database_url, with_driver

NOTHING_YET = N_("Chưa có dữ liệu. Trước hết cần nhập kế hoạch: bangviec import TỆP.")
NO_URL = N_("BANGVIEC_DATABASE_URL không phải là địa chỉ cơ sở dữ liệu dùng được.")
NO_ADDRESS = N_("Đây không phải là địa chỉ cơ sở dữ liệu dùng được (ví dụ: postgresql://máy-chủ/bangviec).")


def database() -> Engine:
    """The office's database, made and upgraded when needed."""
    if sqlite_file():
        _make_folder(data_folder())
    return _upgraded(_engine(database_url(), NO_URL))


def database_at(url: str) -> Engine:
    """The database at an address that somebody names, with the tables of this version."""
    return _upgraded(_engine(with_driver(url), NO_ADDRESS))


def _upgraded(engine: Engine) -> Engine:
    from planner.migrations import upgrade

    try:
        upgrade(engine)
    except OperationalError:
        raise Refusal(N_("Không mở được cơ sở dữ liệu %(url)s."), url=_shown(engine)) from None
    return engine


def known_database() -> Engine:
    """The office's database for commands that only look; refused when nothing has been stored yet."""
    join_running(data_folder())
    if (file := sqlite_file()) and not file.is_file():
        raise Refusal(NOTHING_YET)
    return database()


def sqlite_file() -> Path | None:
    """The file of the database, or None when it is a server's."""
    url = _url()
    return Path(url.database or "").resolve() if url.get_backend_name() == "sqlite" else None


def organisation(session: Session, name: str | None = None) -> Organisation:
    """The organisation of that name, or the first one."""
    found = the_organisation(session, name)
    if found is None and name:
        raise Refusal(N_("Không có cơ quan “%(name)s”."), name=name)
    if found is None:
        raise Refusal(NOTHING_YET)
    return found


def board(of: Organisation, name: str) -> Board:
    """The board with this name or alias."""
    found = of.board_named(name)
    if found is None:
        raise Refusal(
            N_("Không có bộ phận “%(name)s”. Các bộ phận: %(boards)s."), name=name,
            boards="; ".join(b.name for b in of.boards),
        )  # fmt: skip
    return found


def _engine(url: str, otherwise: str) -> Engine:
    try:
        return make_engine(url)
    except (ArgumentError, ImportError):
        raise Refusal(otherwise) from None


def _url() -> URL:
    try:
        return make_url(database_url())
    except ArgumentError:
        raise Refusal(NO_URL) from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # people's work and the hashes of their passwords
    except OSError:
        raise Refusal(N_("Không tạo được thư mục dữ liệu “%(name)s”."), name=str(folder)) from None


def _shown(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)
