"""A draft kept as an upload, taken out again corrected, and imported or dropped."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.errors import Refusal
from planner.importing import import_plan, lock_imports, same_document
from planner.language import N_
from planner.models import Organisation, Plan, Upload
from planner.reading import PlanDraft, draft_from_json, draft_to_json
from planner.uploads.bodies import remember_boards


def keep(draft: PlanDraft) -> dict[str, Any]:
    """The JSON of a fresh draft, its rows numbered."""
    kept = draft_to_json(draft)
    for key, (row, read) in enumerate(zip(kept["rows"], draft.rows, strict=True), 1):
        row |= {"key": key, "tasks": len(read.occurrences)}
    return kept


def require_read(upload: Upload) -> None:
    """Refuses an upload whose document is being read: what it says may change at any moment."""
    if upload.state != "ready":
        raise Refusal(N_("Văn bản này đang được đọc. Đề nghị chờ đọc xong rồi thực hiện lại."))


def hold(session: Session, upload_id: int) -> None:
    """Lets only one at a time change an upload; take it before the upload is loaded. SQLite has one writer anyway."""
    session.execute(select(Upload.id).where(Upload.id == upload_id).with_for_update())


def touched(upload: Upload) -> int:
    """How many rows a clerk has corrected, answered, taken over or left out: what another reading would lose."""
    rows = upload.draft.get("rows", [])
    changed = sum(bool(row.get("touched")) or row.get("activity") is not None for row in rows)
    return changed + len(upload.draft.get("removed", []))


def accept(
    session: Session, upload: Upload, organisation: Organisation, by: Actor, today: date
) -> tuple[Plan, bool]:  # fmt: skip
    """Imports what the clerk corrected; gives the plan and whether it is new. The upload is gone.

    Call `lock_imports` before the upload is loaded, where two may ask at once.
    """
    require_read(upload)
    lock_imports(session, organisation)
    if same_document(session, organisation, upload.draft["sha256"]) is None:
        remember_boards(upload, organisation, by, today)
    plan, is_new = import_plan(session, organisation, draft_from_json(upload.draft), by, today, upload.file)
    if is_new:
        session.delete(upload)
    else:
        discard(session, upload)
    return plan, is_new


def discard(session: Session, upload: Upload) -> None:
    """Drops an upload with its file; nothing of it was imported."""
    file = upload.file
    session.delete(upload)
    session.flush()
    if file is not None:
        session.delete(file)
