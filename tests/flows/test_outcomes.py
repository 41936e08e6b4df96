"""How runs end: what one thing that fails leaves of the others, who is told, and what the next good run closes."""

from datetime import date
from typing import Any

import pytest
from office import Office
from prefect_runs import runs_of
from smtp_server import Mailbox, smtp_server
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from planner.models import Document, Failure

pytestmark = pytest.mark.usefixtures("prefect_server", "database")

DAY = date(2026, 6, 1)


@pytest.fixture
def flows() -> dict[str, Any]:
    from flows.registry import FLOWS

    return FLOWS


def break_document(session: Session, document_id: int) -> None:
    """Data that no template can print; by SQL, since a paper that went out refuses to be edited."""
    data = {**session.get_one(Document, document_id).data, "letterhead": None}
    session.execute(update(Document).where(Document.id == document_id).values(data=data))


def test_a_paper_that_cannot_be_printed_keeps_nobody_elses_mail_back(
    flows: dict[str, Any], session: Session, office: Office, mailbox: Mailbox
) -> None:
    from planner.errors import Refusal
    from planner.issuing import issue_report
    from planner.reminding import issue_reminder
    from planner.reporting import period_for

    may = period_for(office.organisation, "month", 2026, 5)
    broken = issue_report(session, office.organisation, may, None, DAY)
    assert broken is not None
    issue_reminder(session, office.organisation, office.boards["dcpl"], DAY)
    session.flush()
    break_document(session, broken.id)
    session.commit()
    with pytest.raises(Refusal, match=r"Đã gửi 1 thư.*Còn 1 việc chưa xong.*lỗi chưa lường trước"):
        flows["deliver"]()
    assert mailbox.recipients == ["truongban.dcpl@mau.invalid"]
    (run,) = [run for run in runs_of("deliver") if run.state.is_failed()]
    assert run.state.message.startswith("Đã gửi 1 thư, 0 thư bị từ chối. Còn 1 việc chưa xong")


def test_a_failure_is_told_to_the_administrator_once_and_closed_by_the_next_good_run(
    flows: dict[str, Any], session: Session, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.deliver import send_all
    from planner.errors import Refusal

    monkeypatch.setattr(send_all, "retries", 0)
    monkeypatch.setenv("BANGVIEC_SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("BANGVIEC_SMTP_PORT", "9")
    flows["send_reminders"](date(2026, 5, 25))
    for _ in range(2):
        with pytest.raises(Refusal, match=r"Chưa gửi được thư.*127\.0\.0\.1:9 không trả lời"):
            flows["deliver"]()
    (failure,) = session.scalars(select(Failure)).all()
    assert (failure.flow, failure.times, failure.mended_at) == ("deliver", 2, None)
    assert "127.0.0.1:9 không trả lời" in failure.sentence
    with smtp_server() as (server, mailbox):
        monkeypatch.setenv("BANGVIEC_SMTP_PORT", str(server.port))
        assert flows["deliver"]() == "Đã gửi 3 thư, 0 thư bị từ chối."
    assert mailbox.recipients.count("quantri@mau.invalid") == 1
    session.rollback()
    assert session.scalars(select(Failure.mended_at)).one() is not None


def test_one_office_that_fails_does_not_hold_up_the_others(
    flows: dict[str, Any], session: Session, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.office import offices
    from planner import rolling
    from planner.errors import Refusal

    opened, neighbour = rolling.open_due, office.people["outsider"].memberships[0].organisation_id

    def open_due(session: Session, organisation: Any, day: date) -> list[Any]:
        if organisation.id == neighbour:
            raise RuntimeError("broken on purpose")
        return opened(session, organisation, day)

    found = offices()[::-1]
    assert found[0].id == neighbour
    monkeypatch.setattr("flows.roll_over.offices", lambda: found)
    monkeypatch.setattr("flows.roll_over.open_due", open_due)
    with pytest.raises(Refusal, match=r"đã mở 7 nhiệm vụ đến kỳ\. Còn 1 việc chưa xong"):
        flows["roll_over"](DAY)


@pytest.mark.parametrize(("error", "tries"), [(OSError("the disk is full"), 3), (ValueError("wrong"), 1)])
def test_only_what_a_server_or_the_disk_failed_is_tried_again(error: Exception, tries: int) -> None:
    from prefect import flow

    from flows.steps import each, io_task, step

    tried = []

    @io_task("thử")
    def attempt() -> None:
        tried.append(error)
        raise error

    attempt.retry_delay_seconds = 0

    @flow(name="trying")
    def trying() -> int:
        return len(each(step(attempt), [()])[1])

    assert trying() == 1
    assert len(tried) == tries
