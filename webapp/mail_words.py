"""What became of a mail, in words."""

from planner.language import N_
from planner.models import Mail
from webapp.dates import instant_text
from webapp.language import say


def mail_state(mail: Mail) -> str:
    """Sent when, waiting, tried in vain so many times, or given up."""
    if mail.sent_at is not None:
        return say(N_("đã gửi %(at)s"), at=instant_text(mail.sent_at))
    if mail.failed_at is not None:
        return say(N_("không gửi được: %(error)s"), error=mail.error)
    if mail.attempts:
        return say(N_("chờ gửi lại, đã thử %(count)s lần"), count=mail.attempts)
    return say(N_("chờ gửi"))
