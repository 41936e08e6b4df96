"""The same letter as a Word document, for the office that edits before it signs.

No word is written twice: the HTML and the style sheet that become a PDF are walked here into paragraphs and tables.
"""

import zipfile
from io import BytesIO
from typing import Any

import cssselect2
import docx
import tinyhtml5
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from printing.word_page import set_up, text_width
from printing.word_styles import looks_of, parsed
from printing.word_walk import Walk

LAST = f'<w:p {nsdecls("w")}><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
A_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip file knows


def document(html: str, styles: str) -> bytes:
    """A .docx of a letter's HTML and style sheet. The same letter gives the same bytes."""
    matcher, page = parsed(styles)
    root = cssselect2.ElementWrapper.from_html_root(tinyhtml5.parse(html, namespace_html_elements=False))
    head, body = root.iter_children()
    written = docx.Document()
    looks = looks_of(body, matcher, {})
    set_up(written, _told(head), page, looks["font-size"])
    made = Walk(matcher).blocks(body.iter_children(), looks, text_width(page))
    _fill(written, made)
    stream = BytesIO()
    written.save(stream)
    return _repeatable(stream.getvalue())


def _told(head: Any) -> dict[str, str]:
    """Title, author and day, as the page's head names them."""
    named = {one.get("name"): one.get("content") for one in head.etree_element if one.get("name")}
    return {**named, "title": head.etree_element.findtext("title") or ""}


def _fill(written: Any, made: str) -> None:
    body = written.element.body
    for part in parse_xml(f"<w:body {nsdecls('w')}>{made}</w:body>"):
        body.insert_element_before(part, "w:sectPr")
    if body[-2].tag == qn("w:tbl"):  # Word wants a paragraph after a table
        body.insert_element_before(parse_xml(LAST), "w:sectPr")


def _repeatable(content: bytes) -> bytes:
    """The same parts without the time at which they were packed."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, A_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return stream.getvalue()
