"""From the rows of a stored plan to a draft of another year's, kept as an upload without a file."""

import hashlib
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.answering.carried import COUNTED, ONE_DAY
from planner.called import called
from planner.copying.years import anniversary, times_carried, words_carried
from planner.errors import Refusal
from planner.language import N_
from planner.models import Person, Plan, PlanRow, Upload
from planner.period import Period, Years
from planner.reading import Note, PlanDraft, RowDraft, row_from_texts
from planner.reissuing.words import years_of_row
from planner.text import line
from planner.uploads.store import keep

SOURCE = N_("dòng %(number)s của “%(plan)s”")
CANCELLED = N_("đã hủy trong kế hoạch trước")
ARISEN = N_("việc phát sinh của kế hoạch trước")
TIMES = ("submit", "execute")


def begin_copy(session: Session, plan: Plan, first_year: int, person: Person, now: datetime) -> Upload:
    """The copy as an upload that waits to be looked through; one that waits already goes on. Never commits."""
    if not plan.rows_in_force:
        raise Refusal(N_("Kế hoạch này không có dòng nào để chép."))
    query = select(Upload).where(Upload.copied_from_id == plan.id, Upload.organisation_id == plan.organisation_id)
    for known in session.scalars(query):
        if known.draft["years"][0] == first_year:
            return known
    draft = copied_draft(plan, first_year - plan.first_year)
    draft.sha256 = hashlib.sha256(f"copy of {plan.id} at {now.isoformat()}".encode()).hexdigest()
    upload = Upload(
        organisation_id=plan.organisation_id, person_id=person.id, file=None, copied_from=plan, state="ready", asked={},
        draft=_left_out(keep(draft)), created_at=now,
    )  # fmt: skip
    session.add(upload)
    session.flush()
    return upload


def copied_draft(plan: Plan, by: int) -> PlanDraft:
    """Every row in force `by` years later, its times read anew; what names a day or counts years is asked about."""
    rows = sorted(plan.rows_in_force, key=lambda row: (row.position, row.id))
    draft = PlanDraft(
        title=words_carried(plan.title, plan.first_year, plan.last_year, by), number=None, date=None,
        organisation=plan.organisation.name, years=Years(plan.first_year + by, plan.last_year + by),
    )  # fmt: skip
    draft.rows = [_row(row, plan, by) for row in rows]
    return draft


def _row(row: PlanRow, plan: Plan, by: int) -> RowDraft:
    old, span = years_of_row(row, plan), (plan.first_year, plan.last_year)
    years = replace(old, first=old.first + by, last=old.last + by)
    texts = {kind: times_carried(getattr(row, f"{kind}_text"), plan.first_year, by) for kind in TIMES}
    read = row_from_texts(
        row.number, words_carried(row.title, *span, by), _board(row), texts["submit"], texts["execute"], years,
        section=words_carried(row.section, *span, by) or None, cooperating=row.cooperating, pairing=row.pairing,
        source=_source(row, plan),
    )  # fmt: skip
    read.extras = dict(row.extras or {}) if row.origin == "document" else {}
    read.questions += [*_days(row, read, years), *_counts(read, years, by)]
    return read


def _board(row: PlanRow) -> str:
    """Who leads the work now, whoever the document named first."""
    boards = {task.board.name for task in row.tasks}
    return boards.pop() if len(boards) == 1 else row.board.name if row.board else row.board_text


def _source(row: PlanRow, plan: Plan) -> str:
    why = _why_left_out(row)
    return Note(why) if why else Note(SOURCE, number=called(row), plan=plan.title)


def _why_left_out(row: PlanRow) -> str:
    """What was cancelled or came up once is proposed too, but only when it is taken back."""
    if row.origin == "arisen":
        return ARISEN
    return CANCELLED if row.tasks and all(task.state == "cancelled" for task in row.tasks) else ""


def _days(row: PlanRow, read: RowDraft, years: Years) -> list[str]:
    """Days that the former plan names, which weeks and holidays of another year may not suit."""
    found: list[str] = []
    for kind, period in zip(TIMES, (read.submit, read.execute), strict=True):
        if period and (day := _named_day(period)):
            old = getattr(row, f"{kind}_text")
            values = {"field": f"{kind}_text", "month": day.month, "year": years.first}
            found.append(Note(ONE_DAY, old=old, text=period.text, **values))
    return found


def _named_day(period: Period) -> date | None:
    if period.kind not in ("date", "day-range") or len(period.spans) != 1:
        return None
    return period.spans[0].start or period.spans[0].finish


def _counts(read: RowDraft, years: Years, by: int) -> list[str]:
    number = anniversary(line(read.title))
    return [Note(COUNTED, text=number, year=years.first, by=by, field="title")] if number else []


def _left_out(kept: dict[str, Any]) -> dict[str, Any]:
    """The rows that are proposed but not ticked stand among those that were left out."""
    out = [row for row in kept["rows"] if _message(row["source"]) in (CANCELLED, ARISEN)]
    return {**kept, "rows": [row for row in kept["rows"] if row not in out], "removed": out}


def _message(source: str | dict[str, Any]) -> str:
    return source if isinstance(source, str) else str(source["message"])
