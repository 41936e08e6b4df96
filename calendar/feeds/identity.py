"""What tells one event, one version of it, and one content of a feed from another."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from planner.models import Milestone, Task


@dataclass(frozen=True, slots=True)
class Stamps:
    """When a task's history began and when it last grew, in UTC."""

    created: datetime
    modified: datetime


def uid(milestone: Milestone) -> str:
    """The UID of a milestone, for ever the same (RFC 7986, section 5.3: no address of a person or a machine's clock).

    The organisation's key tells apart two offices whose databases count alike, and outlives a change of address.
    """
    return f"milestone-{milestone.id}@{milestone.task.organisation.key}"


def sequence(task: Task) -> int:
    """The revision of the event (RFC 5545, section 3.8.7.4): every verb on the task raises it."""
    return task.version - 1


def etag(content: bytes) -> str:
    """A strong entity tag's value: the SHA-256 of the bytes, in hexadecimal digits and without quotes."""
    return hashlib.sha256(content).hexdigest()
