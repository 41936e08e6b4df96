"""Prints issued documents: claims one, renders its frozen data with no transaction open, keeps the PDF."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from flows.office import look, transact
from flows.steps import each, io_task, step
from planner.issuing import claim_unprinted, keep_pdf, put_off
from planner.models import Document
from planner.outbox.leasing import instant
from printing import render


@io_task("in: {title}")
def print_document(document_id: int, title: str) -> None:
    """Renders one document and keeps it; one that a page has printed meanwhile is left alone."""
    contents = look(lambda session: _contents(session.get_one(Document, document_id)))
    if contents is not None:
        pdf = render(*contents)
        transact(lambda session: keep_pdf(session, document_id, pdf).id)


def _contents(document: Document) -> tuple[str, dict[str, object]] | None:
    return (document.kind, document.data) if document.file_id is None else None


def print_waiting() -> list[Exception]:
    """Prints every issued document without a PDF, each in a Prefect task of its own; gives what could not be printed.

    Many workers share them by claims, so that none is printed twice. One that fails does not hold up the others; it is
    tried again later.
    """
    return each(_print_or_put_off, _claims())[1]


def _claims() -> Iterator[tuple[int, str]]:
    """One after the other, each claimed when the one before is done."""
    while (claimed := transact(_claim)) is not None:
        yield claimed


def _claim(session: Session) -> tuple[int, str] | None:
    document = claim_unprinted(session, instant())
    return (document.id, f"{document.title} ({document.number})") if document else None


def _print_or_put_off(document_id: int, title: str) -> None:
    try:
        step(print_document)(document_id, title)
    except Exception:
        transact(lambda session: put_off(session, document_id, instant()))
        raise
