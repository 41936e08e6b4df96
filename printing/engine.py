"""The one import of WeasyPrint, behind a fetcher that gives the bundled fonts and nothing else."""

import hashlib
from functools import cache, lru_cache
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from printing import fonts

SCHEME = "sheet-font:"


class BundledFonts(URLFetcher):
    """Fetches `sheet-font:NAME` from the bundled faces; whatever else is asked for ends the rendering."""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        name = url.removeprefix(SCHEME)
        path = fonts.faces().get(name) if url.startswith(SCHEME) else None
        if path is None:
            raise FatalURLFetchingError(f"a letter fetches nothing from outside: {url}")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})


def pdf(html: str, styles: str, *, archive: bool = False) -> bytes:
    """A tagged PDF of a page and its style sheet: PDF/UA-1, or for the archive PDF/A-3a, which is tagged as well.

    The identifier is of the content, so that bytes repeat.
    """
    fetcher = BundledFonts(allowed_protocols=(), allow_redirects=False)
    identifier = hashlib.sha256((html + styles).encode()).digest()[:16]
    return HTML(string=html, url_fetcher=fetcher).write_pdf(
        stylesheets=[_css(styles)], font_config=_fonts(), pdf_identifier=identifier,
        pdf_variant="pdf/a-3a" if archive else "pdf/ua-1",
    )


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@lru_cache(32)
def _css(styles: str) -> CSS:
    """Parsed once a process: reading the faces costs more than setting a page."""
    return CSS(string=styles, url_fetcher=BundledFonts(allowed_protocols=()), font_config=_fonts())
