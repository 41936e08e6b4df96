"""The flows on a real Prefect server, with a real SMTP server at the end."""

from datetime import date
from typing import Any

import pytest
from office import Office
from prefect_runs import pdf_text, runs_of, task_runs
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


NAMES = {"deliver", "monthly_digest", "periodic_reports", "publish_feeds", "roll_over", "send_reminders"}


def test_the_flows_have_their_documented_names_and_each_has_a_schedule(flows: dict[str, Any]) -> None:
    from flows.schedules import SCHEDULES
    from planner.flow_names import FLOW_LABELS

    assert set(flows) >= NAMES
    assert set(flows) == set(SCHEDULES) <= set(FLOW_LABELS)


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


def test_reminders_go_to_the_boards_one_task_run_each(
    flows: dict[str, Any], engine: Engine, office: Office, mailbox: Mailbox
) -> None:
    day, others = date(2026, 5, 25), {run.id for run in runs_of("send_reminders")}
    assert flows["send_reminders"](day) == "Ngày 25/05/2026: đã lập 2 phiếu nhắc việc."
    (run,) = [run for run in runs_of("send_reminders") if run.id not in others]
    assert run.name == "send_reminders 2026-05-25"
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


def test_the_longer_reports_are_issued_where_they_are_switched_on(
    flows: dict[str, Any], session: Session, office: Office, mailbox: Mailbox
) -> None:
    from planner.reporting import YearDay, set_report

    eleventh = date(2026, 6, 11)
    assert flows["periodic_reports"](eleventh) == "Ngày 11/06/2026: đã lập 0 báo cáo quý, 6 tháng, năm."
    admin = office.actor("admin")
    set_report(office.organisation, "half", 1, YearDay(6, 10), YearDay(6, 15), admin, date(2026, 1, 6))
    set_report(office.organisation, "quarter", 1, None, None, admin, date(2026, 1, 6))
    session.commit()
    assert flows["periodic_reports"](date(2026, 6, 10)) == "Ngày 10/06/2026: đã lập 4 báo cáo quý, 6 tháng, năm."
    assert flows["periodic_reports"](eleventh) == "Ngày 11/06/2026: đã lập 4 báo cáo quý, 6 tháng, năm."
    assert flows["periodic_reports"](eleventh) == "Ngày 11/06/2026: đã lập 0 báo cáo quý, 6 tháng, năm."
    keys = session.scalars(select(Document.key).where(Document.board_id.is_(None))).all()
    assert sorted(keys) == [f"digest:{office.organisation.id}:2026-{nth}:all" for nth in ("H1", "Q1")]
    flows["deliver"]()
    assert "6 tháng đầu năm 2026" in pdf_text(mailbox, "thuongtruc@mau.invalid", 1)


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
