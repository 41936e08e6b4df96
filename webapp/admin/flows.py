"""The flows: last and next run of each as Prefect tells it, what failed as our own table tells it, and a run now."""

from flask import abort, url_for
from werkzeug.wrappers import Response

from planner import clock
from planner.asking import api_address, ask
from planner.errors import Refusal
from planner.failing import recent_failures
from planner.flow_names import FLOW_LABELS
from planner.language import N_
from planner.watching import flow_states
from webapp.access import access
from webapp.admin import section
from webapp.answers import render
from webapp.extensions import db, limiter
from webapp.form_answers import answers_form, done
from webapp.language import say

# The names of Prefect's states; one that is not here is shown as Prefect says it.
ENDS = {
    "Completed": N_("hoàn tất"),
    "Failed": N_("có lỗi"),
    "Crashed": N_("bị ngắt giữa chừng"),
    "TimedOut": N_("quá thời gian cho phép"),
    "Cancelled": N_("đã hủy lượt chạy"),
    "Cancelling": N_("đang hủy lượt chạy"),
    "Pending": N_("sắp chạy"),
    "Running": N_("đang chạy"),
    "Retrying": N_("đang chạy lại"),
    "AwaitingRetry": N_("chờ chạy lại"),
    "AwaitingConcurrencySlot": N_("chờ lượt chạy trước xong"),
    "Paused": N_("đang tạm dừng"),
}
NOT_ASKED = N_("Máy chủ Prefect không trả lời nên chưa yêu cầu chạy được. Tác vụ vẫn chạy theo lịch.")


@section.get("/flows")
@access("admin")
def flows() -> str:
    failures = recent_failures(db.session())
    db.session.commit()
    return render("admin/flows.html", states=flow_states(), failures=failures, labels=FLOW_LABELS, ends=ENDS)


@section.post("/flows/<name>/runs")
@access("admin")
@limiter.limit("20 per minute")
@answers_form
def create_run(name: str) -> Response:
    """Asks Prefect for a run now; asked again within the same minute it is the same run."""
    if name not in FLOW_LABELS:
        abort(404)
    if not ask(api_address(), name, f"by hand {clock.now():%Y-%m-%d %H:%M}"):
        raise Refusal(NOT_ASKED)
    sentence = N_("Đã yêu cầu chạy tác vụ “%(flow)s”; kết quả hiện ở trang này sau ít giây.")
    return done(sentence, url_for("admin.flows"), flow=say(FLOW_LABELS[name]))
