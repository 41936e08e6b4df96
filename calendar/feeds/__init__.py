"""Tasks as iCalendar (RFC 5545, RFC 7986): feeds that people subscribe to.

`build` gives a scope's bytes; `kept`, else `make` and `keep`, those of an order; `make_stale` makes ahead what people
subscribe to; `find` knows a secret address. Content never depends on the day it is made, so what did not change is
byte-equal.
"""

from feeds.keeping import Published, keep, kept, known_of, load
from feeds.looking_up import NoSuchScope, below
from feeds.making import Made, build, make
from feeds.order import Order
from feeds.publishing import forget_others, make_stale
from feeds.subscriptions import Subscription, find

__all__ = [
    "Made", "NoSuchScope", "Order", "Published", "Subscription", "below", "build", "find", "forget_others", "keep",
    "kept", "known_of", "load", "make", "make_stale",
]  # fmt: skip
