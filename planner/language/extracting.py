"""Finds every sentence that a person reads: `python -m planner.language.extracting` updates the English catalogue."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from planner.language import COUNTS, DOMAIN, FOLDER

ROOT = FOLDER.parent.parent
ROOMS = ("planner", "calendar/feeds", "printing", "webapp", "flows", "bangviec", "templates")
METHODS = [("**/static/**", "ignore"), ("**.py", "python"), ("**.html", "jinja2"), ("**.txt", "jinja2")]
IN_A_SENSE = ((1, "c"), 2)
KEYWORDS: Any = {
    "_": None, "gettext": None, "ngettext": (1, 2), "N_": None, "C_": IN_A_SENSE, "pgettext": IN_A_SENSE,
}  # fmt: skip
OPTIONS = {"**.html": {"trimmed": "true", "silent": "false"}, "**.txt": {"trimmed": "true", "silent": "false"}}
PATH = FOLDER / "en" / "LC_MESSAGES" / f"{DOMAIN}.po"


def messages() -> Iterator[tuple[str, str | tuple[str, ...], str | None]]:
    """(file, sentence, sense) of everything that is marked, in the order of the rooms."""
    for room in ROOMS:
        found = extract_from_dir(str(ROOT / room), METHODS, OPTIONS, keywords=KEYWORDS)
        for name, _line, message, _comments, sense in found:
            yield f"{room}/{name}", message, sense


def template() -> Catalog:
    """The catalogue of all sentences, without translations."""
    catalog = Catalog(project="bangviec", charset="utf-8", fuzzy=False)
    for name, message, sense in messages():
        catalog.add(_entry(message), locations=[(name, 0)], context=sense)
    return catalog


def _entry(message: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """A sentence that counts has two forms in English, also where it stands as one in the source."""
    return (message, message) if isinstance(message, str) and COUNTS in message else message


def read(path: Path = PATH) -> Catalog:
    """A translated catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale="en")


def main() -> None:
    """Adds new sentences to the English catalogue, and drops those that nobody says any more."""
    catalog = read() if PATH.exists() else Catalog(locale="en", project="bangviec", charset="utf-8", fuzzy=False)
    made_on = catalog.creation_date  # a run that finds nothing new leaves the file as it is
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.creation_date = made_on
    catalog.obsolete.clear()
    PATH.parent.mkdir(parents=True, exist_ok=True)
    with PATH.open("wb") as file:
        write_po(file, catalog, width=120, sort_output=True, omit_header=False, include_lineno=False)


if __name__ == "__main__":
    main()
