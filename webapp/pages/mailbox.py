"""The local mailbox: the mail that a trial keeps instead of sending it (BANGVIEC_MAILBOX, a Maildir folder)."""

import mailbox
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import NamedTuple

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from planner.settings import mailbox_folder
from webapp.access import access
from webapp.answers import render
from webapp.files import PDF, sent_file, shown_pdf
from webapp.security import with_policy

section = Blueprint("mailbox", __name__)

SHOWN = 200
LETTER_POLICY = {"default-src": "'none'", "style-src": "'unsafe-inline'", "sandbox": "allow-popups"}


class Letter(NamedTuple):
    """A mail in the list: its key in the folder and its headers."""

    key: str
    message: EmailMessage


@section.get("/mailbox")
@access("admin")
def index() -> str:
    box = _box()
    keys = sorted(box.keys(), key=lambda key: Path(box._path, box._lookup(key)).stat().st_mtime, reverse=True)  # type: ignore[attr-defined]
    letters = [Letter(key, _read(box, key, headers_only=True)) for key in keys[:SHOWN]]
    return render("mailbox/index.html", letters=letters, number=len(keys))


@section.get("/mailbox/<key>")
@access("admin")
def show(key: str) -> str:
    message = _read(_box(), key)
    body = message.get_body(("plain",))
    names = [part.get_filename() or "" for part in message.iter_attachments()]
    text = body.get_content() if body else ""
    has_page = message.get_body(("html",)) is not None
    return render("mailbox/show.html", key=key, message=message, text=text, attachments=names, has_page=has_page)


@section.get("/mailbox/<key>/page")
@access("admin")
@with_policy(LETTER_POLICY)
def page(key: str) -> Response:
    """The HTML part as mail programs show it: nothing runs in it, nothing is fetched."""
    body = _read(_box(), key).get_body(("html",))
    if body is None:
        abort(404)
    return Response(body.get_content(), mimetype="text/html")


@section.get("/mailbox/<key>/attachments/<int:number>")
@access("admin")
def attachment(key: str, number: int) -> Response:
    """An attached PDF in the page, anything else to be saved."""
    parts = list(_read(_box(), key).iter_attachments())
    if number >= len(parts):
        abort(404)
    part = parts[number]
    content, name = part.get_payload(decode=True), part.get_filename() or "tep"
    assert isinstance(content, bytes)  # noqa: S101 - what a part that is not itself multipart gives
    is_pdf = part.get_content_type() == PDF
    return shown_pdf(content, name) if is_pdf else sent_file(content, name, "application/octet-stream")


def is_kept() -> bool:
    """Whether mail is kept here instead of being sent."""
    return bool(mailbox_folder())


section.add_app_template_global(is_kept, "mailbox_is_kept")


def _box() -> mailbox.Maildir:
    folder = mailbox_folder()
    if not folder:
        abort(404)
    return mailbox.Maildir(folder, factory=None, create=True)


def _read(box: mailbox.Maildir, key: str, headers_only: bool = False) -> EmailMessage:
    try:
        content = box.get_bytes(key)
    except (KeyError, OSError):
        abort(404)
    message = BytesParser(policy=policy.default).parsebytes(content, headersonly=headers_only)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    return message
