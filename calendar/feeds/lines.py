"""Content lines by icalendar. What many components say alike is written once; the bytes are those of its components."""

from collections.abc import Hashable
from functools import lru_cache

from icalendar import Event, Parameters, vUri
from icalendar.parser import Contentline

from feeds.text import Text, categories

BREAK = b"\r\n"
_NONE = Parameters()


@lru_cache(maxsize=16384)
def line(name: str, value: Hashable, **parameters: str) -> bytes:
    """A property whose values come again: days, instants, numbers, words of a list; a tuple is CATEGORIES."""
    given = categories(*value) if isinstance(value, tuple) else Text(value) if isinstance(value, str) else value
    component = Event()
    component.add(name, given, parameters=parameters)
    return component.content_line(name.upper(), component[name], sorted=False).to_ical() + BREAK


def text(name: str, value: str) -> bytes:
    """A TEXT of this component alone (RFC 5545, section 3.3.11)."""
    return Contentline.from_parts(name, _NONE, Text(value)).to_ical() + BREAK


def address(name: str, value: str) -> bytes:
    """A URI of this component alone (RFC 5545, section 3.3.13)."""
    return Contentline.from_parts(name, _NONE, vUri(value)).to_ical() + BREAK


def component(name: str, *parts: bytes) -> bytes:
    """A component of its lines and of the components in it."""
    return b"".join((b"BEGIN:", name.encode(), BREAK, *parts, b"END:", name.encode(), BREAK))
