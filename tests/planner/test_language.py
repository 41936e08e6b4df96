"""Everything a person reads has an English translation with the same places."""

import re
import unicodedata

from planner.language import extracting

PLACES = re.compile(r"%\((\w+)\)[sd]")


def test_every_sentence_is_in_the_english_catalogue() -> None:
    english = extracting.read()
    wanted = {message.id for message in extracting.template() if message.id}
    missing = [one for one in wanted if (found := english.get(one)) is None or not found.string]
    assert not missing, f"{len(missing)} sentences have no English: {sorted(map(str, missing))[:5]}"


def test_translations_keep_the_places() -> None:
    for message in extracting.read():
        if message.id and isinstance(message.id, str) and isinstance(message.string, str):
            assert set(PLACES.findall(message.id)) == set(PLACES.findall(message.string)), message.id


def test_every_sentence_is_nfc() -> None:
    for message in extracting.template():
        for text in [message.id] if isinstance(message.id, str) else list(message.id):
            assert unicodedata.is_normalized("NFC", text), text
