"""What a page says, and which of it is Vietnamese that no person of the office wrote."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import html
from office import Office
from sqlalchemy import select

from planner.base import Base
from planner.language import extracting

VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
SAID = {"aria-label", "title", "placeholder", "alt", "content"}


def left_in_vietnamese(page: Any, data: list[str]) -> list[str]:
    """What an English page says in Vietnamese although it is not the office's own (`data`, see stored_texts)."""
    found = {said for said in spoken(page) if VIETNAMESE.search(said) and VIETNAMESE.search(without(said, data))}
    return sorted(found)


def left_in(text: str, office: Office) -> list[str]:
    """The same of the text of a page as it stands in a browser."""
    office.session.rollback()
    return left_in_vietnamese(html.fromstring(text), sorted(stored_texts(office), key=len, reverse=True))


def spoken(page: Any) -> Iterator[str]:
    """What a person reads or hears on a page, but for what is marked as being in Vietnamese."""
    for one in page.iter():
        if not isinstance(one.tag, str) or one.tag == "script" or one.xpath("ancestor-or-self::*[@lang='vi']"):
            continue
        yield from (value for name, value in one.attrib.items() if name in SAID or name.startswith("data-"))
        if one.tag == "mark" or one.find("mark") is not None:
            yield one.text_content() if one.tag != "mark" else ""  # what was searched for stands in its sentence
        else:
            yield from (part for part in (one.text, *(child.tail for child in one)) if part)


def without(said: str, data: list[str]) -> str:
    """What is left of a text when everything is taken out that an office wrote itself."""
    said = " ".join(said.split())
    for name in names():
        said = name.sub("", said)
    for known in data:
        said = said.replace(known, "")
    return said


@cache
def names() -> tuple[re.Pattern[str], ...]:
    """English sentences that name something in Vietnamese, as patterns: "Birthday of President Hồ Chí Minh"."""
    english = [part for sentence in extracting.read() for part in _parts(sentence.string)]
    named = sorted({" ".join(one.split()) for one in english if VIETNAMESE.search(one)}, key=len, reverse=True)
    return tuple(re.compile(re.sub(r"%\\\(\w+\\\)[sd]", ".*?", re.escape(one))) for one in named)


def _parts(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else said


def stored_texts(office: Office) -> set[str]:
    """Every text in the database, also those inside of JSON, line by line."""
    found: set[str] = set()
    for table in Base.metadata.sorted_tables:
        for row in office.session.execute(select(table)):
            for value in row:
                found |= set(texts(value))
    return {one for one in found if VIETNAMESE.search(one)}


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (" ".join(line.split()) for line in (value, *value.splitlines()) if line.strip())
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)
