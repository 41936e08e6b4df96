"""The flows: last and next run of each, as Prefect tells it."""

from planner.language import N_
from planner.watching import flow_states
from webapp.access import access
from webapp.admin import section
from webapp.answers import render
from webapp.extensions import db

LABELS = {
    "roll_over": N_("Mở nhiệm vụ đến thời gian"),
    "publish_feeds": N_("Cập nhật lịch"),
    "monthly_digest": N_("Báo cáo tháng"),
    "send_reminders": N_("Phiếu nhắc việc"),
    "deliver": N_("Gửi thư"),
}
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
    "Paused": N_("đang tạm dừng"),
}


@section.get("/flows")
@access("admin")
def flows() -> str:
    db.session.commit()
    return render("admin/flows.html", states=flow_states(), labels=LABELS, ends=ENDS)
