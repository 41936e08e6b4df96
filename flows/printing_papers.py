"""Prints issued documents: reads the frozen data, renders with no transaction open, keeps the PDF."""

from flows.office import look, transact
from flows.steps import each, io_task, step
from planner.issuing import keep_pdf, unprinted
from planner.models import Document
from printing import render


@io_task("in: {title}")
def print_document(document_id: int, title: str) -> None:
    """Renders one document and keeps it; one that another process has printed meanwhile is left alone."""
    contents = look(lambda session: _contents(session.get_one(Document, document_id)))
    if contents is not None:
        pdf = render(*contents)
        transact(lambda session: keep_pdf(session, document_id, pdf).id)


def _contents(document: Document) -> tuple[str, dict[str, object]] | None:
    return (document.kind, document.data) if document.file_id is None else None


def print_waiting() -> list[Exception]:
    """Prints every issued document without a PDF, each in a Prefect task of its own; gives what could not be printed.

    One that fails does not hold up the others; the next run tries it again.
    """
    waiting = look(unprinted)
    calls = [(document.id, f"{document.title} ({document.number})") for document in waiting]
    return each(step(print_document), calls)[1]
