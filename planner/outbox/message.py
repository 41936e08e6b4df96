"""From a claimed mail to the bytes of a message (RFC 5322, MIME); the same mail always gives the same bytes."""

import hashlib
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import urlsplit

from planner.clock import ZONE
from planner.outbox.leasing import Parcel
from planner.settings import base_url

POLICY = policy.SMTP


def message_id(key: str) -> str:
    """The Message-ID of the mail with this key: a repeat carries the same, so that mail programs show it once."""
    host = urlsplit(base_url()).hostname or "localhost"
    return f"<{_digest(key)[:32]}@{host}>"


def message_of(parcel: Parcel, sender: str) -> EmailMessage:
    """The message, text first and the PDF attached. Raises ValueError when an address cannot be written."""
    message = EmailMessage(policy=POLICY)
    message["From"] = sender
    message["To"] = Address(addr_spec=parcel.recipient)
    message["Subject"] = parcel.subject
    message["Date"] = format_datetime(parcel.posted_at.astimezone(ZONE))
    message["Message-ID"] = message_id(parcel.key)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(parcel.text + "\n", cte="quoted-printable")
    _attach(message, parcel)
    return message


def _attach(message: EmailMessage, parcel: Parcel) -> None:
    if parcel.attachment is None:
        return
    main, sub = parcel.attachment.media_type.split("/", 1)
    message.add_attachment(parcel.attachment.content, maintype=main, subtype=sub, filename=parcel.attachment.name)
    message.set_boundary(f"=_{_digest(parcel.key)[32:]}")


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
