"""The parts of a Word file (.docx, .docm, .dotx) that its reader needs: document, styles and numbering.

Found by their relationships (ECMA-376 part 2, 9), since programs put them under names of their own.
"""

from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any
from zipfile import ZipFile

from lxml import etree

from planner.reading.formats.word_names import STRICT, TRANSITIONAL

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL = "word/document.xml"


@dataclass
class Parts:
    """The root elements; a file without styles or numbering has None there."""

    document: Any
    styles: Any | None
    numbering: Any | None


def parts_of(archive: ZipFile) -> Parts:
    """Raises what zipfile and lxml raise for a broken file, and KeyError for a missing document."""
    main = _targets(archive, "").get("officeDocument", _USUAL)
    targets = _targets(archive, main)
    styles, numbering = (_root(archive, targets[kind]) if kind in targets else None for kind in ("styles", "numbering"))
    return Parts(_root(archive, main), styles, numbering)


def _targets(archive: ZipFile, part: str) -> dict[str, str]:
    """Kind of relationship → the member that it leads to, for those that lead to a member."""
    folder = dirname(part)
    name = join(folder, "_rels", part.rpartition("/")[2] + ".rels")
    if name not in archive.namelist():
        return {}
    found: dict[str, str] = {}
    for relationship in _parse(archive.read(name)).iter(_RELATIONSHIP):
        target = relationship.get("Target") or ""
        member = normpath(target[1:] if target.startswith("/") else join(folder, target))
        if relationship.get("TargetMode") != "External" and member in archive.namelist():
            found.setdefault((relationship.get("Type") or "").rpartition("/")[2], member)
    return found


def _root(archive: ZipFile, name: str) -> Any:
    return _parse(archive.read(name))


def _parse(content: bytes) -> Any:
    """lxml refuses what is nested too deep (256) and, asked so, resolves no entity."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(content.replace(STRICT, TRANSITIONAL), parser)
