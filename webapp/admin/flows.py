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


@section.get("/flows")
@access("admin")
def flows() -> str:
    db.session.commit()
    return render("admin/flows.html", states=flow_states(), labels=LABELS)
