"""Every other minute and when asked: prints what is not printed yet, then drains the outbox into the mail server."""

from datetime import date

from prefect.client.schemas.objects import State

from flows.making import office_flow
from flows.naming import timed
from flows.office import engine, look, the_day
from flows.printing_papers import print_waiting
from flows.saying import did
from flows.steps import each, io_task, step
from planner.clock import now
from planner.language import N_
from planner.outbox import Delivered, MailServer, mail_time, send_waiting

SENT = N_("Đã gửi %(sent)d thư, %(refused)d thư bị từ chối.")
OUTSIDE = N_("Đã gửi %(sent)d thư, %(refused)d thư bị từ chối. Ngoài giờ gửi thư: thư khác đi từ %(until)s.")
NOT_SENT = N_("Chưa gửi được thư; thư vẫn ở hộp thư đi.")
NO_SERVER = N_("Chưa cài đặt máy chủ thư (BANGVIEC_SMTP_HOST); thư vẫn ở hộp thư đi.")


@io_task("gửi thư qua {server.host}")
def send_all(server: MailServer, day: date) -> Delivered:
    """Sends what waits; tried again only when the server is away."""
    return send_waiting(engine(), server, is_open=look(mail_time).on(day))


@office_flow(timed)
def deliver(day: date | None = None) -> State[str]:
    """Sends the outbox (default: today in Việt Nam); outside the hours of mail, and on days off, only what
    somebody waits for, such as an invitation.

    Prints first; a paper that cannot be printed must not keep other people's mail back.
    """
    unprinted = print_waiting()
    server = MailServer.from_environment()
    if server is None:
        return did(NO_SERVER, unprinted)
    results, undone = each(step(send_all), [(server, the_day(day))])
    if undone:
        return did(NOT_SENT, [*undone, *unprinted])
    until = look(mail_time).opens_on(the_day(day), now())
    when = {"until": f"{until:%H:%M %d/%m/%Y}"} if until else {}
    return did(OUTSIDE if until else SENT, unprinted, sent=results[0].sent, refused=results[0].refused, **when)
