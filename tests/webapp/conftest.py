"""The application on the office's database, and people signed in to it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from office import PASSWORD, TODAY, Office

from webapp import create_app
from webapp.extensions import db, limiter

HX = {"HX-Request": "true"}


@pytest.fixture
def app(database_file: Path, office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The application as it runs, on this test's own database and on office.TODAY; only CSRF is off."""
    monkeypatch.setenv("BANGVIEC_SECRET_KEY", "a key for tests only")
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", f"sqlite:///{database_file}")
    monkeypatch.setenv("BANGVIEC_TODAY", TODAY.isoformat())
    app = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False})
    yield app
    with app.app_context():
        limiter.reset()
        db.engine.dispose()


@pytest.fixture
def anonymous(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def as_(app: Flask, office: Office) -> Callable[[str], FlaskClient]:
    """`as_("head")` gives a client that is signed in as that person of the office."""

    def signed_in(key: str) -> FlaskClient:
        client = app.test_client()
        person = office.people[key]
        with client.session_transaction() as session:
            session["_user_id"] = f"{person.id}.{person.session_key}"
            session["_fresh"] = True
        return client

    return signed_in


@pytest.fixture
def credentials(office: Office) -> Callable[[str], dict[str, str]]:
    """What a person of the office enters to sign in."""
    return lambda key: {"email": office.people[key].email, "password": PASSWORD}
