"""Which forms there are, and what a file of one is called."""

import re

from planner.text import line

FORMS = ("xlsx", "docx")
MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_LONGEST = 120
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def file_name(title: str, form: str) -> str:
    """The plan's title as a file's name on any system; a title that no reader knows as one is read from here."""
    stem = line(_NOT_IN_NAMES.sub(" ", title))[:_LONGEST].strip(" .") or "ke-hoach"
    return f"{stem}.{form}"
