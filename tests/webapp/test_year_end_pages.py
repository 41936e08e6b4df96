"""On the first working day of a year the pages open on it, with what the last one left undone."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("address", ["/", "/mine", "/overdue"])
def test_last_years_late_work_is_in_sight(
    as_: Callable[[str], FlaskClient], monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("BANGVIEC_TODAY", "2027-01-04")
    assert "Hướng dẫn tổ chức Ngày hội" in as_("head_pt").get(address).text
    assert "Hướng dẫn tổ chức Ngày hội" not in as_("head_pt").get(f"{address}?year=2028").text
