"""Which form of the same bytes a request asks for."""

from werkzeug.wrappers import Request


def wants_gzip(request: Request) -> bool:
    """Whether packed bytes are accepted, and at least as welcome as plain ones (RFC 9110, section 12.5.3)."""
    accepted = {name.lower(): quality for name, quality in request.accept_encodings}
    rest = accepted.get("*", 0)
    packed = accepted.get("gzip", accepted.get("x-gzip", rest))
    plain = accepted.get("identity", rest)  # without a word on it, it is welcome only where nothing else is
    return packed > 0 and packed >= plain
