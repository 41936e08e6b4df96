"""A flow run by hand: with a Prefect server it is a run like any other, without one it does the same."""

from datetime import date

import pytest
from office import Office
from smtp_server import Mailbox

from planner.clock import now
from planner.errors import Refusal


def test_without_a_server_the_flows_do_the_same(
    database: str, office: Office, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.by_hand import run

    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    day = date(2026, 6, 1)
    assert run("roll_over", day) == "Ngày 01/06/2026: đã mở 7 nhiệm vụ đến kỳ."
    assert run("publish_feeds", day) == "Đã cập nhật 1 lịch."  # the neighbour's, whose work did not move
    assert run("monthly_digest", day) == "Ngày 01/06/2026: đã lập 4 báo cáo tháng."
    assert run("send_reminders", day) == "Ngày 01/06/2026: đã lập 2 phiếu nhắc việc."
    assert run("deliver") == "Đã gửi 7 thư, 0 thư bị từ chối."
    assert len(mailbox.recipients) == 7
    for name, sentence in (("roll_over", "đã mở 0"), ("monthly_digest", "đã lập 0"), ("send_reminders", "đã lập 0")):
        assert sentence in run(name, day)


def test_with_a_server_it_is_recorded_there(
    prefect_server: None, database: str, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL

    from flows.by_hand import run

    monkeypatch.setenv("PREFECT_API_URL", str(PREFECT_API_URL.value()))
    run("roll_over", date(2026, 4, 14))
    with get_client(sync_client=True) as client:
        assert [r.name for r in client.read_flow_runs()].count("roll_over 2026-04-14") == 1


def test_the_sentence_says_that_somebody_could_not_be_reminded(database: str, office: Office) -> None:
    from flows.by_hand import run

    for key in ("head", "secretariat"):
        office.people[key].disable(now())
    office.session.commit()
    assert run("send_reminders", date(2026, 5, 25)).startswith(
        "Ngày 25/05/2026: đã lập 1 phiếu nhắc việc; 1 bộ phận chưa lập được"
    )


def test_a_mail_server_that_is_away_is_refused_with_a_sentence(
    database: str, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.by_hand import run

    monkeypatch.setenv("BANGVIEC_SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("BANGVIEC_SMTP_PORT", "9")
    assert run("deliver") == "Đã gửi 0 thư, 0 thư bị từ chối."  # nothing waits, so nobody is bothered
    run("send_reminders", date(2026, 5, 25))
    with pytest.raises(Refusal, match=r"127\.0\.0\.1:9 không trả lời"):
        run("deliver")
