"""Tasks as iCalendar (RFC 5545, RFC 7986): feeds that people subscribe to.

`build` gives a scope's bytes; `feed_bytes` the kept ones, made anew when stale; `publish` makes every scope's ahead.
Content never depends on the day it is made, so what did not change is byte-equal.
"""

from feeds.assembly import build
from feeds.publishing import Made, feed_bytes, keep, kept, make, make_stale, publish
from feeds.scopes import NoSuchScope, Scope, scope_of

__all__ = [
    "Made", "NoSuchScope", "Scope", "build", "feed_bytes", "keep", "kept", "make", "make_stale", "publish", "scope_of"
]  # fmt: skip
