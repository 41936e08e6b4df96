"""Trying a mail again that was given up: after an address or the server was put right."""

from collections.abc import Sequence
from datetime import date

from planner.actor import Actor
from planner.administration import require_admin
from planner.errors import Refusal
from planner.language import N_
from planner.models import Mail, Organisation
from planner.models.change import record
from planner.outbox.leasing import SECRET_KINDS, instant

NOT_FAILED = N_("Thư gửi %(email)s không ở tình trạng không gửi được.")
CLEARED = N_("Địa chỉ bí mật trong thư này đã được xóa; đề nghị gửi lại lời mời hoặc yêu cầu đặt lại mật khẩu.")


def try_again(organisation: Organisation, mails: Sequence[Mail], by: Actor, today: date) -> None:
    """Puts mails that were given up back into the queue, under the same keys and Message-IDs. Never commits.

    Refuses everybody but administrators, what was not given up, and links whose secret is cleared.
    """
    require_admin(by, organisation)
    for mail in mails:
        _check(mail)
        mail.failed_at, mail.leased_until, mail.attempts, mail.not_before = None, None, 0, instant()
    after = {"recipients": [mail.recipient for mail in mails], "mails": [mail.key for mail in mails]}
    record(organisation, by, "try_mail_again", today, after=after)


def _check(mail: Mail) -> None:
    if mail.failed_at is None:
        raise Refusal(NOT_FAILED, email=mail.recipient)
    if not can_be_tried(mail):
        raise Refusal(CLEARED)


def can_be_tried(mail: Mail) -> bool:
    """Whether a mail that was given up still has its words."""
    return mail.failed_at is not None and mail.kind not in SECRET_KINDS
