"""A new document against the plan as it stands: what is new, changed and gone, row by row. Changes nothing."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from planner.models import Board, Plan, PlanRow, Task
from planner.reading import PlanDraft, RowDraft
from planner.reading.drafts import Occurrence
from planner.reissuing.matching import match
from planner.reissuing.words import FIELDS, RowWords, other_texts, words_of_draft, words_of_row

KINDS = ("changed", "new", "gone", "same")
TIMES = ("submit", "execute")
WEIGHTY = ("title", "board", "cooperating", "submit", "execute", "extras")  # the others only say where a row stands


@dataclass(frozen=True)
class Facet:
    """A field of a row that reads otherwise now; `matters` is False for another spelling or place of the same."""

    field: str
    old: str
    new: str
    matters: bool


@dataclass
class Difference:
    """A row of the comparison. `key` names it in a form; `place` is that of the row in the new document, from 0.

    `was` are the occurrences that the old words name; `times_stay` when the new ones name the same.
    """

    key: str
    kind: str
    old: PlanRow | None = None
    new: RowDraft | None = None
    place: int | None = None
    facets: list[Facet] = field(default_factory=list)
    times_stay: bool = True
    was: tuple[Occurrence, ...] = ()

    @property
    def tasks(self) -> list[Task]:
        return self.old.tasks if self.old else []

    @property
    def has_work(self) -> bool:
        """Whether somebody has begun, or finished, work on the row."""
        return any(is_begun(task) for task in self.tasks)

    @property
    def is_proposed(self) -> bool:
        """Whether it is accepted unless the person says otherwise: not what would end work that was begun."""
        return not (self.kind == "gone" and self.has_work)

    @property
    def may_be_apart(self) -> bool:
        """Whether a person may say that it is other work: not the old row in new words."""
        return self.kind == "changed" and any(facet.field == "title" and facet.matters for facet in self.facets)

    @property
    def is_reworded(self) -> bool:
        """The same work in another place or spelling, which is taken over without asking."""
        return self.kind == "same" and bool(self.facets)


@dataclass
class Comparison:
    """Every row of both documents, in the new one's order; what is gone stands after the row it followed."""

    plan: Plan
    differences: list[Difference]

    def of(self, kind: str) -> list[Difference]:
        return [one for one in self.differences if one.kind == kind]

    @property
    def is_empty(self) -> bool:
        """Whether both say the same word for word."""
        return all(one.kind == "same" and not one.facets for one in self.differences)

    @property
    def token(self) -> str:
        """What the person saw: when it is another one, somebody changed the plan, the draft or a task meanwhile."""
        parts = [f"{self.plan.id} {self.plan.issue}"]
        for one in self.differences:
            words = [f"{facet.field}\x1f{facet.new}" for facet in one.facets]
            versions = [f"{task.id}.{task.version}" for task in one.tasks] if one.kind != "same" else []
            parts.append("\x1e".join([one.kind, one.key, one.new.title if one.new else "", *words, *versions]))
        return hashlib.sha256("\x1d".join(parts).encode()).hexdigest()


def is_begun(task: Task) -> bool:
    """Whether a task has left the column of what is planned, wherever it rests now."""
    return (task.held_state if task.held_state else task.state) != "planned"


def compare(plan: Plan, draft: PlanDraft, chosen: Mapping[str, Board] | None = None) -> Comparison:
    """The rows in force against a draft's rows; `chosen` are boards that a clerk gave to names, by `name_key`."""
    rows = sorted(plan.rows_in_force, key=lambda row: (row.position, row.id))
    old = [words_of_row(row, plan) for row in rows]
    new = [words_of_draft(row, plan.organisation, chosen or {}) for row in draft.rows]
    pairs = match(old, new)
    kept = {a: b for b, a in pairs.items()}
    differences = [*_gone_from(0, rows, kept)]
    for place, row in enumerate(draft.rows):
        if place not in pairs:
            differences.append(Difference(f"new-{place}", "new", None, row, place))
            continue
        a = pairs[place]
        same_years = (plan.first_year, plan.last_year) == (draft.years.first, draft.years.last)
        differences.append(_pair(rows[a], old[a], row, new[place], place, same_years))
        differences += _gone_from(a + 1, rows, kept)
    return Comparison(plan, differences)


def _gone_from(start: int, rows: list[PlanRow], kept: dict[int, int]) -> Iterator[Difference]:
    """The rows that are gone from here on to the next one that is kept."""
    for n in range(start, len(rows)):
        if n in kept:
            return
        if rows[n].origin == "arisen":  # no document has it, so none can have lost it
            yield Difference(f"arisen-{rows[n].id}", "same", rows[n])
        else:
            yield Difference(f"gone-{rows[n].id}", "gone", rows[n])


def _pair(row: PlanRow, old: RowWords, draft: RowDraft, new: RowWords, place: int, same_years: bool) -> Difference:
    same_words = same_years and draft.pairing in ("", row.pairing) and old.keys(TIMES) == new.keys(TIMES)
    times_stay = same_words or old.occurrences == new.occurrences
    changed = {name for name in FIELDS if old.text(name) != new.text(name)}
    if not times_stay and not changed & set(TIMES):  # the same words mean other days: of other years, or paired anew
        changed |= {name for name in TIMES if old.text(name)}
    facets = [
        Facet(name, *other_texts(name, old, new), _matters(name, old, new, times_stay))
        for name in FIELDS
        if name in changed
    ]
    kind = "changed" if any(facet.matters for facet in facets) else "same"
    return Difference(f"row-{row.id}-{place}", kind, row, draft, place, facets, times_stay, old.occurrences)


def _matters(name: str, old: RowWords, new: RowWords, times_stay: bool) -> bool:
    """Words count by what they mean: the days of a time, the spelling-free key of a text."""
    if name in TIMES:
        return not times_stay
    if name == "extras" and old.extras is None:
        return False
    return name in WEIGHTY and old.key(name) != new.key(name)
