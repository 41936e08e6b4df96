"""Whom a text calls by “@” and their name: a pure search over the people of an organisation."""

import re
from collections.abc import Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.models import Membership, Person

SIGN = re.compile(r"(?<![\w@.])@")
Mention = tuple[int, str]


def people_of(session: Session, organisation_id: int) -> dict[int, str]:
    """The names of everybody who has a role in an organisation and is not disabled, by id, in the names' order."""
    query = select(Person.id, Person.name).join(Membership, Membership.person_id == Person.id)
    here = query.where(Membership.organisation_id == organisation_id, Person.disabled_at.is_(None))
    return dict(session.execute(here.distinct().order_by(Person.name, Person.id)).tuples().all())


def mentions_in(text: str, people: Mapping[int, str], picked: frozenset[int] = frozenset()) -> list[Mention]:
    """The people whom a text calls, each once, in its order. The longest name that stands there counts.

    Of several people with one name those count who were picked from the list, or all of them.
    """
    found: dict[int, str] = {}
    for _start, _end, name in _called(text, set(people.values())):
        same = [one for one, other in people.items() if other.casefold() == name.casefold()]
        for person_id in [one for one in same if one in picked] or same:
            found.setdefault(person_id, name)
    return list(found.items())


def pieces(text: str, names: set[str]) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it calls somebody by one of these names."""
    at = 0
    for start, end, _name in _called(text, names):
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def _called(text: str, names: set[str]) -> Iterator[tuple[int, int, str]]:
    """Where a name stands behind an “@”: from, to, and the name as its person bears it."""
    longest_first = sorted(names, key=len, reverse=True)
    for sign in SIGN.finditer(text):
        start = sign.end()
        for name in longest_first:
            end = start + len(name)
            if text[start:end].casefold() == name.casefold() and not text[end : end + 1].isalnum():
                yield sign.start(), end, name
                break
