"""Files as answers: to be saved, never shown, since what an office keeps came from outside."""

from flask import make_response
from werkzeug.http import dump_options_header
from werkzeug.wrappers import Response


def sent_file(content: bytes, name: str, media_type: str) -> Response:
    """The bytes under the name that the person will find them by."""
    answer = make_response(content)
    answer.headers["Content-Type"] = media_type
    answer.headers["Content-Disposition"] = dump_options_header("attachment", {"filename": name})
    return answer
