"""The outbox: what leaves the house is a row with a unique key, claimed by a lease, sent with an id made from it."""

from planner.outbox.leasing import LEASE, Parcel, claim, failed, release, sent
from planner.outbox.message import message_id, message_of
from planner.outbox.posting import post, post_letter, post_link, post_notice
from planner.outbox.resting import MailTime, mail_hours, mail_time
from planner.outbox.sending import Delivered, send_waiting
from planner.outbox.smtp import MailServer, ServerAway

__all__ = [
    "LEASE", "Delivered", "MailServer", "MailTime", "Parcel", "ServerAway", "claim", "failed", "mail_hours",
    "mail_time", "message_id", "message_of", "post", "post_letter", "post_link", "post_notice", "release",
    "send_waiting", "sent",
]  # fmt: skip
