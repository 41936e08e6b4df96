"""Answers to what is asked about a document as a whole: its year, its number, two names that look alike."""

from planner.answering.model import Answer
from planner.language import N_
from planner.reading import Note
from planner.reading.bodies import SAME_BODY
from planner.reading.heading import NO_NUMBER
from planner.reading.years import WHICH_YEAR


def heading_answers(question: str) -> list[Answer]:
    """The answers to a question about the document; `changes` are "year", or "names": {an old name: the one to use}."""
    message = question.message if isinstance(question, Note) else ""
    values = question.values if isinstance(question, Note) else {}
    if message == WHICH_YEAR:
        return _years(int(values["year"]))
    if message == SAME_BODY:
        return _one_body(values["one"], values["other"])
    return [Answer(Note(N_("Văn bản không có số")) if message == NO_NUMBER else Note(N_("Đã xem")))]


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
