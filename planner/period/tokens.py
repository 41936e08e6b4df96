"""A text as its words. What no rule of the vocabulary knows becomes a `word` or a `mark`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planner.period.vocabulary import RULES

_RULES = tuple((name, re.compile(rule)) for name, rule in RULES)


@dataclass(frozen=True, slots=True)
class Token:
    name: str
    text: str
    values: tuple[str, ...]

    @property
    def numbers(self) -> list[int]:
        """The figures among the values."""
        return [int(value) for value in self.values if value.isdigit()]


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a normalised text, without blanks; together they hold every character of it."""
    at = 0
    while at < len(text):
        matches = ((name, rule.match(text, at)) for name, rule in _RULES)
        name, found = next((name, found) for name, found in matches if found and found.end() > at)
        if name != "space":
            yield Token(name, found.group().strip(), tuple(value for value in found.groups() if value))
        at = found.end()
