"""Names of WordprocessingML elements as lxml writes them; strict files (ISO/IEC 29500) are read by the usual ones."""

from functools import cache
from typing import Any

STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = "{" + TRANSITIONAL.decode() + "}"


@cache
def w(name: str) -> str:
    """ "tbl" → "{http://…/main}tbl"; a path of names goes down."""
    return "/".join(_W + part for part in name.split("/"))


def val(element: Any, path: str) -> str | None:
    """The w:val of what stands at a path of names; "" without one, None where there is no such element."""
    found = element.find(w(path))
    return None if found is None else found.get(w("val")) or ""


def is_on(element: Any, path: str) -> bool:
    """Whether a switch such as w:vanish stands there and is on (17.17.4)."""
    said = val(element, path)
    return said is not None and said not in ("0", "false", "off")


def number(text: str | None, otherwise: int) -> int:
    """A written whole number that is not absurdly long."""
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise
