"""Spellings of one body: which to use, and which a clerk has to tell apart."""

from collections import Counter, defaultdict

from planner.language import N_
from planner.reading.bodies import clean_name
from planner.text import fold, name_key

SAME_BODY = N_("“%(one)s” và “%(other)s” có phải là một bộ phận không?")


def one_spelling(names: list[str]) -> dict[str, str]:
    """Each spelling → the one to use: of the spellings of one name the most frequent, and of these the clean one."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for name, often in Counter(names).items():
        spellings[name_key(name)][clean_name(name)] += often
    best = {key: min(found, key=lambda name: (-found[name], name)) for key, found in spellings.items()}
    return {name: best[name_key(name)] for name in set(names)}


def look_alikes(names: list[str]) -> list[tuple[str, str]]:
    """Pairs of names that differ by accents alone or by one letter: a clerk has to say if they are one."""
    unique = sorted(set(filter(None, names)))[:200]
    return [(a, b) for n, a in enumerate(unique) for b in unique[n + 1 :] if _near(name_key(a), name_key(b))]


def _near(a: str, b: str) -> bool:
    if a != b and fold(a) == fold(b):
        return True
    if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 6:
        return False
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    same = rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]
    return same and not (rest_a[:1].isdigit() or rest_b[:1].isdigit())
