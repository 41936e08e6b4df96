"""Several people look at once, or talk while others look: nobody is told twice, and nothing is passed over."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from office import TODAY, Office
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from planner import clock
from planner.database import begin_write
from planner.models import Concern, Organisation
from planner.telling.bell import catch_up, is_behind


def look(office: Office, day: date) -> None:
    with Session(office.session.get_bind()) as session:
        organisation = session.get_one(Organisation, office.organisation.id)
        if is_behind(session, organisation):
            session.commit()
            begin_write(session)
            catch_up(session, organisation, day)
        session.commit()


def test_who_looks_at_the_same_time_tells_once(there: Office) -> None:
    with clock.on_day(TODAY):
        there.task("4").comment("Đề nghị các ban cho ý kiến", there.actor("member"), TODAY)
        there.session.commit()
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _nth: look(there, TODAY), range(4)))
    heads = select(func.count()).select_from(Concern).where(Concern.person_id == there.people["head"].id)
    assert there.session.scalar(heads.where(Concern.why == "commented")) == 1


@pytest.mark.parametrize("there", ["postgres"], indirect=True)  # on SQLite whoever writes is alone anyway
def test_a_comment_holds_the_office_s_turn_until_it_is_there(there: Office) -> None:
    """So no look passes a line whose id is lower and which is still to come."""
    there.task("4").comment("Chưa xong", there.actor("member"), TODAY)
    there.session.flush()
    with Session(there.session.get_bind()) as other, pytest.raises(OperationalError):
        query = select(Organisation.id).where(Organisation.id == there.organisation.id)
        other.execute(query.with_for_update(nowait=True))
    there.session.rollback()
