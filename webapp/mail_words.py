"""What became of a mail, in words."""

from planner import clock
from planner.language import N_
from planner.models import Mail
from planner.outbox import mail_time
from webapp.dates import instant_text
from webapp.extensions import db
from webapp.language import say

# The enhanced meaning of a server's answer by its code (RFC 5321, section 4.2.3); others are shown as they came.
REASONS = {
    "421": N_("máy chủ tạm thời không nhận thư"),
    "450": N_("hộp thư tạm thời không nhận được"),
    "451": N_("máy chủ gặp lỗi tạm thời"),
    "452": N_("hộp thư hoặc máy chủ đã đầy"),
    "550": N_("địa chỉ không tồn tại hoặc không được nhận"),
    "551": N_("địa chỉ không thuộc máy chủ này"),
    "552": N_("hộp thư đã đầy"),
    "553": N_("địa chỉ không hợp lệ"),
    "554": N_("máy chủ từ chối thư"),
}


def mail_state(mail: Mail) -> str:
    """Sent when, waiting, tried in vain so many times and until when it rests, or given up and why."""
    if mail.sent_at is not None:
        return say(N_("đã gửi %(at)s"), at=instant_text(mail.sent_at))
    if mail.failed_at is not None:
        return say(N_("không gửi được: %(error)s"), error=reason(mail.error))
    if mail.attempts and mail.error:
        again = instant_text(mail.not_before)
        return say(
            N_("đã thử %(count)s lần, gửi lại lúc %(at)s: %(error)s"), count=mail.attempts, at=again,
            error=reason(mail.error),
        )  # fmt: skip
    if mail.error:
        return say(N_("chờ gửi: %(error)s"), error=reason(mail.error))
    return say(N_("chờ gửi"))


def held_words() -> str:
    """Until when a letter that was posted now waits; "" while mail goes out."""
    when = mail_time(db.session())
    if when.is_open(clock.now()):
        return ""
    return say(N_("Ngoài giờ gửi thư: thư đi từ %(until)s."), until=instant_text(when.opens_at(clock.now())))


def reason(error: str) -> str:
    """Why, in words where the server's code is known; what it answered stands in brackets."""
    known = REASONS.get(error[:3])
    return f"{say(known)} ({error})" if known else error
