"""From a draft to a plan: once, whole, and not as a copy."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from office import DRAFT, Office
from sqlalchemy import func, select

from planner.actor import COMMAND
from planner.errors import Refusal
from planner.importing import import_plan
from planner.models import Board, File, Plan, Task, Upload
from planner.uploads import discard

DAY = date(2026, 1, 6)


def test_the_same_bytes_again_change_nothing(office: Office) -> None:
    plan, new = import_plan(office.session, office.organisation, DRAFT, COMMAND, DAY)  # type: ignore[arg-type]
    assert (plan, new) == (office.plan, False)
    assert office.session.scalar(select(func.count()).select_from(Plan)) == 1


def test_the_same_plan_in_other_bytes_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="đã được nhập"):
        import_plan(office.session, office.organisation, replace(DRAFT, sha256="c" * 64), COMMAND, DAY)  # type: ignore[arg-type]


def test_a_draft_without_rows_is_refused(office: Office) -> None:
    with pytest.raises(Refusal):
        import_plan(office.session, office.organisation, replace(DRAFT, rows=(), sha256="d" * 64), COMMAND, DAY)  # type: ignore[arg-type]


def test_one_row_with_two_months_is_two_paired_tasks(office: Office) -> None:
    first, second = office.task("6", 1), office.task("6", 2)
    dates = [[m.deadline for k in ("submit", "execute") if (m := t.milestone(k))] for t in (first, second)]
    assert dates == [[date(2026, 5, 29), date(2026, 6, 30)], [date(2026, 11, 30), date(2026, 12, 31)]]
    assert first.row is second.row
    assert [m.text for m in second.milestones] == ["Tháng 11/2026", "Tháng 12/2026"]


def test_spellings_of_one_board_meet(office: Office) -> None:
    row = replace(DRAFT.rows[0], board="BAN  Phong\u00a0trào")
    draft = replace(DRAFT, rows=(row,), sha256="e" * 64, fingerprint="f" * 64, number="02/CTr")
    plan, _ = import_plan(office.session, office.organisation, draft, COMMAND, DAY)  # type: ignore[arg-type]
    assert plan.rows[0].tasks[0].board is office.boards["pt"]
    assert office.session.scalar(select(func.count()).select_from(Board)) == 3


def test_every_task_begins_its_history_with_the_import(office: Office) -> None:
    assert {t.changes[0].verb for t in office.session.scalars(select(Task))} == {"import"}


def test_the_id_of_a_preview_that_is_gone_is_not_given_to_another(office: Office) -> None:
    """On an upgraded database: a page that was left open must not import somebody else's document."""
    ids = []
    for _ in range(2):
        file = File(
            organisation_id=office.organisation.id, name="a.docx", media_type="x", sha256="0", content=b"a",
            created_at=datetime(2026, 5, 11, tzinfo=UTC),
        )  # fmt: skip
        upload = Upload(
            organisation_id=office.organisation.id, person_id=office.people["secretariat"].id, draft={}, file=file,
            created_at=file.created_at,
        )  # fmt: skip
        office.session.add(upload)
        office.session.flush()
        ids.append(upload.id)
        discard(office.session, upload)
        office.session.flush()
    assert ids[0] < ids[1]
