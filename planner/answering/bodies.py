"""Answers about boards and other bodies: which of several leads, whether a name is one or many."""

from planner.answering.model import Answer, Asked
from planner.language import N_
from planner.reading import Note
from planner.reading.bodies import split_bodies
from planner.text import line, name_key

RIGHT = N_("Đúng như vậy")
_MOST_BOARDS = 8


def leads(asked: Asked) -> list[Answer]:
    """Each of the bodies as the lead, the others co-operating; or the whole cell as one name."""
    row, cell = asked.row, name_key(asked.text)
    named = [name for name in (row.board, *row.cooperating) if name_key(name) in cell]
    rest = [name for name in row.cooperating if name not in named]
    found = [_lead(name, [other for other in named if other != name], rest) for name in named[:4]]
    whole = Note(N_("Cả ô là tên một bộ phận"))
    return [*found, Answer(whole, {"board": line(asked.text), "cooperating": rest})]


def _lead(name: str, others: list[str], rest: list[str]) -> Answer:
    label = N_("%(lead)s chủ trì, phối hợp: %(others)s") if others else N_("%(lead)s chủ trì")
    return Answer(Note(label, lead=name, others="; ".join(others)), {"board": name, "cooperating": [*others, *rest]})


def one_or_many(asked: Asked) -> list[Answer]:
    """A name that may be several: as one, or taken apart."""
    whole, names = asked.text, asked.row.cooperating
    pieces = [piece for piece in _pieces(whole) if piece]
    places = [n for n, name in enumerate(names) if name_key(name) and name_key(name) in name_key(whole)]
    if not places:
        return [Answer(Note(RIGHT))]
    before = [name for n, name in enumerate(names) if n < places[0] and n not in places]
    after = [name for n, name in enumerate(names) if n > places[0] and n not in places]
    one = Answer(Note(N_("Một đơn vị")), {"cooperating": [*before, whole, *after]})
    many = Answer(
        Note(N_("Nhiều đơn vị: %(names)s"), names="; ".join(pieces)), {"cooperating": [*before, *pieces, *after]}
    )
    return [one, many] if len(pieces) > 1 else [one]


def _pieces(text: str) -> list[str]:
    """As many names as commas and "và" may part."""
    parts = [part for piece in text.split(",") for part in split_bodies(piece)[0]]
    return parts if len(parts) > 1 else [line(part) for part in text.split(" và ")]


def is_slip(asked: Asked) -> list[Answer]:
    """A slip of scanning was put right; or it was none, and the document's letters come back."""
    found, read = asked.values["found"], asked.values["read"]
    fields = {name: getattr(asked.row, name) for name in ("title", "board", "submit_text", "execute_text")}
    back: dict[str, object] = {name: text.replace(read, found) for name, text in fields.items() if read in text}
    if any(read in name for name in asked.row.cooperating):
        back["cooperating"] = [name.replace(read, found) for name in asked.row.cooperating]
    return [Answer(Note(RIGHT)), Answer(Note(N_("Giữ nguyên “%(found)s”"), found=found), back)]


def some_board(asked: Asked) -> list[Answer]:
    """A row without a board: one of the office's, or none for now."""
    known = [Answer(name, {"board": name}) for name in asked.boards[:_MOST_BOARDS]]
    return [*known, Answer(Note(N_("Để chưa có bộ phận")))]


def no_person(asked: Asked) -> list[Answer]:
    """A person stands where a board is wanted."""
    known = [Answer(name, {"board": name}) for name in asked.boards[:_MOST_BOARDS]]
    return [*known, Answer(Note(N_("Giữ tên này như một bộ phận")))]


def body_apart(asked: Asked) -> list[Answer]:
    """A body that may have run together with what stood beside it."""
    known = [Answer(name, {"board": name}) for name in asked.boards[:_MOST_BOARDS]]
    return [Answer(Note(RIGHT)), *known]
