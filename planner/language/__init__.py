"""The catalogue of everything a person reads: Vietnamese is the source, other languages translate it."""

import gettext
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
DOMAIN = "bangviec"
LANGUAGES = ("vi", "en")


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Marks a sentence for the catalogue and gives it back unchanged."""
    return message


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; Vietnamese needs none."""
    if language == "vi":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, FOLDER, [language], fallback=True)


def translate(message: str, language: str, **values: object) -> str:
    """A sentence in a language, with its places filled. Nothing stays nothing: for a catalogue it is its own head."""
    found = translations(language).gettext(message) if message else ""
    return found % values if values else found
