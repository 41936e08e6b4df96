"""A table pasted into the page: what Word or Excel put on the clipboard, as a web page or as text with tabs."""

import codecs
import re

from planner.period import Years
from planner.reading.drafts import PlanDraft
from planner.reading.reader import read_document

FILE_NAME = "bang-dan.txt"
# What Windows puts before a clipboard's web page (CF_HTML)
_CLIPBOARD = re.compile(r"\s*Version:[\d.]+\s.*?(?=<)", re.DOTALL)


def read_pasted(html_or_text: str, years: Years | None = None) -> PlanDraft:
    """Reads a pasted table as `read_document` reads a file, with the same refusals; stores nothing."""
    return read_document(pasted_content(html_or_text), FILE_NAME, years)


def pasted_content(html_or_text: str) -> bytes:
    """The bytes of a paste, as a file that `read_document` knows.

    The byte order mark says that the text is decoded already, whatever its meta element claims.
    """
    text = _CLIPBOARD.sub("", html_or_text, count=1) if html_or_text.lstrip()[:8] == "Version:" else html_or_text
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace") if text.strip() else b""
