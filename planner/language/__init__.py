"""The catalogue of everything a person reads: Vietnamese is the source, other languages translate it.

A sentence with a place called %(count)s counts something. Vietnamese has one form for every number; a language that has
a form for one and another for many gives both in its catalogue.
"""

import gettext
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
DOMAIN = "bangviec"
LANGUAGES = ("vi", "en")
COUNTS = "%(count)"


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Marks a sentence for the catalogue and gives it back unchanged."""
    return message


class Meant(str):
    """A catalogue entry whose Vietnamese says several things that others tell apart; `sense` is the one meant."""

    sense: str


def C_(sense: str, message: str) -> Meant:  # noqa: N802 - as N_
    """Marks a sentence for the catalogue in one sense: C_("heading", "Kế hoạch") stands over many, and is Plans."""
    meant = Meant(message)
    meant.sense = sense
    return meant


class Word(str):
    """A catalogue entry that fills a place in a sentence: it is said in the sentence's language.

    Every other value stays as it is, a name or somebody's words also where the catalogue has the same.
    """


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; Vietnamese needs none."""
    if language == "vi":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, FOLDER, [language], fallback=True)


def find(message: str, language: str, count: object = None) -> str:
    """The entry of a sentence in a language, its places still empty; of a counted one the form for that number."""
    if not message:
        return ""
    known = translations(language)
    if isinstance(message, Meant):
        return known.pgettext(message.sense, message)
    if count is None or COUNTS not in message:
        return known.gettext(message)
    is_one = str(count).lstrip("0") == "1"  # papers write 01
    return known.ngettext(message, message, 1 if is_one else 2)


def translate(message: str, language: str, /, **values: object) -> str:
    """A sentence in a language, with its places filled. Nothing stays nothing: for a catalogue it is its own head."""
    found = find(message, language, values.get("count"))
    if not values:
        return found
    return found % {
        name: translate(value, language) if isinstance(value, Word) else value for name, value in values.items()
    }
