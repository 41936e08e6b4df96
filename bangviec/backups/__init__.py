"""Backups: a ZIP with a manifest and a consistent copy of the database, taken while the system runs.

Everything that the office keeps is in the database. Not in it: the secret key of sessions (people sign in again) and
Prefect's own records of its runs.
"""

import json
import tempfile
import zipfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Engine, text

from bangviec.backups import postgres, sqlite
from bangviec.files import write_file_from
from planner.errors import Refusal
from planner.language import N_

MANIFEST = "manifest.json"
COPIES = {"sqlite": "bangviec.db", "postgresql": "bangviec.dump"}
BACKENDS = {"sqlite": sqlite, "postgresql": postgres}
NO_BACKUP = N_("“%(file)s” không phải là bản sao lưu của Bảng Việc, hoặc đã hỏng.")


def backup(engine: Engine, file: str) -> None:
    """Writes the backup as a whole or not at all."""
    kind = engine.dialect.name
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / COPIES[kind]
        BACKENDS[kind].copy(engine, copy)
        archive = Path(folder) / "backup.zip"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as found:
            found.writestr(MANIFEST, json.dumps(_manifest(engine), indent=2))
            found.write(copy, copy.name)
        write_file_from(file, archive)


def restore(engine: Engine, file: str) -> None:
    """Puts a backup in the place of everything; refuses what is no backup or of the other kind of database."""
    kind = engine.dialect.name
    with tempfile.TemporaryDirectory() as folder:
        copy = _unpack(file, kind, Path(folder))
        BACKENDS[kind].put_back(engine, copy, file)


def _manifest(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return {
        "program": "bangviec", "version": version("bangviec"), "database": engine.dialect.name,
        "revision": str(revision), "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }  # fmt: skip


def _unpack(file: str, kind: str, folder: Path) -> Path:
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            _refuse_other_kind(manifest["database"], kind)
            return Path(archive.extract(COPIES[kind], folder))
    except FileNotFoundError:
        raise Refusal(N_("Không có tệp “%(name)s”."), name=file) from None
    except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile):
        raise Refusal(NO_BACKUP, file=file) from None


def _refuse_other_kind(of_backup: str, kind: str) -> None:
    if of_backup != kind:
        raise Refusal(
            N_("Bản sao lưu này của cơ sở dữ liệu %(backup)s, không phục hồi được vào %(here)s."),
            backup=of_backup, here=kind,
        )  # fmt: skip
