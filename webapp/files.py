"""Files as answers: to be saved, never shown, since what an office keeps came from outside."""

from io import BytesIO

from flask import send_file
from werkzeug.wrappers import Response


def sent_file(content: bytes, name: str, media_type: str) -> Response:
    """The bytes under the name that the person will find them by, in any letters (RFC 6266, section 4.3)."""
    return send_file(BytesIO(content), media_type, as_attachment=True, download_name=name, conditional=False)
