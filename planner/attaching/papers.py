"""One file as it is kept: checked, with a name that tells what it is."""

import hashlib
from typing import NamedTuple

from planner.attaching.kinds import kind_of
from planner.errors import Refusal
from planner.language import N_
from planner.text import line

LARGEST = 20 * 1024 * 1024
MOST = 40  # on one task
LONGEST_NAME = 150


class Paper(NamedTuple):
    """A file that may be attached."""

    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def paper(name: str, content: bytes) -> Paper:
    """The file under a name of one line without folders, as what its bytes are; or a refusal that names it."""
    name = line(name.replace("\\", "/").rsplit("/", 1)[-1]) or "tep"
    if not content:
        raise Refusal(N_("Tệp “%(name)s” không có nội dung."), name=name[:LONGEST_NAME])
    if len(content) > LARGEST:
        raise Refusal(
            N_("Tệp “%(name)s” quá lớn: tối đa %(most)s MB mỗi tệp."), name=name[:LONGEST_NAME], most=LARGEST // 2**20
        )
    kind = kind_of(content)
    if kind is None:
        raise Refusal(
            N_("Không nhận loại tệp này: “%(name)s”. Nhận PDF, Word, Excel, PowerPoint, OpenDocument, văn bản, ảnh."),
            name=name[:LONGEST_NAME],
        )
    return Paper(_named(name, kind.endings), kind.media_type, content)


def _named(name: str, endings: tuple[str, ...]) -> str:
    """A name that ends as its kind does; a long one is cut before its ending."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem or ending.lower() not in endings:
        stem, ending = name, endings[0]
    return f"{stem[: LONGEST_NAME - len(ending) - 1].rstrip()}.{ending.lower()}"
