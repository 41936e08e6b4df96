"""A plan as a file to be saved: its rows as they were issued, with where the work stands beside."""

from flask import Blueprint
from werkzeug.wrappers import Response

from planner.clock import today
from planner.exporting import MEDIA_TYPES, file_name, plan_sheet, write_plan
from planner.models import Plan
from planner.reissuing.finding import with_rows
from webapp.access import access, load
from webapp.extensions import db
from webapp.files import sent_file

section = Blueprint("plan_export", __name__)


@section.get("/plans/<int:id>/export/<any(xlsx, docx):form>")
@access.anyone
def show(id: int, form: str) -> Response:
    """The file is made when the transaction has ended."""
    sheet = plan_sheet(load(Plan, id, *with_rows()), today())
    db.session.commit()
    return sent_file(write_plan(sheet, form), file_name(sheet.title, form), MEDIA_TYPES[form])
