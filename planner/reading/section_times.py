"""A section that names a time: its rows without one of their own have it."""

import re

from planner.text import line

_WHEN = re.compile(
    r"(?:[IVX\d]{1,4}[.)]\s*)?((?:tháng|quý)\s*(?:\d{1,2}|[IV]{1,3})(?:\s*(?:/|năm)\s*20\d\d)?)\s*[:.]?", re.IGNORECASE
)


def time_of_section(section: str | None) -> str:
    """The month or quarter that a section names ("THÁNG 7", "II. Quý II/2026"), or nothing."""
    found = _WHEN.fullmatch(line((section or "").rpartition(" › ")[2]))
    return found[1].capitalize().replace("Quý i", "Quý I") if found else ""
