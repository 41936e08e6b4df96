"""The first runs of a new installation: a flow that fails holds up no other, and the start tells of it."""

import pytest
from office import Office
from smtp_server import Mailbox
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from planner.models import Document, Failure

pytestmark = pytest.mark.usefixtures("prefect_server", "database")


def test_a_first_run_that_fails_holds_up_no_other(
    engine: Engine, session: Session, office: Office, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bangviec.up import first_flows
    from flows.publish_feeds import publish_office

    monkeypatch.setattr(publish_office, "retries", 0)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE published_feed"))
    with pytest.raises(SystemExit) as ended:
        first_flows.main()
    assert ended.value.code == 1
    session.rollback()
    assert set(session.scalars(select(Failure.flow))) == {"roll_over", "publish_feeds"}  # the two that publish
    assert session.scalars(select(Document.kind)).all()
    assert mailbox.recipients
