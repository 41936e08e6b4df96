"""Sentences that the reader writes: Vietnamese as they stand, and sayable in another language later."""

from typing import Any


class Note(str):
    """A Vietnamese sentence, already filled in, that keeps its catalogue entry and its values.

    A page shows `translate(note.message, language, **note.values)`; everybody else uses it as the string it is.
    """

    message: str
    values: dict[str, Any]

    def __new__(cls, message: str, /, **values: Any) -> "Note":
        note = super().__new__(cls, message % values if values else message)
        note.message, note.values = message, values
        return note


def note_to_json(note: str) -> str | dict[str, Any]:
    """What keeps a note between two requests: its entry and values, or the bare text."""
    if not isinstance(note, Note):
        return str(note)
    values = {name: value if isinstance(value, int | float) else str(value) for name, value in note.values.items()}
    return {"message": note.message, "values": values}


def note_from_json(kept: str | dict[str, Any]) -> str:
    """The note that `note_to_json` kept."""
    return kept if isinstance(kept, str) else Note(kept["message"], **kept["values"])
