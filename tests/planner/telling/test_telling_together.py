"""Several processes tell people at once: everybody hears of each thing once, on either database."""

import os
import subprocess
import sys
from datetime import date

import pytest
from office import Office, make_office
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from planner import clock
from planner.mail_choices import AT_ONCE
from planner.models import Concern, Mail
from planner.rolling import open_due

MONDAY = date(2026, 5, 11)
TELL = """
import sys
from datetime import date
from planner.database import make_engine, writing
from planner.models import Organisation
from planner.telling import post_concerns
with writing(make_engine(sys.argv[1])) as session:
    print(post_concerns(session, session.get_one(Organisation, 1), date(2026, 5, 11)))
"""


def make_news(office: Office, *numbers: str) -> None:
    with clock.on_day(MONDAY):
        open_due(office.session, office.organisation, MONDAY)
        for number in numbers:
            office.task(number).postpone(office.actor("secretariat"), MONDAY, "Chờ hướng dẫn")
    for person in office.people.values():
        person.choose_mail(AT_ONCE)
    office.session.commit()


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_two_processes_at_once_tell_everybody_once(kind: str, request: pytest.FixtureRequest) -> None:
    engine: Engine = request.getfixturevalue("engine" if kind == "sqlite" else "postgres")
    with Session(engine, expire_on_commit=False) as session:
        make_news(make_office(session), "1", "2", "4", "7")
    url = engine.url.render_as_string(hide_password=False)
    settings = os.environ | {"BANGVIEC_TODAY": MONDAY.isoformat()}
    at_work = [
        subprocess.Popen([sys.executable, "-c", TELL, url], env=settings, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert sorted(int(process.communicate(timeout=120)[0]) for process in at_work) == [0, 2]
    with Session(engine) as session:
        keys = session.scalars(select(Mail.key)).all()
        assert len(keys) == len(set(keys)) == 2
        assert None not in session.scalars(select(Concern.mail_id)).all()
