"""What can be refused before a process is started for it: archives and PDF files that unfold beyond all measure."""

from planner.reading.formats.archive import refuse_unfolding_archive
from planner.reading.formats.pdf_guard import refuse_unfolding

_PDF_BEGINS = 1024  # bytes in which a PDF file says what it is


def refuse_bombs(content: bytes) -> None:
    """Raises Refusal for a file whose directory or packed streams say that it unfolds to far more than a plan.

    Nothing of it is kept and nothing is interpreted; what is damaged is left to its reader to tell.
    """
    if content.startswith(b"PK"):
        refuse_unfolding_archive(content)
    elif b"%PDF-" in content[:_PDF_BEGINS]:
        refuse_unfolding(content)
