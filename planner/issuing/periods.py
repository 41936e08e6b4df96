"""The period that a report covers, told by its key and its days."""

import re

from planner.models import Board, Document, Organisation
from planner.reporting import ReportPeriod

_KEY = re.compile(r"(\d{4})(?:-(Q|H|)(\d+))?")
_KINDS = {"": "month", "Q": "quarter", "H": "half", None: "year"}


def report_key(organisation: Organisation, period: ReportPeriod, board: Board | None) -> str:
    """The unique key of a report: the office, the period, the whole or a board."""
    return f"digest:{organisation.id}:{period.key}:{board.id if board else 'all'}"


def period_covered(document: Document) -> ReportPeriod:
    """The period of a report, with the days that counted when it was made."""
    found = _KEY.fullmatch(document.period)
    if found is None:
        raise ValueError(f"document {document.id} reports on no period")
    year, kind, nth = found.groups()
    return ReportPeriod(_KINDS[kind], int(year), int(nth or 1), document.first, document.last)
