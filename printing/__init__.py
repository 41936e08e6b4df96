"""Data to paper: official letters on A4 after Decree 30/2020/NĐ-CP, appendix I, as PDF and as Word documents.

The web process never imports this room's engine; it asks planner.paper for a child process.
"""

from typing import Any

KINDS = ("digest", "report", "reminder", "minutes", "annex")
PAGES = ("months",)  # what is no letter: a page's own table, on paper
FORMS = ("pdf", "docx")


def render(kind: str, data: dict[str, Any], *, language: str = "vi") -> bytes:
    """The PDF (PDF/UA-1) of a sheet's data, as planner.sheets gives it. The same data gives the same bytes."""
    from printing import engine  # WeasyPrint takes a second to import: only who prints pays for it

    html, styles, archive = _written(kind, data, language)
    return engine.pdf(html, styles, archive=archive)


def render_word(kind: str, data: dict[str, Any], *, language: str = "vi") -> bytes:
    """The Word document (.docx) of the same data, in the same words. The same data gives the same bytes."""
    from printing import word

    html, styles, _archive = _written(kind, data, language)
    return word.document(html, styles)


def render_page(kind: str, data: dict[str, Any], *, language: str = "vi") -> bytes:
    """The PDF of a page: its `body` as the page's own template gave it, under a heading, on `paper` (a4 or a3)."""
    from printing import engine, letters

    return engine.pdf(letters.page(kind, data, language), letters.page_styles(kind))


def _written(kind: str, data: dict[str, Any], language: str) -> tuple[str, str, bool]:
    """The letter's HTML, its style sheet, and whether it is to be kept as PDF/A."""
    from printing import letters

    if kind not in KINDS:
        raise ValueError(f"no such kind of letter: {kind}")
    archive = data.get("letterhead", {}).get("archive", False)
    return letters.html(kind, data, language), letters.styles(kind, data), archive
