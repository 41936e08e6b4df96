"""Answers about cells: marks in neighbouring columns, times that stand in the wrong order or place."""

from planner.answering.model import Answer, Asked, reread
from planner.language import N_
from planner.reading import Note

RIGHT = N_("Đúng như vậy")
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def neighbours(asked: Asked) -> list[Answer]:
    """Marks in columns side by side: each on its own, or one stretch of them."""
    word, _, listed = asked.text.partition(" ")
    stretches: list[list[str]] = []
    for one in listed.split(", "):
        if stretches and _value(one) == _value(stretches[-1][-1]) + 1:
            stretches[-1].append(one)
        else:
            stretches.append([one])
    joined = ", ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in stretches)
    return [
        Answer(Note(N_("Mỗi mốc một lần"))),
        Answer(Note(N_("Một đợt: %(text)s"), text=f"{word} {joined}"), {"execute_text": f"{word} {joined}"}),
    ]


def _value(text: str) -> int:
    return ROMAN.get(text) or (int(text) if text.isdecimal() else -1)


def late_submit(asked: Asked) -> list[Answer]:
    """A paper that would be submitted after the work: the two are exchanged, or the work is the next year's."""
    submit, execute = asked.row.submit_text, asked.row.execute_text
    found = [Answer(Note(N_("Đổi chỗ hai thời gian")), {"submit_text": execute, "execute_text": submit})]
    next_year = f"{execute}/{asked.years.last + 1}"
    if not reread("execute_text", next_year, asked.years, asked.row.month)[1]:
        found.append(Answer(Note(N_("Thực hiện %(text)s"), text=next_year), {"execute_text": next_year}))
    return [*found, Answer(Note(RIGHT))]


def in_the_note(asked: Asked) -> list[Answer]:
    """A time that only a note tells."""
    return [Answer(Note(RIGHT)), Answer(Note(N_("Không phải, để trống thời gian")), {"execute_text": ""})]
