"""Ending a kind of mail from the mail itself: a signed address, for who is not signed in and for mail programs.

A GET only shows a page, since mail scanners follow links; a POST ends it at once (RFC 8058, section 3.2).
"""

from flask import Blueprint, abort, request

from planner.accounts import end_mail
from planner.clock import today
from planner.mail_choices import LISTS
from planner.models import Person
from planner.models.person import person_ending_mail
from webapp.access import access
from webapp.answers import render
from webapp.extensions import csrf, db, limiter
from webapp.language import speak_with
from webapp.writing import commit, writes

section = Blueprint("mail_choices", __name__)

ADDRESS = "/mail-choices/<which>/<int:id>/<signed>"


@section.get(ADDRESS)
@limiter.limit("60 per 15 minutes")
@access.public
def show(which: str, id: int, signed: str) -> str:
    person = _person(which, id, signed)
    ended = not person.gets_mail(which)
    return render("mail_choices/show.html", owner=person, label=LISTS[which], address=request.path, ended=ended)


# The signature stands for the token: a mail program has no session, and nobody else knows the address.
@section.post(ADDRESS)
@csrf.exempt
@limiter.limit("60 per 15 minutes")
@access.public
@writes
def update(which: str, id: int, signed: str) -> str:
    """Ends it; said again it changes nothing."""
    person = _person(which, id, signed)
    end_mail(person, which, today())
    commit()
    return render("mail_choices/show.html", owner=person, label=LISTS[which], address=request.path, ended=True)


def _person(which: str, id: int, signed: str) -> Person:
    """Whose address it is; the page is in their language."""
    person = person_ending_mail(db.session(), id, which, signed[:80]) if id < 2**31 else None
    if person is None:
        abort(404)
    speak_with(person)
    return person
