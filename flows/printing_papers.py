"""Prints issued documents: reads the frozen data, renders with no transaction open, keeps the PDF."""

import logging

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.office import look, transact
from flows.steps import step
from planner.errors import Refusal
from planner.issuing import keep_pdf, unprinted
from planner.language import N_
from planner.models import Document
from printing import render

FAILED = N_("Không in được %(count)d văn bản; các văn bản khác đã in xong. Lần chạy sau sẽ in lại.")
log = logging.getLogger(__name__)


@task(task_run_name="in: {title}", retries=2, retry_delay_seconds=3, cache_policy=NO_CACHE)
def print_document(document_id: int, title: str) -> None:
    """Renders one document and keeps it; what was kept meanwhile stays."""
    kind, data = look(lambda session: _contents(session.get_one(Document, document_id)))
    pdf = render(kind, data)
    transact(lambda session: keep_pdf(session, document_id, pdf).id)


def _contents(document: Document) -> tuple[str, dict[str, object]]:
    return document.kind, document.data


def print_waiting() -> int:
    """Prints every issued document without a PDF, each in a Prefect task of its own; gives how many.

    One that fails does not hold up the others; it is refused at the end.
    """
    waiting = look(unprinted)
    failures = sum(not _is_printed(document) for document in waiting)
    if failures:
        raise Refusal(FAILED, count=failures)
    return len(waiting)


def _is_printed(document: Document) -> bool:
    try:
        step(print_document)(document.id, f"{document.title} ({document.number})")
    except Exception as error:  # whatever is wrong with one paper, the others go out
        log.warning("document %d was not printed: %s: %s", document.id, type(error).__name__, error)
        return False
    return True
