"""A third reader of iCalendar: libical, the C library under Thunderbird's and GNOME's calendars, through ctypes."""

import ctypes
import ctypes.util
from collections.abc import Iterator
from dataclasses import dataclass, field

VEVENT, VTODO, ANY_PROPERTY = 4, 5, 0


def _library() -> ctypes.CDLL:
    name = ctypes.util.find_library("ical")
    assert name, "libical is missing: Debian's package libical3"
    library = ctypes.CDLL(name)
    for function in (
        "icalparser_parse_string", "icalcomponent_get_first_component", "icalcomponent_get_next_component",
        "icalcomponent_get_first_property", "icalcomponent_get_next_property", "icalproperty_get_value",
    ):  # fmt: skip
        getattr(library, function).restype = ctypes.c_void_p
    for function in (
        "icalproperty_get_property_name", "icalproperty_get_value_as_string", "icalvalue_get_text",
        "icalvalue_kind_to_string",
    ):  # fmt: skip
        getattr(library, function).restype = ctypes.c_char_p
    return library


@dataclass
class Item:
    """An event or a to-do: each property's value by its lower-case name, texts unescaped, the rest as written."""

    properties: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.properties[name]


def read(content: bytes, kind: int = VEVENT) -> list[Item]:
    """The events (or to-dos) of a calendar in the order of the file. Fails on what libical marks as an error."""
    library = _library()
    calendar = library.icalparser_parse_string(ctypes.c_char_p(content))
    assert calendar, "libical finds no calendar"
    pointer = ctypes.c_void_p(calendar)
    assert library.icalcomponent_count_errors(pointer) == 0
    found = [_item(library, one) for one in _components(library, pointer, kind)]
    library.icalcomponent_free(pointer)
    return found


def _components(library: ctypes.CDLL, calendar: ctypes.c_void_p, kind: int) -> Iterator[ctypes.c_void_p]:
    one = library.icalcomponent_get_first_component(calendar, kind)
    while one:
        yield ctypes.c_void_p(one)
        one = library.icalcomponent_get_next_component(calendar, kind)


def _item(library: ctypes.CDLL, component: ctypes.c_void_p) -> Item:
    item = Item()
    one = library.icalcomponent_get_first_property(component, ANY_PROPERTY)
    while one:
        name, value = _property(library, ctypes.c_void_p(one))
        item.properties[name] = value
        one = library.icalcomponent_get_next_property(component, ANY_PROPERTY)
    return item


def _property(library: ctypes.CDLL, one: ctypes.c_void_p) -> tuple[str, str]:
    value = ctypes.c_void_p(library.icalproperty_get_value(one))
    kind = library.icalvalue_kind_to_string(library.icalvalue_isa(value))
    text = library.icalvalue_get_text(value) if kind == b"TEXT" else library.icalproperty_get_value_as_string(one)
    return library.icalproperty_get_property_name(one).decode().lower(), text.decode()
