"""Prints issued documents: reads the frozen data, renders with no transaction open, keeps the PDF."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.office import look, transact
from planner.errors import Refusal
from planner.issuing import keep_pdf, unprinted
from planner.language import N_
from planner.models import Document

FAILED = N_("Không in được %(count)d văn bản; các văn bản khác đã in xong. Lần chạy sau sẽ in lại.")


@task(task_run_name="in: {title}", retries=2, retry_delay_seconds=3, cache_policy=NO_CACHE)
def print_document(document_id: int, title: str) -> None:
    """Renders one document and keeps it; what was kept meanwhile stays."""
    from printing import render

    kind, data = look(lambda s: (lambda d: (d.kind, d.data))(s.get_one(Document, document_id)))
    pdf = render(kind, data)
    transact(lambda session: keep_pdf(session, document_id, pdf).id)


def print_waiting() -> int:
    """Prints every issued document without a PDF, each in a Prefect task of its own; gives how many.

    One that fails does not hold up the others; it is refused at the end.
    """
    waiting = [(d.id, f"{d.title} ({d.number})") for d in look(unprinted)]
    states = [print_document(*one, return_state=True) for one in waiting]
    if failures := sum(not state.is_completed() for state in states):
        raise Refusal(FAILED, count=failures)
    return len(waiting)
