"""Which form of the same bytes a request asks for."""

from werkzeug.wrappers import Request


def wants_gzip(request: Request) -> bool:
    """Whether packed bytes are accepted, and at least as welcome as plain ones (RFC 9110, section 12.5.3)."""
    accepted = request.accept_encodings
    packed = max(accepted.quality("gzip"), accepted.quality("x-gzip"))
    plain = accepted.quality("identity")  # without a word on it, it is welcome only where nothing else is
    return packed > 0 and packed >= plain
