"""What the columns of a plan table may mean, and the meanings that a person gave them by hand."""

import re
from dataclasses import dataclass
from typing import Any

from planner.errors import Refusal
from planner.language import N_

# In the order in which a clerk is offered them.
MEANINGS: dict[str, str] = {
    "number": N_("Số thứ tự"),
    "title": N_("Nội dung công việc"),
    "board": N_("Bộ phận tham mưu (chủ trì)"),
    "cooperating": N_("Phối hợp"),
    "submit": N_("Thời gian trình"),
    "execute": N_("Thời gian thực hiện"),
    "start": N_("Bắt đầu"),
    "finish": N_("Hoàn thành"),
    "product": N_("Sản phẩm"),
    "note": N_("Ghi chú"),
}
# Columns whose cells are only marked: the column itself says when. Years ("year-2027") and weeks ("time-Tuần 2") are
# read, and not offered.
MARKED: dict[str, str] = {f"month-{n}": f"Tháng {n}" for n in range(1, 13)} | {
    f"quarter-{n}": f"Quý {roman}" for n, roman in enumerate(("I", "II", "III", "IV"), start=1)
}
_YEAR = re.compile(r"year-(20\d\d)")
_IN_WORDS = re.compile(r"time-(Tuần \d[\w\s()/.,–-]{0,40})")
TIMES = ("submit", "execute", "start", "finish")
BESIDE = ("product", "note")


def time_of_mark(meaning: str) -> str:
    """The time that a marked column tells, in words ("month-3", "quarter-2", "year-2027"), or nothing."""
    if in_words := _IN_WORDS.fullmatch(meaning):
        return in_words[1]
    year = _YEAR.fullmatch(meaning)
    return f"Năm {year[1]}" if year else MARKED.get(meaning, "")


def mark_of_time(time: str) -> str:
    """The meaning of a marked column by the words of `time_of_mark`."""
    if time.startswith("Tuần"):
        return f"time-{time}"
    return next((meaning for meaning, words in MARKED.items() if words == time), f"year-{time.rpartition(' ')[2]}")


@dataclass(frozen=True)
class TableColumns:
    """The meanings of one table's columns, counted from 0, and how many of its first rows are no work.

    Columns without a meaning are left out; a table without any is not read as a plan.
    """

    header_rows: int
    columns: dict[int, str]

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "TableColumns":
        """{"header_rows": 2, "columns": {"0": "number", …}}; raises Refusal for what cannot be read by it."""
        try:
            columns = {int(n): str(meaning) for n, meaning in said["columns"].items() if meaning}
            chosen = cls(max(0, int(said["header_rows"])), columns)
        except (AttributeError, KeyError, TypeError, ValueError):
            raise Refusal(N_("Ý nghĩa của các cột chưa được chọn đúng.")) from None
        if not all(meaning in MEANINGS or time_of_mark(meaning) for meaning in columns.values()):
            raise Refusal(N_("Ý nghĩa của các cột chưa được chọn đúng."))
        if columns and "title" not in columns.values():
            raise Refusal(N_("Xin chọn cột nội dung công việc."))
        return chosen

    def as_json(self) -> dict[str, Any]:
        return {"header_rows": self.header_rows, "columns": {str(n): said for n, said in self.columns.items()}}


Choices = dict[int, TableColumns]  # by the table's index in the document


def choices_from_json(said: dict[str, Any] | None) -> Choices | None:
    """{"0": {"header_rows", "columns"}, …}, or None where a person was not asked."""
    if said is None:
        return None
    try:
        return {int(index): TableColumns.from_json(chosen) for index, chosen in said.items()}
    except (AttributeError, ValueError):
        raise Refusal(N_("Ý nghĩa của các cột chưa được chọn đúng.")) from None


def choices_as_json(choices: Choices | None) -> dict[str, Any] | None:
    return None if choices is None else {str(index): chosen.as_json() for index, chosen in choices.items()}
