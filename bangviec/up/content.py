"""What a first start finds: the sample lived up to today, or a plan of the person's own; with sign-ins."""

import secrets
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bangviec import sample
from bangviec.commands.import_ import find_or_make_organisation, store
from bangviec.commands.read import read_draft
from bangviec.files import read_file
from bangviec.sample import Credential
from bangviec.up.place import keep_sign_ins, kept_sign_ins
from planner import clock
from planner.database import reading, writing
from planner.models import Organisation

LETTERS = "abcdefghkmnpqrstuvwxyz23456789"


def fill(engine: Engine, folder: Path, plan: str | None, year: str | None) -> list[Credential]:
    """Fills an empty database; gives the sign-ins that were made now or at an earlier start."""
    with reading(engine) as session:
        if session.scalars(select(Organisation.id).limit(1)).first() is not None:
            return kept_sign_ins(folder)
    password = new_password()
    with writing(engine) as session:
        made = _plan(session, plan, year, password) if plan else sample.load(session, clock.today(), password)
        # Kept before the commit: an office whose passwords nobody knows would be worse than a file too many.
        keep_sign_ins(folder, made)
    return made


def _plan(session: Session, file: str, year: str | None, password: str) -> list[Credential]:
    draft = read_draft(file, year)
    organisation = find_or_make_organisation(session, None, draft)
    store(session, organisation, draft, read_file(file))
    return sample.sign_ins(session, organisation, password)


def new_password() -> str:
    """Three groups of four letters and digits that are hard to mistake for each other: 59 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
