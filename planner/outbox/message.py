"""From a claimed mail to the bytes of a message (RFC 5322, MIME); the same mail always gives the same bytes."""

import hashlib
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlsplit

from planner.clock import ZONE
from planner.outbox.leasing import Parcel
from planner.settings import base_url


class _WholeAddresses(policy.EmailPolicy):
    """Leaves List-Unsubscribe on one line: folded, a long address becomes encoded words, which nobody reads."""

    def fold(self, name: str, value: Any) -> str:
        return _whole(name, value) or super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        return _whole(name, value).encode("ascii") or super().fold_binary(name, value)


def _whole(name: str, value: Any) -> str:
    return f"{name}: {value}\r\n" if name == UNSUBSCRIBE else ""


UNSUBSCRIBE = "List-Unsubscribe"
POLICY = _WholeAddresses(linesep="\r\n")


def message_id(key: str) -> str:
    """The Message-ID of the mail with this key: a repeat carries the same, so that mail programs show it once."""
    host = urlsplit(base_url()).hostname or "localhost"
    return f"<{_digest(key)[:32]}@{host}>"


def message_of(parcel: Parcel, sender: str) -> EmailMessage:
    """The message, text first, then HTML, and the PDF attached. Raises ValueError when an address cannot be written."""
    message = EmailMessage(policy=POLICY)
    message["From"] = sender
    message["To"] = Address(addr_spec=parcel.recipient)
    message["Subject"] = parcel.subject
    message["Date"] = format_datetime(parcel.posted_at.astimezone(ZONE))
    message["Message-ID"] = message_id(parcel.key)
    message["Auto-Submitted"] = "auto-generated"
    _let_unsubscribe(message, parcel)
    message.set_content(parcel.text + "\n", cte="quoted-printable")
    if parcel.html:
        message.add_alternative(parcel.html + "\n", subtype="html", cte="quoted-printable")
    _attach(message, parcel)
    _set_boundaries(message, parcel.key)
    return message


def _let_unsubscribe(message: EmailMessage, parcel: Parcel) -> None:
    """RFC 2369, section 3.2; one click without signing in needs HTTPS (RFC 8058, section 3.1)."""
    if parcel.unsubscribe:
        message[UNSUBSCRIBE] = f"<{parcel.unsubscribe}>"
    if parcel.unsubscribe.startswith("https://"):
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def _attach(message: EmailMessage, parcel: Parcel) -> None:
    if parcel.attachment is None:
        return
    main, sub = parcel.attachment.media_type.split("/", 1)
    message.add_attachment(parcel.attachment.content, maintype=main, subtype=sub, filename=parcel.attachment.name)


def _set_boundaries(message: EmailMessage, key: str) -> None:
    """Made from the key: by itself the library would draw them, and a repeat would have other bytes."""
    for part in (part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{part.get_content_subtype()}_{_digest(key)[32:]}")


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
