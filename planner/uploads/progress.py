"""An upload while its document is read: begun, told of, ended one way or the other.

The reading runs in some process that may die. So its state stands in the upload: who looks at it sees how far it has
come, and when it has been silent for too long it is begun again. The earlier reading is then no longer listened to.
"""

from datetime import datetime, timedelta
from typing import Any

from planner.errors import Refusal
from planner.models import Upload
from planner.period import Years
from planner.reading import Choices, PlanDraft
from planner.reading.meanings import choices_as_json, choices_from_json
from planner.reading.progress import Progress
from planner.uploads.store import keep

SILENT = timedelta(seconds=30)
_OF_CLERK = ("heading", "boards")  # what a clerk said of the document, which another reading leaves as it is


def begin_reading(upload: Upload, years: Years | None, columns: Choices, now: datetime) -> int:
    """The upload is being read from now on, by these years and meanings of columns; gives the reading's number."""
    nth = int(upload.asked.get("nth", 0)) + 1
    said = [years.first, years.last, years.month] if years else None
    upload.asked = {"nth": nth, "years": said, "columns": choices_as_json(columns)}
    upload.state, upload.told, upload.beat_at = "reading", {}, now
    return nth


def asked_of(upload: Upload) -> tuple[Years | None, Choices]:
    """The years and the meanings of columns by which the upload is read."""
    years = upload.asked.get("years")
    return Years(*years) if years else None, choices_from_json(upload.asked.get("columns")) or {}


def is_awaited(upload: Upload | None, nth: int) -> bool:
    """Whether this reading still counts: the upload is there, and no later reading was begun."""
    return upload is not None and upload.state == "reading" and upload.asked.get("nth") == nth


def is_silent(upload: Upload, now: datetime) -> bool:
    """Whether nothing was heard of a reading for so long that its process must have died."""
    return upload.state == "reading" and (upload.beat_at is None or now - upload.beat_at > SILENT)


def tell(upload: Upload, progress: Progress, now: datetime) -> None:
    """How far the reading has come."""
    upload.told = {"step": progress.step, "done": progress.done, "total": progress.total}
    upload.beat_at = now


def told(upload: Upload) -> Progress | None:
    """What `tell` was told last."""
    return Progress(**upload.told) if upload.state == "reading" and "step" in upload.told else None


def end_reading(upload: Upload, draft: PlanDraft) -> None:
    """The document was read. What a clerk had said of the whole of it stays."""
    kept = {name: upload.draft[name] for name in _OF_CLERK if name in upload.draft}
    upload.draft = {**keep(draft), **kept.get("heading", {}), **kept}
    upload.state, upload.told = "ready", {}


def refuse_reading(upload: Upload, refusal: Refusal) -> None:
    """The document could not be read. An earlier reading stays; without one nothing of the document is kept."""
    upload.told = {"message": str(refusal.message), "values": _plain(refusal.values)}
    upload.state = "ready" if upload.draft else "refused"
    if not upload.draft and upload.file:
        upload.file.content = b""


def refusal_of(upload: Upload) -> Refusal | None:
    """Why the last reading was refused."""
    return Refusal(upload.told["message"], **upload.told["values"]) if "message" in upload.told else None


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value if isinstance(value, int | float) else str(value) for name, value in values.items()}
