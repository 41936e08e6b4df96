"""The five flows on a real Prefect server, with a real SMTP server at the end."""

import io
from datetime import date
from typing import Any

import pypdf
import pytest
from office import Office
from smtp_server import Mailbox
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from planner.models import Change, Document, Mail, PublishedFeed

pytestmark = pytest.mark.usefixtures("prefect_server", "database")

DAY = date(2026, 6, 1)  # a Monday, the first working day of June


@pytest.fixture
def flows() -> dict[str, Any]:
    from flows.registry import FLOWS

    return FLOWS


def count(engine: Engine, model: type[Any]) -> int:
    with Session(engine) as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def runs_of(flow: str) -> list[Any]:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowFilter, FlowFilterName

    with get_client(sync_client=True) as client:
        return client.read_flow_runs(flow_filter=FlowFilter(name=FlowFilterName(any_=[flow])))


def task_runs(flow_run: Any) -> list[Any]:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

    with get_client(sync_client=True) as client:
        return client.read_task_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[flow_run.id])))


def test_there_are_five_flows_by_their_names(flows: dict[str, Any]) -> None:
    assert sorted(flows) == ["deliver", "monthly_digest", "publish_feeds", "roll_over", "send_reminders"]


def test_roll_over_opens_says_so_and_publishes(flows: dict[str, Any], engine: Engine, office: Office) -> None:
    assert flows["roll_over"](DAY) == "Ngày 01/06/2026: đã mở 7 nhiệm vụ đến kỳ."
    before = count(engine, Change)
    assert flows["roll_over"](day=DAY) == "Ngày 01/06/2026: đã mở 0 nhiệm vụ đến kỳ."
    assert count(engine, Change) == before
    assert count(engine, PublishedFeed) > 0


def test_the_run_is_called_by_its_day_and_ends_with_the_sentence(flows: dict[str, Any], office: Office) -> None:
    flows["roll_over"](date(2026, 3, 3))
    (run,) = [run for run in runs_of("roll_over") if run.name == "roll_over 2026-03-03"]
    assert run.state.is_completed()
    assert run.state.message == "Ngày 03/03/2026: đã mở 3 nhiệm vụ đến kỳ."


def test_the_months_digests_are_issued_printed_and_delivered_once(
    flows: dict[str, Any], engine: Engine, office: Office, mailbox: Mailbox
) -> None:
    assert flows["monthly_digest"](DAY) == "Ngày 01/06/2026: đã lập 4 báo cáo tháng."
    assert flows["monthly_digest"](DAY) == "Ngày 01/06/2026: đã lập 0 báo cáo tháng."
    assert flows["deliver"]() == "Đã gửi 5 thư, 0 thư bị từ chối."
    assert flows["deliver"]() == "Đã gửi 0 thư, 0 thư bị từ chối."
    assert sorted(mailbox.recipients) == [
        "thuongtruc@mau.invalid", "truongban.dcpl@mau.invalid", "truongban.pt@mau.invalid",
        "truongban.tctg@mau.invalid", "vanphong@mau.invalid",
    ]  # fmt: skip
    text = pdf_text(mailbox, "vanphong@mau.invalid")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "tháng 5" in text


def pdf_text(mailbox: Mailbox, recipient: str) -> str:
    (message,) = [m for m in mailbox.messages if m["To"] == recipient]
    (attached,) = message.iter_attachments()
    reader = pypdf.PdfReader(io.BytesIO(attached.get_content()))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_reminders_go_to_the_boards_one_task_run_each(
    flows: dict[str, Any], engine: Engine, office: Office, mailbox: Mailbox
) -> None:
    day = date(2026, 5, 25)
    assert flows["send_reminders"](day) == "Ngày 25/05/2026: đã lập 2 phiếu nhắc việc."
    (run,) = [run for run in runs_of("send_reminders") if run.name == "send_reminders 2026-05-25"]
    names = sorted(task.name for task in task_runs(run))
    assert [name.split(":")[0] for name in names] == ["in", "in", "nhắc việc", "nhắc việc"]
    assert flows["send_reminders"](day) == "Ngày 25/05/2026: đã lập 0 phiếu nhắc việc."
    flows["deliver"]()
    assert sorted(mailbox.recipients) == ["truongban.dcpl@mau.invalid", "truongban.pt@mau.invalid"]
    assert "Góp ý dự thảo nghị quyết" in pdf_text(mailbox, "truongban.dcpl@mau.invalid")


def test_what_a_person_asked_for_is_printed_and_sent_by_deliver(
    flows: dict[str, Any], session: Session, office: Office, mailbox: Mailbox
) -> None:
    from planner.reminding import remind_now

    remind_now(
        session, office.organisation, office.boards["dcpl"], [office.task("7")], office.actor("secretariat"), DAY
    )
    session.commit()
    assert flows["deliver"]() == "Đã gửi 1 thư, 0 thư bị từ chối."
    assert "Góp ý dự thảo nghị quyết" in pdf_text(mailbox, "truongban.dcpl@mau.invalid")


def test_without_a_mail_server_deliver_prints_and_keeps_the_mail(
    flows: dict[str, Any], engine: Engine, office: Office
) -> None:
    flows["send_reminders"](date(2026, 5, 25))
    assert "thư vẫn ở hộp thư đi" in flows["deliver"]()
    with Session(engine) as session:
        assert session.scalars(select(Mail.sent_at)).all() == [None, None]
        assert None not in session.scalars(select(Document.file_id)).all()


def test_a_paper_that_cannot_be_printed_keeps_nobody_elses_mail_back(
    flows: dict[str, Any], session: Session, office: Office, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.printing_papers import print_document
    from planner.errors import Refusal
    from planner.issuing import issue_digest
    from planner.reminding import issue_reminder

    broken = issue_digest(session, office.organisation, (2026, 5), None, DAY)
    assert broken is not None
    broken.data = {**broken.data, "letterhead": None}
    issue_reminder(session, office.organisation, office.boards["dcpl"], DAY)
    session.commit()
    monkeypatch.setattr(print_document, "retries", 0)
    with pytest.raises(Refusal, match="Không in được 1 văn bản"):
        flows["deliver"]()
    assert mailbox.recipients == ["truongban.dcpl@mau.invalid"]


def test_a_day_off_owes_neither_digest_nor_reminder(flows: dict[str, Any], engine: Engine, office: Office) -> None:
    saturday = date(2026, 5, 23)
    flows["monthly_digest"](saturday)
    flows["send_reminders"](saturday)
    assert count(engine, Document) == 0


def test_without_a_day_a_flow_runs_for_today(
    flows: dict[str, Any], office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANGVIEC_TODAY", "2026-05-11")
    assert flows["roll_over"]() == "Ngày 11/05/2026: đã mở 6 nhiệm vụ đến kỳ."
