"""The answer of a calendar address: bytes, plain or packed, or the word that the program has them already."""

from collections.abc import Callable
from datetime import UTC, datetime

from werkzeug.http import http_date, is_resource_modified, parse_etags
from werkzeug.wrappers import Request, Response

from feeds import Published
from webapp.feeds.encodings import wants_gzip

Load = Callable[[bool], bytes | None]


def answer_with(request: Request, published: Published, load: Load) -> Response | None:
    """None when the bytes were replaced in this instant. They are loaded only to be sent: `load(packed)`."""
    packed = wants_gzip(request)
    headers = _headers(published, packed)
    if not is_resource_modified(request.environ, headers["ETag"], last_modified=published.modified_at):
        return Response(status=412 if parse_etags(request.headers.get("If-Match")) else 304, headers=headers)
    content = b"" if request.method == "HEAD" else load(packed)
    if content is None:
        return None
    headers["Content-Type"] = "text/calendar; charset=utf-8"
    headers["Content-Disposition"] = 'inline; filename="bang-viec.ics"'
    headers["Content-Length"] = str(published.gzip_size if packed else published.size)
    if packed:
        headers["Content-Encoding"] = "gzip"
    return Response([content], headers=headers)


def _headers(published: Published, packed: bool) -> dict[str, str]:
    """What a 304 carries too. Packed bytes have a strong tag of their own (RFC 9110, section 8.8.3)."""
    modified = min(published.modified_at, datetime.now(UTC))  # never later than the answer's own Date
    return {
        "ETag": f'"{published.etag}-gzip"' if packed else f'"{published.etag}"',
        "Last-Modified": http_date(modified),
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
