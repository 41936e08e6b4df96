"""The country's night: 3,355 offices, two workers that share the printing, one digest each."""

import pytest

from bench.night import ALL, measure


@pytest.mark.long
def test_every_office_gets_its_digest_once() -> None:
    """Each with its PDF and one mail to its clerk; small plans, since it is the number of offices that counts."""
    assert measure(ALL, tasks=2)
