"""`bangviec import`: reads a document and stores its plan, in one transaction."""

import argparse
import mimetypes
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from bangviec.arguments import add_json, add_organisation, add_year
from bangviec.commands.read import read_draft
from bangviec.files import read_file
from bangviec.places import database
from bangviec.words import give_json, tell
from planner import administration, clock
from planner.actor import COMMAND
from planner.database import writing
from planner.errors import Refusal
from planner.importing import import_plan
from planner.language import N_
from planner.models import File, Organisation, Plan, the_organisation
from planner.text import line

if TYPE_CHECKING:
    from planner.reading import PlanDraft


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    add_year(parser)
    add_organisation(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> None:
    draft = read_draft(args.file, args.year)
    content = read_file(args.file)
    with writing(database()) as session:
        organisation = find_or_make_organisation(session, args.organisation, draft)
        plan, is_new = store(session, organisation, draft, content)
        answer = _answer(plan, is_new)
    if args.json:
        give_json(answer)
        return
    message = N_("Đã nhập “%(title)s” của %(organisation)s: %(rows)d dòng, %(tasks)d nhiệm vụ.")
    known = N_("“%(title)s” của %(organisation)s đã được nhập trước đây (%(rows)d dòng, %(tasks)d nhiệm vụ).")
    tell(message if is_new else known, **answer)


def store(session: Session, organisation: Organisation, draft: "PlanDraft", content: bytes) -> tuple[Plan, bool]:
    """Stores the plan with its document, as of today; gives it and whether it is new."""
    file = File(
        organisation_id=organisation.id, name=line(draft.file_name), sha256=draft.sha256, content=content,
        media_type=mimetypes.guess_type(draft.file_name)[0] or "application/octet-stream", created_at=clock.now(),
    )  # fmt: skip
    return import_plan(session, organisation, draft, COMMAND, clock.today(), file)


def find_or_make_organisation(session: Session, name: str | None, draft: "PlanDraft") -> Organisation:
    """The one that was named; else the document's own, the only one there is, or a new one of the document's name."""
    name = line(name)
    wanted = name or line(draft.organisation)
    found = the_organisation(session, wanted) if wanted else None
    if found is None and not name:
        found = the_organisation(session)
    if found is not None:
        return found
    if not wanted:
        raise Refusal(N_("Văn bản không ghi tên cơ quan; cần thêm --organisation TÊN."))
    return administration.found(session, wanted, COMMAND, clock.today())


def _answer(plan: Plan, is_new: bool) -> dict[str, Any]:
    return {
        "new": is_new, "plan": plan.id, "title": plan.title, "organisation": plan.organisation.name,
        "rows": len(plan.rows), "tasks": sum(len(row.tasks) for row in plan.rows),
    }  # fmt: skip
