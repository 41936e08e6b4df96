"""A comment as it is shown: plain text, with what looks like an address as a link and with the people it calls."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from planner.mentions import pieces
from planner.models import Comment

LINK = re.compile(r"https?://[^\s<>\"“”]+")
BESIDE = ".,;:!?)]}»'’"  # closes the sentence, not the address


def comment_html(comment: Comment) -> Markup:
    """Escaped throughout; line breaks are the style sheet's."""
    names = {name for _id, name in comment.mentions}
    return Markup().join(
        Markup('<b class="mention">{}</b>').format(piece) if calls else Markup().join(_linked(piece))
        for piece, calls in pieces(comment.text, names)
    )


def _linked(text: str) -> Iterator[Markup]:
    at = 0
    for found in LINK.finditer(text):
        address = found.group().rstrip(BESIDE)
        yield escape(text[at : found.start()])
        yield Markup('<a href="{0}" rel="noopener noreferrer nofollow" target="_blank">{0}</a>').format(address)
        at = found.start() + len(address)
    yield escape(text[at:])


def size_text(size: int) -> str:
    """A file's size as people read it: 812 kB, 3,4 MB."""
    if size < 1_000_000:
        return f"{max(size // 1000, 1)} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
