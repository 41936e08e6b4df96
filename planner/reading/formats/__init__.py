"""Bytes → blocks, by what the bytes are and not by what the file is called."""

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.blocks import Block
from planner.reading.formats.kinds import reader_of
from planner.reading.formats.letters import in_letters_of_today
from planner.reading.formats.limits import bounded

LARGEST = 20 * 1024 * 1024  # bytes


def read_blocks(content: bytes, file_name: str) -> list[Block]:
    """The document's paragraphs and tables in order. Raises Refusal for what cannot be read."""
    refuse_size(content)
    return in_letters_of_today(bounded(reader_of(content, file_name)(content)))


def refuse_size(content: bytes) -> None:
    """Raises Refusal for a file without content and for one that is too large."""
    if not content.strip():
        raise Refusal(N_("Tệp rỗng, không có nội dung."))
    if len(content) > LARGEST:
        raise Refusal(N_("Tệp quá lớn: tối đa %(most)d MB."), most=LARGEST // 1024 // 1024)
