"""What commands say of a database address that is none, and who may look into a folder that they make."""

from pathlib import Path

import pytest

from bangviec.places import database, known_database
from planner.errors import Refusal


@pytest.mark.parametrize("address", ["/var/lib/bangviec.db", "postgres", "nothing://host/bangviec"])
def test_an_address_that_is_none_is_refused_in_words(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_DATABASE_URL", address)
    for wanted in (database, known_database):
        with pytest.raises(Refusal, match="BANGVIEC_DATABASE_URL"):
            wanted()


def test_only_its_owner_looks_into_a_new_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_DATA", str(tmp_path / "office"))
    database().dispose()
    assert (tmp_path / "office").stat().st_mode & 0o777 == 0o700
