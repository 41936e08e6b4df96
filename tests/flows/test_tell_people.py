"""The flow that tells people and the one that sends, by hand as the command runs them; mail rests on a day off."""

from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from office import Office
from smtp_server import Mailbox
from sqlalchemy.orm import Session

from planner import clock
from planner.mail_choices import AT_ONCE
from planner.rolling import open_due

MONDAY, SATURDAY = date(2026, 5, 11), date(2026, 5, 16)


def make_news(office: Office, day: date, *numbers: str) -> None:
    with clock.on_day(day):
        open_due(office.session, office.organisation, day)
        for number in numbers:
            office.task(number).postpone(office.actor("secretariat"), day, "Chờ hướng dẫn")
    for person in office.people.values():
        person.choose_mail(AT_ONCE)
    office.session.commit()


def test_what_is_told_arrives_with_both_parts_and_a_way_to_end_it(
    office: Office, database: str, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANGVIEC_BASE_URL", "https://bangviec.mau.invalid")
    make_news(office, MONDAY, "2")
    by_hand("tell_people", MONDAY)
    assert by_hand("deliver", MONDAY) == "Đã gửi 1 thư, 0 thư bị từ chối."
    (message,) = mailbox.messages
    assert message["To"] == "truongban.dcpl@mau.invalid"
    assert message["List-Unsubscribe"].startswith("<https://bangviec.mau.invalid/mail-choices/concerns/")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    for kind in ("plain", "html"):
        body = message.get_body((kind,))
        assert isinstance(body, EmailMessage)
        assert "Chờ hướng dẫn" in body.get_content()


def test_on_a_day_off_letters_rest_and_an_invitation_goes_out(
    office: Office, session: Session, database: str, mailbox: Mailbox
) -> None:
    from planner.outbox import post, post_link

    post(session, "k:1", "bundle", "a@mau.invalid", "Báo việc", "Kính gửi")
    post_link(session, office.people["viewer"], "invitation", "https://x.invalid/links/s", "invitation:1")
    session.commit()
    outside = "Ngoài giờ gửi thư: thư khác đi từ 00:00 18/05/2026."
    assert by_hand("deliver", SATURDAY) == f"Đã gửi 1 thư, 0 thư bị từ chối. {outside}"
    assert mailbox.recipients == ["nguoixem@mau.invalid"]
    assert by_hand("deliver", MONDAY) == "Đã gửi 1 thư, 0 thư bị từ chối."


def test_outside_the_hours_of_mail_nothing_is_told_and_nothing_lost(
    office: Office, session: Session, database: str, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import tell_people

    make_news(office, MONDAY, "2")
    monkeypatch.setattr(tell_people, "now", lambda: datetime(2026, 5, 11, 12, 0, tzinfo=UTC))  # 19:00
    monkeypatch.setenv("BANGVIEC_MAIL_HOURS", "07-19")
    assert by_hand("tell_people", MONDAY).endswith("đã lập 0 thư báo việc.")
    monkeypatch.setattr(tell_people, "now", lambda: datetime(2026, 5, 11, 11, 59, tzinfo=UTC))
    assert by_hand("tell_people", MONDAY).endswith("đã lập 1 thư báo việc.")


def test_a_trial_that_keeps_its_mail_knows_no_rest(
    office: Office, session: Session, database: str, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from planner.outbox import post

    monkeypatch.setenv("BANGVIEC_MAILBOX", str(tmp_path))
    post(session, "k:1", "bundle", "a@mau.invalid", "Báo việc", "Kính gửi")
    session.commit()
    assert by_hand("deliver", SATURDAY) == "Đã gửi 1 thư, 0 thư bị từ chối."


def by_hand(name: str, day: date) -> str:
    from flows.by_hand import run

    return run(name, day)
