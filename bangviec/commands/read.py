"""`bangviec read`: what a plan document says, as it was understood. Stores nothing."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bangviec.arguments import add_json, add_year
from bangviec.files import read_file
from bangviec.words import give_json, tell
from planner.language import N_

if TYPE_CHECKING:
    from planner.reading import PlanDraft, RowDraft


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    add_year(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> None:
    draft = read_draft(args.file, args.year)
    if args.json:
        give_json(draft.as_json())
    else:
        show(draft)


def read_draft(file: str, year: str | None) -> "PlanDraft":
    """Reads a document on this machine, in a process of its own: it may have come from anywhere."""
    from planner.period import Years
    from planner.reading.apart import read_document_apart

    years = Years.parse(year) if year else None
    return read_document_apart(read_file(file), Path(file).name, years)


def show(draft: "PlanDraft") -> None:
    """The draft for a person at a terminal."""
    print(draft.title)
    if draft.number or draft.date:
        tell(N_("Số %(number)s, ngày %(day)s"), number=draft.number or "?", day=draft.date or "?")
    for question in draft.questions:
        print(f"  ? {question}")
    for row in draft.rows:
        _show_row(row)
    tasks = sum(len(row.occurrences) for row in draft.rows)
    tell(N_("%(rows)d dòng, %(tasks)d nhiệm vụ, %(targets)d chỉ tiêu."),
         rows=len(draft.rows), tasks=tasks, targets=len(draft.targets))  # fmt: skip


def _show_row(row: "RowDraft") -> None:
    print(f"{row.number:>4}  {row.title}")
    times = " → ".join(period.text for period in (row.submit, row.execute) if period) or "—"
    spans = "; ".join(_span(submit, execute) for submit, execute in row.occurrences)
    print(f"      {row.board or '—'} | {times} | {spans}")
    for question in row.questions:
        print(f"      ? {question}")


def _span(*spans: object) -> str:
    shown = []
    for span in spans:
        if span is not None:
            start, finish = span.as_json()  # type: ignore[attr-defined]
            shown.append(f"{start or '…'} – {finish or '…'}")
    return " → ".join(shown) or "—"
