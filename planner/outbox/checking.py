"""Asking the mail server with a real letter, and saying in one sentence what came of it."""

import smtplib
import socket
import ssl
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from planner.errors import Refusal
from planner.language import N_, translate
from planner.models import Person
from planner.outbox.leasing import Parcel
from planner.outbox.message import message_of
from planner.outbox.replies import reply_of
from planner.outbox.smtp import MailServer, ServerAway
from planner.outbox.texts import mail_words
from planner.settings import base_url

SECONDS = 10  # somebody waits for the answer
SUBJECT = N_("Thư thử của Bảng Việc")
TEXT = N_("Thư này cho biết máy chủ thư đã được cài đặt đúng. Không cần trả lời.")
TAKEN = N_("Máy chủ %(host)s:%(port)s đã nhận thư thử gửi đến %(email)s. Đề nghị kiểm tra hộp thư đó.")
NOT_SET = N_("Chưa cài đặt máy chủ thư: đặt BANGVIEC_SMTP_HOST trên máy chủ rồi khởi động lại.")
UNKNOWN_HOST = N_("Không tìm thấy máy chủ thư “%(host)s”: tên chưa đúng, hoặc máy này không tra được tên miền.")
NO_CONNECTION = N_("Máy chủ %(host)s không nhận kết nối ở cổng %(port)s: kiểm tra BANGVIEC_SMTP_PORT và tường lửa.")
TIMED_OUT = N_("Máy chủ %(host)s:%(port)s không trả lời trong %(seconds)s giây.")
CERTIFICATE = N_("Chứng thư của %(host)s không được tin cậy (%(error)s).")
WRONG_TLS = N_("Không mã hóa được kết nối với %(host)s:%(port)s: kiểm tra BANGVIEC_SMTP_TLS và cổng (%(error)s).")
NOT_OFFERED = N_("Máy chủ %(host)s:%(port)s không hỗ trợ điều được yêu cầu: kiểm tra BANGVIEC_SMTP_TLS (%(error)s).")
SIGN_IN = N_("Máy chủ %(host)s không chấp nhận tên đăng nhập hoặc mật khẩu (%(error)s).")
SENDER = N_("Máy chủ %(host)s không cho gửi với người gửi “%(sender)s”: kiểm tra BANGVIEC_MAIL_FROM (%(error)s).")
RECIPIENT = N_("Máy chủ %(host)s không nhận thư gửi đến %(email)s (%(error)s).")
OTHERWISE = N_("Máy chủ %(host)s:%(port)s không nhận thư thử (%(error)s).")

# The first kind that fits counts, so the narrower stand before the wider.
REASONS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (socket.gaierror, UNKNOWN_HOST),
    (ConnectionRefusedError, NO_CONNECTION),
    (TimeoutError, TIMED_OUT),
    (ssl.SSLCertVerificationError, CERTIFICATE),
    (ssl.SSLError, WRONG_TLS),
    (smtplib.SMTPNotSupportedError, NOT_OFFERED),
    (smtplib.SMTPAuthenticationError, SIGN_IN),
    (smtplib.SMTPSenderRefused, SENDER),
    (smtplib.SMTPRecipientsRefused, RECIPIENT),
)


class Addressee(NamedTuple):
    """To whom the letter goes, in which language."""

    email: str
    language: str

    @classmethod
    def of(cls, person: Person) -> "Addressee":
        return cls(person.email, person.language)


def send_test_mail(server: MailServer | None, to: Addressee, now: datetime) -> dict[str, object]:
    """Sends a letter past the outbox; gives the places of TAKEN when the server took it.

    Raises Refusal with the sentence that says what stood in the way. Needs no database: hold no transaction open.
    """
    if server is None:
        raise Refusal(NOT_SET)
    server = replace(server, seconds=SECONDS)
    places: dict[str, object] = {"host": server.host, "port": server.port, "email": to.email}
    try:
        with server.connect() as connection:
            connection.send_message(message_of(_parcel(to, now), server.sender), to_addrs=[to.email])
    except (OSError, smtplib.SMTPException, ServerAway) as error:
        raise _refusal(error, server, places) from error
    return places


def _refusal(error: Exception, server: MailServer, places: dict[str, object]) -> Refusal:
    cause = _cause(error)
    sentence = next((sentence for kind, sentence in REASONS if isinstance(cause, kind)), OTHERWISE)
    return Refusal(sentence, **places, seconds=SECONDS, sender=server.sender, error=reply_of(cause))


def _cause(error: BaseException) -> BaseException:
    """What lies below: smtplib says of a broken connection only that it broke."""
    below = {ServerAway: error.__cause__, smtplib.SMTPServerDisconnected: error.__context__}.get(type(error))
    return _cause(below) if below else error


def _parcel(to: Addressee, now: datetime) -> Parcel:
    subject, text = translate(SUBJECT, to.language), translate(TEXT, to.language)
    words = mail_words(
        "notice", to.language, organisation="", subject=subject, paragraphs=[text], address=f"{base_url()}/admin/outbox"
    )
    return Parcel(0, f"check:{to.email}:{now.isoformat()}", to.email, subject, words.text, words.html, "", now, None)
