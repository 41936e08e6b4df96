"""Taking over a new issue from a preview that a clerk has corrected."""

from datetime import date

from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.models import Plan, Upload
from planner.reading import draft_from_json
from planner.reissuing.applying import Accepted, reissue
from planner.reissuing.comparing import Comparison, compare
from planner.uploads.bodies import chosen_boards, remember_boards
from planner.uploads.store import require_read


def compare_upload(plan: Plan, upload: Upload) -> Comparison:
    """What the clerk corrected against the plan, with the boards that were chosen for the document's names."""
    require_read(upload)
    return compare(plan, draft_from_json(upload.draft), chosen_boards(upload, plan.organisation))


def take_upload(
    session: Session, plan: Plan, upload: Upload, accepted: Accepted, by: Actor, today: date
) -> dict[str, int]:  # fmt: skip
    """`reissue` with what the clerk corrected; the upload is gone, its file is the plan's document from now on."""
    require_read(upload)
    remember_boards(upload, plan.organisation, by, today)
    counts = reissue(session, plan, draft_from_json(upload.draft), accepted, by, today, upload.file)
    session.delete(upload)
    return counts
