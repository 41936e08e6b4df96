"""The data folder of one machine, and the environment that every child gets from it."""

import json
import os
import secrets
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from pathlib import Path

from bangviec.files import read_file
from bangviec.sample import Credential
from planner.errors import Refusal
from planner.language import N_
from planner.settings import data_folder

SIGN_INS = "sign-ins.json"


def choose_folder(data: str | None, plan: str | None, today: date | None) -> Path:
    """The data folder: the one that was named, else one of its own for each plan and for each day that was chosen."""
    if data:
        return Path(data).resolve()
    if "BANGVIEC_DATA" in os.environ or not (plan or today):
        return data_folder()
    parts = ["plan", sha256(read_file(plan)).hexdigest()[:12]] if plan else ["day"]
    return Path("var", "-".join(parts + ([today.isoformat()] if today else []))).resolve()


def prepare(folder: Path) -> None:
    """Makes the folder, for its owner only: it holds the secret key and people's mail."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / "log").mkdir(exist_ok=True)
    except OSError:
        raise Refusal(N_("Không tạo được thư mục dữ liệu “%(name)s”."), name=str(folder)) from None


def secret_key(folder: Path) -> str:
    """The key that signs sessions: made once, readable by its owner only."""
    file = folder / "secret.key"
    if not file.exists():
        write_secret(file, secrets.token_urlsafe(48))
    return file.read_text(encoding="ascii").strip()


def write_secret(file: Path, text: str) -> None:
    """Writes a file that only its owner can read, from its first byte on."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)


def keep_sign_ins(folder: Path, credentials: list[Credential]) -> None:
    """Keeps the sign-ins of a trial, so that a later start can show them again."""
    write_secret(folder / SIGN_INS, json.dumps([asdict(c) for c in credentials], ensure_ascii=False, indent=1))


def kept_sign_ins(folder: Path) -> list[Credential]:
    """The sign-ins of a trial; none in an office's own data folder."""
    try:
        kept = json.loads((folder / SIGN_INS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    return [Credential(**one) for one in kept]
