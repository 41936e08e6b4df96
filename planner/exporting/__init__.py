"""A plan written out as a document in the columns of its source, with where the work stands beside.

What is written reads back the same: the columns hold the words of the rows as they were issued; times that were moved
since, states and results stand beside, under headers that a reader of plans takes for notes.
"""

from planner.errors import Refusal
from planner.exporting.names import FORMS, MEDIA_TYPES, file_name
from planner.exporting.sheet import PlanSheet, plan_sheet
from planner.language import N_

__all__ = ["FORMS", "MEDIA_TYPES", "PlanSheet", "file_name", "plan_sheet", "write_plan"]


def write_plan(sheet: PlanSheet, form: str) -> bytes:
    """The document's bytes; `form` is one of FORMS. Refuses a plan without rows. Needs no database."""
    if not sheet.entries:
        raise Refusal(N_("Kế hoạch này không có dòng nào để xuất."))
    if form == "docx":
        from planner.exporting.word import word_document

        return word_document(sheet)
    from planner.exporting.excel import excel_workbook

    return excel_workbook(sheet)
