"""What the flows are called before people."""

from planner.language import N_

FLOW_LABELS = {
    "roll_over": N_("Mở nhiệm vụ đến thời gian"),
    "publish_feeds": N_("Cập nhật lịch"),
    "monthly_digest": N_("Báo cáo tháng"),
    "periodic_reports": N_("Báo cáo quý, 6 tháng, năm"),
    "send_reminders": N_("Phiếu nhắc việc"),
    "tell_people": N_("Báo việc cho người liên quan"),
    "deliver": N_("Gửi thư"),
}
