"""Answers to what is asked about a document as a whole: its year, its number, two names that look alike."""

from planner.answering.model import Answer
from planner.language import N_
from planner.reading import Note
from planner.reading.heading import NO_NUMBER
from planner.reading.rows import NO_COLUMN_OF_BODIES
from planner.reading.spellings import SAME_BODY
from planner.reading.years import WHICH_YEAR

SEEN = Note(N_("Đã xem"))
_MOST_BOARDS = 8


def heading_answers(question: str, boards: tuple[str, ...] = ()) -> list[Answer]:
    """The answers to a question about the document of an office with these boards.

    `changes` are "year"; "names": {an old name: the one to use}; or "board", for the rows that have none.
    """
    message = question.message if isinstance(question, Note) else ""
    values = question.values if isinstance(question, Note) else {}
    if message == WHICH_YEAR:
        return _years(int(values["year"]))
    if message == SAME_BODY:
        return _one_body(values["one"], values["other"])
    if message == NO_COLUMN_OF_BODIES:
        return [*_one_board(boards), Answer(SEEN)]
    return [Answer(Note(N_("Văn bản không có số")) if message == NO_NUMBER else SEEN)]


def _years(year: int) -> list[Answer]:
    others = [Answer(Note(N_("Năm %(year)d"), year=other), {"year": other}) for other in (year - 1, year + 1)]
    return [Answer(Note(N_("Đúng, năm %(year)d"), year=year)), *others]


def _one_body(one: str, other: str) -> list[Answer]:
    label = N_("Là một: “%(name)s”")
    return [
        Answer(Note(label, name=one), {"names": {other: one}}),
        Answer(Note(label, name=other), {"names": {one: other}}),
        Answer(Note(N_("Hai bộ phận khác nhau"))),
    ]


def _one_board(boards: tuple[str, ...]) -> list[Answer]:
    label = N_("Tất cả thuộc %(board)s")
    return [Answer(Note(label, board=name), {"board": name}) for name in boards[:_MOST_BOARDS]]
