"""What tells one event, one version of it, and one content of a feed from another."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stamps:
    """When a task's history began and when what its events say last changed, in UTC.

    `renamings` is how often a board or a plan of its organisation got another name.
    """

    created: datetime = EPOCH
    modified: datetime = EPOCH
    renamings: int = 0


UNKNOWN = Stamps()


def uid(milestone_id: int, organisation_key: str) -> str:
    """The UID of a milestone, for ever the same (RFC 7986, section 5.3: no address of a person or a machine's clock).

    The organisation's key tells apart two offices whose databases count alike, and outlives a change of address.
    """
    return f"milestone-{milestone_id}@{organisation_key}"


def sequence(version: int, stamps: Stamps) -> int:
    """The revision of the event (RFC 5545, section 3.8.7.4): raised by a verb on the task, and by such a new name."""
    return version - 1 + stamps.renamings


def sha256(content: bytes) -> str:
    """A strong entity tag's value, without quotes: hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
