"""How a request is answered: a page or a fragment of it, a word on what was done, a sentence on what was not."""

import logging
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, current_app, flash, g, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from markupsafe import Markup
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, SecurityError
from werkzeug.wrappers import Response

from planner.errors import NotAllowed, Refusal, Stale
from planner.language import LANGUAGES, N_, translate
from webapp.extensions import db, htmx
from webapp.language import last_words, say, say_refusal

log = logging.getLogger(__name__)

SENTENCES = {
    400: N_("Yêu cầu không hợp lệ."),
    401: N_("Vui lòng đăng nhập."),
    403: N_("Vai trò của đồng chí không được phép mở trang hoặc thực hiện thao tác này."),
    404: N_("Không tìm thấy nội dung này, hoặc nội dung không thuộc phạm vi được xem."),
    405: N_("Trang này không nhận thao tác đó."),
    413: N_("Tệp gửi lên quá lớn: tối đa %(most)s MB."),
    429: N_("Thao tác quá nhiều lần trong thời gian ngắn. Đề nghị chờ ít phút rồi thử lại."),
    500: N_("Hệ thống gặp lỗi khi xử lý; chưa có gì được thay đổi. Đề nghị thử lại hoặc báo quản trị viên."),
}
EXPIRED = N_("Phiên làm việc trên trang này đã hết hiệu lực. Đề nghị tải lại trang rồi thực hiện lại.")
CHANGED = N_("Nội dung này vừa được người khác thay đổi. Đề nghị tải lại trang rồi thực hiện lại.")


def wants_fragment() -> bool:
    """Whether htmx asks for a part of the page; going back in the history asks for the whole again."""
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def render(template: str, **values: Any) -> str:
    """Renders a page when the reading transaction has ended. A writing view commits by itself before it renders."""
    if request.method in ("GET", "HEAD"):
        db.session.commit()
    return render_template(template, **values)


def asking_path() -> str:
    """The path of the page from which a fragment is asked for; "" where it has no address."""
    try:
        return urlsplit(htmx.current_url or "").path
    except ValueError:
        return ""


def tell(sentence: str, /, **values: object) -> None:
    """A word on what was done, shown on the next page."""
    flash(say(sentence, **values))


def refused(error: Refusal) -> str:
    """Undoes what the request began and gives the sentence to show beside what was entered."""
    db.session.rollback()
    return say_refusal(error)


def status_of(error: Refusal) -> int:
    return {Stale: 409, NotAllowed: 403}.get(type(error), 422)


def announcement(sentence: str) -> Markup:
    """The sentence for the page's own place for it, beside whatever else the answer holds."""
    template = current_app.jinja_env.get_template("fragments/announcement.html")
    return Markup(template.render(sentence=sentence))  # noqa: S704 - what an autoescaping template gave


def refusal_answer(sentence: str, status: int) -> Response:
    """The sentence alone: for htmx an announcement that leaves the page as it is, else a page of its own."""
    if wants_fragment():
        answer = make_response(announcement(sentence), status)
        answer.headers["HX-Reswap"] = "none"
        return answer
    return make_response(render_template("error.html", sentence=sentence, status=status), status)


def _on_refusal(error: Refusal) -> Response:
    return refusal_answer(refused(error), status_of(error))


def _on_stale_row(_error: StaleDataError) -> Response:
    db.session.rollback()
    return refusal_answer(say(CHANGED), 409)


def _on_http(error: HTTPException) -> Response | HTTPException:
    status = error.code or 500
    if isinstance(error, SecurityError):  # a host that is not ours: no address can be built, so no page either
        both = "\n".join(translate(SENTENCES[400], language) for language in LANGUAGES)
        return Response(both, status, mimetype="text/plain")
    if status < 400:
        return error
    db.session.rollback()
    if isinstance(error, CSRFError) and wants_fragment():
        return Response(status=401)  # the session is gone, or another one since: the page asks who is there now
    sentence = EXPIRED if isinstance(error, CSRFError) else SENTENCES.get(status, SENTENCES[400])
    values = {"most": current_app.config["MAX_CONTENT_LENGTH"] // 2**20} if status == 413 else {}
    return refusal_answer(say(sentence, **values), status)


def _on_fault(_error: Exception) -> Response:
    log.exception("%s %s", request.method, request.url_rule or request.path)
    last_words()
    try:
        db.session.rollback()
    except Exception:
        log.exception("rollback")
    g.bare = True  # whatever broke may break the header too
    return refusal_answer(say(SENTENCES[500]), 500)


def init_app(app: Flask) -> None:
    app.register_error_handler(Refusal, _on_refusal)
    app.register_error_handler(StaleDataError, _on_stale_row)
    app.register_error_handler(HTTPException, _on_http)
    if not app.config.get("PROPAGATE_EXCEPTIONS"):
        app.register_error_handler(Exception, _on_fault)
    app.after_request(_vary)


def _vary(answer: Response) -> Response:
    """A page and its fragment live at one address; what a person sees is nobody else's."""
    if request.endpoint != "static":
        answer.headers.add("Vary", "HX-Request")
        answer.headers.setdefault("Cache-Control", "private, no-cache")
    return answer
