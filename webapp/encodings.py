"""Which form of the same bytes a request asks for."""

from flask import request


def wants_gzip() -> bool:
    """Whether packed bytes are accepted, and at least as welcome as plain ones (RFC 9110, section 12.5.3)."""
    accepted = request.accept_encodings
    packed = max(accepted.quality(name) for name in ("gzip", "x-gzip"))
    plain = accepted.quality("identity")  # without a word on it, it is welcome only where nothing else is
    return packed > 0 and packed >= plain
