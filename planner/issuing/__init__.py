"""Issuing documents: the number, the frozen data, the mails that carry it, and the PDF that is printed afterwards."""

from planner.issuing.digests import issue_digest, owed_month
from planner.issuing.documents import issue, keep_pdf, unprinted
from planner.issuing.recipients import of_board, of_organisation

__all__ = ["issue", "issue_digest", "keep_pdf", "of_board", "of_organisation", "owed_month", "unprinted"]
