"""The flow that tells people, by hand as the command runs it: once, in turn with others, and never on a day off."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from office import Office, make_office
from smtp_server import Mailbox
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner import clock
from planner.mail_choices import AT_ONCE
from planner.migrations import upgrade
from planner.models import Concern, Mail
from planner.rolling import open_due

MONDAY, SATURDAY = date(2026, 5, 11), date(2026, 5, 16)
RUN = """
import sys, datetime
from flows.by_hand import run
print(run(sys.argv[1], datetime.date.fromisoformat(sys.argv[2])))
"""


def make_news(office: Office, day: date, *numbers: str) -> None:
    with clock.on_day(day):
        open_due(office.session, office.organisation, day)
        for number in numbers:
            office.task(number).postpone(office.actor("secretariat"), day, "Chờ hướng dẫn")
    for person in office.people.values():
        person.choose_mail(AT_ONCE)
    office.session.commit()


def in_a_process_of_its_own(name: str, day: date, url: str) -> str:
    settings = os.environ | {"BANGVIEC_DATABASE_URL": url, "BANGVIEC_TODAY": day.isoformat()}
    done = subprocess.run(
        [sys.executable, "-c", RUN, name, day.isoformat()], env=settings, capture_output=True, text=True, check=False,
        cwd=Path(__file__).parents[2], timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_two_processes_at_once_tell_everybody_once(
    kind: str, request: pytest.FixtureRequest, database_file: Path
) -> None:
    engine: Engine = request.getfixturevalue("engine" if kind == "sqlite" else "postgres")
    upgrade(engine)
    with Session(engine, expire_on_commit=False) as session:
        make_news(make_office(session), MONDAY, "1", "2", "4", "7")
    url = engine.url.render_as_string(hide_password=False)
    with ThreadPoolExecutor() as pool:
        said = list(pool.map(lambda _: in_a_process_of_its_own("tell_people", MONDAY, url), range(2)))
    assert sorted(said) == ["Ngày 11/05/2026: đã lập 0 thư báo việc.", "Ngày 11/05/2026: đã lập 2 thư báo việc."]
    with Session(engine) as session:
        keys = session.scalars(select(Mail.key)).all()
        assert len(keys) == len(set(keys)) == 2
        assert None not in session.scalars(select(Concern.mail_id)).all()


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
    assert by_hand("deliver", SATURDAY) == "Đã gửi 1 thư, 0 thư bị từ chối."
    assert mailbox.recipients == ["nguoixem@mau.invalid"]
    assert by_hand("deliver", MONDAY) == "Đã gửi 1 thư, 0 thư bị từ chối."


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
