"""An address as a QR code: SVG without style or script, so that it may stand in the page itself."""

import segno
from markupsafe import Markup


def qr_code(address: str, title: str) -> Markup:
    """Black on white whatever the page's colours, with the quiet border that readers need."""
    code = segno.make_qr(address, error="m")
    drawn = code.svg_inline(
        omitsize=True, border=4, svgclass="qr", lineclass=None, dark="#000", light="#fff", title=title
    )
    return Markup(drawn.replace("<svg ", '<svg role="img" ', 1))  # noqa: S704 - the library draws squares, and escapes the title
