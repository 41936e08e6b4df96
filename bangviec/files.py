"""The files that commands read and write."""

import os
import shutil
import tempfile
from pathlib import Path

from planner.errors import Refusal
from planner.language import N_


def read_file(name: str) -> bytes:
    """The bytes of a file, or a refusal that says why not."""
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise Refusal(N_("Không có tệp “%(name)s”."), name=name) from None
    except IsADirectoryError:
        raise Refusal(N_("“%(name)s” là thư mục, không phải là tệp."), name=name) from None
    except (OSError, ValueError):
        raise Refusal(N_("Không đọc được tệp “%(name)s”."), name=name) from None


def write_file(name: str, content: bytes) -> None:
    """Writes a file as a whole or not at all."""
    with tempfile.NamedTemporaryFile() as draft:
        draft.write(content)
        draft.flush()
        write_file_from(name, Path(draft.name))


def write_file_from(name: str, source: Path) -> None:
    """Copies a file to where the person wants it, as a whole or not at all."""
    path = Path(name)
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".bangviec", delete=False) as draft:
            shutil.copyfileobj(source.open("rb"), draft)
        umask = os.umask(0)
        os.umask(umask)
        Path(draft.name).chmod(0o666 & ~umask)  # a temporary file is for its maker only
        Path(draft.name).replace(path)
    except OSError:
        raise Refusal(N_("Không ghi được tệp “%(name)s”."), name=name) from None
