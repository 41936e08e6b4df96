"""Looking through history and letters since the last look: what concerns somebody is queued."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from planner.clock import ZONE
from planner.mail_choices import ONLY_DIGESTS
from planner.models import (
    Change,
    Concern,
    Document,
    Follow,
    Membership,
    Milestone,
    Notice,
    Organisation,
    Person,
    Task,
    Told,
)
from planner.telling.concerned import NOBODY, VERBS, Cast, Event, concerned
from planner.undone import still_standing
from planner.verbs.taking_back import TAKEN_BACK
from planner.verbs.taking_back_times import MAILED

OLDEST = timedelta(days=14)  # what is older is history and no news


class Line(NamedTuple):
    """Something that happened: a line of history, or a task in a letter that a flow sent."""

    key: str
    event: Event
    task_id: int
    at: datetime
    change_id: int | None = None
    document_id: int | None = None
    comment_id: int | None = None


def memberships(session: Session, organisation: Organisation) -> Sequence[Membership]:
    """The roles in an organisation of everybody who is not disabled, with their persons."""
    query = select(Membership).join(Membership.person).options(joinedload(Membership.person))
    here = Membership.organisation_id == organisation.id
    return session.scalars(query.where(here, Person.disabled_at.is_(None)).order_by(Membership.id)).all()


def cast_of(roles: Iterable[Membership]) -> Cast:
    """Who holds which role."""
    whole: dict[str, set[int]] = defaultdict(set)
    boards: dict[str, dict[int, set[int]]] = {"head": defaultdict(set), "member": defaultdict(set)}
    for one in roles:
        whole[one.role].add(one.person_id)
        if one.board_id is not None and one.role in boards:
            boards[one.role][one.board_id].add(one.person_id)
    heads, members = ({key: frozenset(of) for key, of in boards[role].items()} for role in ("head", "member"))
    return Cast(heads, members, frozenset(whole["leader"]), frozenset(whole["secretariat"]))


def look_through(session: Session, organisation: Organisation, day: date, roles: Sequence[Membership]) -> None:
    """Queues a Concern for each line since the last look and each person it concerns. Never commits.

    Needs the organisation's turn (planner.once.take_turns): lines are written while its row is locked, so none that
    is still to come has an id below those that are seen.
    """
    told = _told(session, organisation)
    since = datetime.combine(day - OLDEST, time(), ZONE)
    cast, people = cast_of(roles), {one.person_id: one.person for one in roles}
    lines = [*_changes(session, organisation, told, since), *_letters(session, organisation, told, since)]
    _move_on(session, organisation, told)
    for line in lines:
        for person_id, why in concerned(line.event, cast).items():
            if person_id in people:
                waits = people[person_id].mail_choice != ONLY_DIGESTS
                session.add(_concern(organisation, line, person_id, why, waits))
    session.flush()


def _told(session: Session, organisation: Organisation) -> Told:
    told = session.get(Told, organisation.id, populate_existing=True)
    if told is None:
        told = Told(organisation_id=organisation.id, change_id=0, notice_id=0)
        session.add(told)
    return told


def _move_on(session: Session, organisation: Organisation, told: Told) -> None:
    changes = select(func.max(Change.id)).where(Change.organisation_id == organisation.id)
    notices = select(func.max(Notice.id)).join(Document, Document.id == Notice.document_id)
    told.change_id = session.scalar(changes) or told.change_id
    told.notice_id = session.scalar(notices.where(Document.organisation_id == organisation.id)) or told.notice_id


def _changes(session: Session, organisation: Organisation, told: Told, since: datetime) -> Iterator[Line]:
    query = select(Change).options(joinedload(Change.task)).order_by(Change.id)
    new = (Change.organisation_id == organisation.id, Change.id > told.change_id, Change.at >= since)
    of_tasks = (Change.verb.in_((*VERBS, TAKEN_BACK)), Change.task_id.is_not(None))
    changes = _news(session.scalars(query.where(*new, *of_tasks)).all())
    followers = _followers(session, {change.task_id for change in changes if change.task_id})
    for change in changes:
        if (task := change.task) is not None:
            event = event_of(change, task, _by_then(followers.get(task.id, ()), change.at))
            comment_id = change.after.get("comment_id")
            yield Line(f"change:{change.id}", event, task.id, change.at, change.id, comment_id=comment_id)


def _news(lines: Sequence[Change]) -> list[Change]:
    """What was not undone; that it was, for who had a mail of it; that a request waits again, whatever was decided."""
    standing = {line.id for line in still_standing(lines)}
    return [
        line for line in lines if line.id in standing or line.after.get(MAILED) or line.verb == "reconsider_time"
    ]


def _followers(session: Session, task_ids: Iterable[int]) -> Mapping[int, Sequence[Follow]]:
    """Who follows these tasks."""
    found: dict[int, list[Follow]] = defaultdict(list)
    for one in session.scalars(select(Follow).where(Follow.task_id.in_(task_ids))):
        found[one.task_id].append(one)
    return found


def _by_then(follows: Iterable[Follow], at: datetime) -> frozenset[int]:
    """Who followed when something happened; what was before is no news to those who came later."""
    return frozenset(one.person_id for one in follows if one.since <= at)


def event_of(change: Change, task: Task, followers: frozenset[int] = NOBODY) -> Event:
    """A line of history as the table of concerns needs it."""
    before, after = change.before, change.after
    return Event(
        change.verb, task.board_id, change.person_id, before.get("board_id"), after.get("board_id"),
        after.get("cooperator_id") or before.get("cooperator_id"), task.assignee_id, after.get("assignee_id"),
        before.get("assignee_id"), frozenset(after.get("mentioned", ())), followers,
        after.get("asker_id"),
    )  # fmt: skip


def _letters(session: Session, organisation: Organisation, told: Told, since: datetime) -> Iterator[Line]:
    """The tasks of letters that flows sent; those that a person asked for have their line of history."""
    query = (
        select(Document, Task)
        .select_from(Notice)
        .join(Document, Document.id == Notice.document_id)
        .join(Milestone, Milestone.id == Notice.milestone_id)
        .join(Task, Task.id == Milestone.task_id)
        .where(
            Document.organisation_id == organisation.id, Notice.id > told.notice_id, Document.created_at >= since,
            ~Notice.key.startswith("asked:"),
        )
        .order_by(Document.id, Task.id)
    )  # fmt: skip
    for document, task in dict.fromkeys((document, task) for document, task in session.execute(query)):
        event = Event("remind", task.board_id, assignee=task.assignee_id)
        yield Line(f"letter:{document.id}:{task.id}", event, task.id, document.created_at, document_id=document.id)


def _concern(organisation: Organisation, line: Line, person_id: int, why: str, waits: bool) -> Concern:
    return Concern(
        organisation_id=organisation.id, key=f"{line.key}:{person_id}", person_id=person_id, task_id=line.task_id,
        change_id=line.change_id, document_id=line.document_id, comment_id=line.comment_id, why=why, at=line.at,
        waits=waits,
    )  # fmt: skip
