"""What tests of the domain share."""

import pytest
from office import Office, make_office
from sqlalchemy import Engine
from sqlalchemy.orm import Session


@pytest.fixture(params=["sqlite", "postgres"])
def there(request: pytest.FixtureRequest) -> Office:
    """The office on either database, in one session that nobody else has."""
    if request.param == "sqlite":
        return request.getfixturevalue("office")
    engine: Engine = request.getfixturevalue("postgres")
    session = Session(engine, expire_on_commit=False)
    request.addfinalizer(session.close)
    office = make_office(session)
    session.commit()
    return office
