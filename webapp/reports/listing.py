"""The papers of an office for its list: what waits, and what went out, by the period that it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from planner.actor import Actor
from planner.issuing.periods import period_covered
from planner.language import N_
from planner.models import Document, Mail, Organisation
from planner.scope import visible
from planner.sheets.titles import period_text
from webapp.extensions import db
from webapp.language import current_language
from webapp.reports.periods import LABELS

PAGE = 100
KINDS = LABELS | {
    "reminder": N_("Phiếu nhắc việc"),
    "minutes": N_("Biên bản rà soát"),
    "annex": N_("Phụ lục kế hoạch"),
}
SEES_DRAFTS = ("secretariat", "leader")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; None is everything."""

    year: int | None = None
    kind: str | None = None
    board: int | None = None
    page: int = 1

    def keep(self, **changes: object) -> dict[str, object]:
        """The arguments of an address that keeps these but for the changes."""
        kept: dict[str, object] = {"year": self.year, "kind": self.kind, "board": self.board, **changes}
        return {key: value for key, value in kept.items() if value}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.year or self.kind or self.board)


@dataclass(frozen=True, slots=True)
class Group:
    """A period and what was issued for it or in it."""

    title: str
    documents: list[Document]


def sees_drafts(by: Actor, organisation_id: int) -> bool:
    """Whether a person may look at what has not gone out: those who release it, and those whom it speaks for."""
    return any(by.has(role, organisation_id) for role in SEES_DRAFTS)


def unreleased(by: Actor, organisation: Organisation, state: str) -> Sequence[Document]:
    """The papers of a state (draft, dropped), the oldest first; none for who may not see them."""
    if not sees_drafts(by, organisation.id):
        return []
    query = visible(by, Document).where(Document.organisation_id == organisation.id, Document.state == state)
    query = query.options(joinedload(Document.replaces))
    return db.session.scalars(query.options(joinedload(Document.board)).order_by(Document.last, Document.id)).all()


def issued(by: Actor, organisation: Organisation, wanted: Wanted) -> tuple[Sequence[Document], bool]:
    """A page of what went out, the latest period first, and whether more follows."""
    query = _narrowed(visible(by, Document), wanted).where(
        Document.organisation_id == organisation.id, Document.state == "released"
    )
    query = query.options(joinedload(Document.board), selectinload(Document.replacement))
    query = query.order_by(Document.last.desc(), Document.first, Document.issued_on.desc(), Document.id)
    found = db.session.scalars(query.offset((wanted.page - 1) * PAGE).limit(PAGE + 1)).all()
    return found[:PAGE], len(found) > PAGE


def _narrowed(query: Select[tuple[Document]], wanted: Wanted) -> Select[tuple[Document]]:
    if wanted.year:
        query = query.where(Document.last.between(date(wanted.year, 1, 1), date(wanted.year, 12, 31)))
    if wanted.board:
        query = query.where(Document.board_id == wanted.board)
    if wanted.kind in LABELS:
        return query.where(_of_kind(wanted.kind))
    return query.where(Document.kind == wanted.kind) if wanted.kind else query


def _of_kind(kind: str) -> ColumnElement[bool]:
    """The reports over periods of a kind, by how these are named: 2026-05, 2026-Q2, 2026-H1, 2026."""
    parted = {of: Document.period.like(f"____-{letter}_") for of, letter in (("quarter", "Q"), ("half", "H"))}
    if kind == "month":
        return Document.period.like("____-__") & ~or_(*parted.values())
    return parted.get(kind, Document.period.like("____"))


def years_of(organisation: Organisation) -> list[int]:
    """The years in which there are papers, the latest first."""
    ends = func.min(Document.last), func.max(Document.last)
    first, last = db.session.execute(select(*ends).where(Document.organisation_id == organisation.id)).one()
    return list(range(last.year, first.year - 1, -1)) if first else []


def by_period(documents: Sequence[Document]) -> list[Group]:
    """The papers under their periods, in the order given; a letter stands under the month of its day."""
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(title_of_period(document), []).append(document)
    return [Group(title, held) for title, held in groups.items()]


def title_of_period(document: Document) -> str:
    """Tháng 5/2026, Quý II/2026 …: the words of a paper's period."""
    if document.period:
        period = period_covered(document)
        told = {"kind": period.kind, "year": period.year, "nth": period.nth}
    else:
        told = {"kind": "month", "year": document.last.year, "nth": document.last.month}
    words = period_text(told, current_language())
    return words[:1].upper() + words[1:]


def mails_of(documents: Sequence[Document]) -> dict[int, list[Mail]]:
    """The mails of each document."""
    query = select(Mail).where(Mail.document_id.in_([document.id for document in documents])).order_by(Mail.recipient)
    found: dict[int, list[Mail]] = {}
    for mail in db.session.scalars(query):
        found.setdefault(mail.document_id or 0, []).append(mail)
    return found
