"""The digest's data and PDF, which have no bare twin."""

from datetime import date
from pathlib import Path

from sqlalchemy import Engine

import printing
from bench.measure import Times, by_turns
from planner.database import make_engine, reading
from planner.models import the_organisation
from planner.reporting import period_of
from planner.sheets.digest import digest_sheet


def measure(database: Path, rounds: int) -> list[tuple[str, Times, Times | None]]:
    """The month's digest, from its rows to the PDF."""
    engine = make_engine(f"sqlite:///{database}")
    (digest,) = by_turns(lambda _: _digest(engine), rounds=1 if rounds < 10 else 3, warm=0)
    return [("digest, data and PDF", digest, None)]


def _digest(engine: Engine) -> bytes:
    with reading(engine) as session:
        organisation = the_organisation(session)
        if organisation is None:
            raise RuntimeError("an empty database")
        data = digest_sheet(session, organisation, period=period_of(0, "month", 2026, 4), issued_on=date(2026, 5, 4))
    return printing.render("digest", data)
