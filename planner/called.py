"""What a row of a plan or a task is called in a sentence: its number, or its title where the document numbers none."""

from typing import Protocol

_LONGEST = 60  # letters of a title in a sentence


class Numbered(Protocol):
    """A row, a task or what a page shows of one."""

    @property
    def number(self) -> str: ...

    @property
    def title(self) -> str: ...


def called(one: Numbered) -> str:
    """ "4", or "“Hội nghị tổng kết”"."""
    if one.number or not one.title:
        return one.number or "…"
    short = one.title if len(one.title) <= _LONGEST else f"{one.title[:_LONGEST].rsplit(' ', 1)[0]}…"
    return f"“{short}”"
