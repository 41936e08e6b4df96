"""Calendar feeds: making one, its secret address shown once, who fetched it last, revoking it."""

from datetime import UTC, datetime

from flask import Blueprint, abort, make_response, url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from planner import clock
from planner.asking import ask_to_publish
from planner.errors import Refusal
from planner.feed_choices import USUAL
from planner.language import N_
from planner.models import Feed, Person
from planner.settings import base_url
from planner.subscribing import make_feed, revoke_feed
from planner.text import line
from webapp import forms
from webapp.access import access, load
from webapp.answers import refused, render
from webapp.extensions import db
from webapp.feeds import choices
from webapp.feeds.programs import program_name
from webapp.feeds.qr import qr_code
from webapp.form_answers import answers_form, done
from webapp.language import say
from webapp.people import current_actor, current_organisation, current_person
from webapp.writing import commit, writes

section = Blueprint("feeds", __name__)


@section.get("/feeds")
@access.anyone
def index() -> str:
    return _page()


@section.post("/feeds")
@access.anyone
@writes
def create() -> Response:
    """Makes a feed and shows its address, this once: it is not kept and cannot be shown again."""
    try:
        feed, secret = _make(line(forms.text("name"))[:100])
    except Refusal as error:
        return make_response(_page(sentence=refused(error)), 422)
    commit()
    ask_to_publish(datetime.now(UTC))
    address = f"{base_url()}{url_for('calendar.show', secret=secret)}"
    webcal = "webcal:" + address.partition(":")[2]
    title = say(N_("Mã QR của địa chỉ lịch “%(name)s”"), name=feed.name)
    answer = make_response(_page(made=feed, address=address, webcal=webcal, qr=qr_code(webcal, title)), 201)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _make(name: str) -> tuple[Feed, str]:
    scope, board = choices.chosen_scope()
    wanted = USUAL if scope == "days" else choices.chosen()
    person = current_person() or abort(403)
    name = name or choices.scope_text(scope, board)
    return make_feed(
        db.session(), person, current_organisation(), scope, name, clock.today(), clock.now(), board, wanted
    )  # fmt: skip


@section.post("/feeds/<int:id>/revocation")
@access.anyone
@writes
@answers_form
def create_revocation(id: int) -> Response:
    """Closes the address for good: the next fetch finds nothing."""
    feed = load(Feed, id)
    revoke_feed(feed, current_actor(), clock.today(), clock.now())
    return done(N_("Đã thu hồi địa chỉ lịch “%(name)s”."), url_for("feeds.index"), name=feed.name)


def _page(made: Feed | None = None, sentence: str = "", **shown_once: object) -> str:
    organisation, actor = current_organisation(), current_actor()
    own = select(Feed).where(Feed.organisation_id == organisation.id, Feed.revoked_at.is_(None)).order_by(Feed.id)
    is_admin = actor.has("admin", organisation.id)
    own = own.options(joinedload(Feed.board), joinedload(Feed.person).selectinload(Person.memberships))
    feeds = db.session.scalars(own if is_admin else own.where(Feed.person_id == actor.person_id)).all()
    return render(
        "feeds/index.html", feeds=feeds, made=made, sentence=sentence, is_admin=is_admin, offered=choices.offered(),
        scope_text=choices.scope_text, choices_text=choices.choices_text, program_name=program_name, **shown_once,
    )  # fmt: skip
