"""Every other minute and when asked: prints what is not printed yet, then drains the outbox into the mail server."""

from datetime import date

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from flows.naming import timed
from flows.office import engine
from flows.printing_papers import print_waiting
from flows.saying import did
from flows.steps import step
from planner.errors import Refusal
from planner.language import N_
from planner.outbox import Delivered, MailServer, ServerAway, send_waiting

SENT = N_("Đã gửi %(sent)d thư, %(refused)d thư bị từ chối.")
NO_SERVER = N_("Chưa cài đặt máy chủ thư (BANGVIEC_SMTP_HOST); thư vẫn ở hộp thư đi.")


def _is_away(_task: object, _run: object, state: State[Delivered]) -> bool:
    return isinstance(state.result(raise_on_failure=False), ServerAway)


@task(
    task_run_name="gửi thư qua {server.host}", retries=2, retry_delay_seconds=[5, 20], retry_condition_fn=_is_away,
    cache_policy=NO_CACHE,
)  # fmt: skip
def send_all(server: MailServer) -> Delivered:
    """Sends what waits; tried again only when the server is away."""
    return send_waiting(engine(), server)


@flow(name="deliver", flow_run_name=timed("deliver"))
def deliver(day: date | None = None) -> State[str]:
    """Sends the outbox. What is sent does not depend on the day; it is taken as every flow takes it."""
    unprinted = _print()
    server = MailServer.from_environment()
    done = step(send_all)(server) if server else None
    if unprinted:
        raise unprinted
    return did(SENT, sent=done.sent, refused=done.refused) if done else did(NO_SERVER)


def _print() -> Refusal | None:
    """Prints first; a paper that cannot be printed must not keep other people's mail back."""
    try:
        print_waiting()
    except Refusal as refusal:
        return refusal
    return None
