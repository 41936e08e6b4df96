"""Files as answers under names in any letters (RFC 6266, section 4.3)."""

from io import BytesIO

from flask import send_file
from werkzeug.wrappers import Response

PDF = "application/pdf"


def sent_file(content: bytes, name: str, media_type: str) -> Response:
    """To be saved, never shown: what came from outside."""
    return _sent(content, name, media_type, is_saved=True)


def shown_pdf(content: bytes, name: str) -> Response:
    """A PDF in the browser's own window."""
    return _sent(content, name, PDF, is_saved=False)


def _sent(content: bytes, name: str, media_type: str, is_saved: bool) -> Response:
    return send_file(BytesIO(content), media_type, as_attachment=is_saved, download_name=name, conditional=False)
