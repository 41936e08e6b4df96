"""`bangviec people`: who may sign in, with which roles."""

import argparse
from typing import Any

from sqlalchemy import select

from bangviec.arguments import add_json
from bangviec.places import known_database
from bangviec.words import give_json
from planner.database import reading
from planner.models import Person


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_json(parser)


def run(args: argparse.Namespace) -> None:
    with reading(known_database()) as session:
        people = [_as_json(person) for person in session.scalars(select(Person).order_by(Person.id))]
    if args.json:
        give_json(people)
        return
    for person in people:
        roles = "; ".join(
            " – ".join(filter(None, (r["role"], r["board"] or r["organisation"]))) for r in person["roles"]
        )
        print(f"{person['email']}\t{person['name']}\t{roles}")


def _as_json(person: Person) -> dict[str, Any]:
    roles = [
        {"role": m.role, "organisation": m.organisation.name, "board": m.board.name if m.board else None}
        for m in person.memberships
    ]
    return {"email": person.email, "name": person.name, "enabled": person.is_enabled, "roles": roles}
