"""What is asked about a row that was carried into another year (`planner.copying`), and the answers to it."""

import re

from planner.answering.model import Answer, Asked
from planner.language import N_
from planner.reading import Note

ONE_DAY = N_("Ngày trong kế hoạch trước (%(old)s) được chuyển thành “%(text)s”: năm %(year)s có đúng ngày này không?")
COUNTED = N_("Tên việc có số đếm theo năm (%(text)s): năm %(year)s là bao nhiêu?")
RIGHT = Note(N_("Đúng như vậy"))


def day_carried(asked: Asked) -> list[Answer]:
    """The day is right, or the work is done some day of that month."""
    name, month = asked.values.get("field"), asked.values.get("month")
    found = [Answer(RIGHT)]
    if name in ("submit_text", "execute_text") and month:
        found.append(Answer(f"Tháng {month}", {name: f"Tháng {month}"}))
    return found


def count_carried(asked: Asked) -> list[Answer]:
    """The count goes on with the years, or stays."""
    old, by = str(asked.values.get("text")), int(asked.values.get("by", 1))
    if not old.isdigit():
        return [Answer(RIGHT)]
    title = re.sub(rf"(?<!\d){old}(?!\d)", str(int(old) + by), asked.row.title, count=1)
    return [Answer(str(int(old) + by), {"title": title}), Answer(Note(N_("Vẫn là %(number)s"), number=old))]
