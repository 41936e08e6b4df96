"""Data to PDF: official letters on A4 after Decree 30/2020/NĐ-CP, appendix I.

The web process never imports this room's engine; it asks planner.paper for a child process.
"""

from typing import Any

KINDS = ("digest", "reminder")


def render(kind: str, data: dict[str, Any], *, language: str = "vi") -> bytes:
    """The PDF (PDF/UA-1) of a sheet's data, as planner.sheets gives it. The same data gives the same bytes."""
    from printing import engine, letters  # WeasyPrint takes a second to import: only who prints pays for it

    if kind not in KINDS:
        raise ValueError(f"no such kind of letter: {kind}")
    return engine.pdf(letters.html(kind, data, language), letters.styles(kind))
