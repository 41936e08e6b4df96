"""Papers of the office: issued at once or as drafts that wait, frozen when they go out, mailed, printed, replaced."""

from planner.issuing.annexes import issue_annex
from planner.issuing.choices import choose_waiting, waiting_kinds
from planner.issuing.claiming import claim_unprinted, put_off
from planner.issuing.documents import Matter, issue
from planner.issuing.drafts import drop, refresh, take_up, write_remarks
from planner.issuing.minutes import issue_minutes
from planner.issuing.papers import file_name, keep_pdf, unprinted
from planner.issuing.recipients import of_board, of_organisation
from planner.issuing.releasing import release, release_all
from planner.issuing.replacing import replace
from planner.issuing.reports import issue_report, scopes_without_report

__all__ = [
    "Matter", "choose_waiting", "claim_unprinted", "drop", "file_name", "issue", "issue_annex", "issue_minutes",
    "issue_report", "keep_pdf", "of_board", "of_organisation", "put_off", "refresh", "release", "release_all",
    "replace", "scopes_without_report", "take_up", "unprinted", "waiting_kinds", "write_remarks",
]  # fmt: skip
