"""Sentences that the reader writes: Vietnamese as they stand, and sayable in another language later."""

from typing import Any

from planner.language import Word, translate


class Note(str):
    """A Vietnamese sentence, already filled in, that keeps its catalogue entry and its values.

    A page shows `translate_note(note, language)`; everybody else uses it as the string it is.
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
    return {"message": note.message, "values": {name: _to_json(value) for name, value in note.values.items()}}


def note_from_json(kept: str | dict[str, Any]) -> str:
    """The note that `note_to_json` kept."""
    if isinstance(kept, str):
        return kept
    return Note(kept["message"], **{name: _from_json(value) for name, value in kept["values"].items()})


def translate_note(note: str, language: str) -> str:
    """A note in a language, with the notes that fill its places; bare text as it stands."""
    if not isinstance(note, Note):
        return str(note)
    values = {
        name: translate_note(value, language) if isinstance(value, Note) else value
        for name, value in note.values.items()
    }
    return translate(note.message, language, **values)


def _to_json(value: Any) -> Any:
    if isinstance(value, Note):
        return note_to_json(value)
    if isinstance(value, Word):
        return {"word": str(value)}
    return value if isinstance(value, int | float) else str(value)


def _from_json(kept: Any) -> Any:
    if not isinstance(kept, dict):
        return kept
    return Word(kept["word"]) if "word" in kept else note_from_json(kept)
