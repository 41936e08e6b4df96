"""Calendar feeds: making one, its secret address shown once, who fetched it last, revoking it."""

from flask import Blueprint, abort, make_response, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from planner import clock
from planner.errors import NotAllowed, Refusal
from planner.language import N_
from planner.models import Board, Feed
from planner.settings import base_url
from planner.text import line
from webapp import forms
from webapp.access import access, load
from webapp.answers import refused, render
from webapp.extensions import db
from webapp.form_answers import answers_form, done
from webapp.language import say
from webapp.people import current_actor, current_organisation, current_person
from webapp.writing import commit, writes

section = Blueprint("feeds", __name__)

NAMES = {"all": N_("Toàn cơ quan"), "person": N_("Việc của tôi")}
NOT_YOURS = N_("Chỉ người tạo hoặc quản trị viên được thu hồi địa chỉ lịch này.")


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
        feed, secret = _make(line(forms.text("scope")), line(forms.text("name"))[:100])
    except Refusal as error:
        return make_response(_page(sentence=refused(error)), 422)
    commit()
    answer = make_response(_page(made=feed, address=f"{base_url()}{url_for('calendar.show', secret=secret)}"), 201)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _make(scope: str, name: str) -> tuple[Feed, str]:
    kind, _, number = scope.partition(":")
    if kind not in ("all", "board", "person"):
        raise Refusal(N_("Vui lòng chọn nội dung của lịch."))
    board = load(Board, forms.row_id(number)) if kind == "board" else None
    organisation, person = current_organisation(), current_person() or abort(403)
    if board is not None and board.organisation_id != organisation.id:
        abort(404)
    name = name or (board.name if board else say(NAMES[kind]))
    feed, secret = Feed.make(person, organisation, kind, name, clock.now(), board)
    db.session.add(feed)
    return feed, secret


@section.post("/feeds/<int:id>/revocation")
@access.anyone
@writes
@answers_form
def create_revocation(id: int) -> Response:
    """Closes the address for good: the next fetch finds nothing."""
    feed = load(Feed, id)
    if feed.person_id != current_actor().person_id and not current_actor().has("admin", feed.organisation_id):
        raise NotAllowed(NOT_YOURS)
    if feed.revoked_at is None:
        feed.revoke(clock.now())
    return done(N_("Đã thu hồi địa chỉ lịch “%(name)s”."), url_for("feeds.index"), name=feed.name)


def _page(made: Feed | None = None, address: str = "", sentence: str = "") -> str:
    organisation, actor = current_organisation(), current_actor()
    own = select(Feed).where(Feed.organisation_id == organisation.id, Feed.revoked_at.is_(None)).order_by(Feed.id)
    is_admin = actor.has("admin", organisation.id)
    feeds = db.session.scalars(own if is_admin else own.where(Feed.person_id == actor.person_id)).all()
    return render(
        "feeds/index.html", feeds=feeds, made=made, address=address, webcal="webcal:" + address.partition(":")[2],
        sentence=sentence, boards=organisation.boards, is_admin=is_admin, names=NAMES,
    )  # fmt: skip
