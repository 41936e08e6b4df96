"""From the queue to mails: one at once for all that is new, or one on the morning of a working day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from planner.clock import ZONE
from planner.language import N_, translate
from planner.mail_choices import AT_ONCE, CONCERNS, DAILY
from planner.models import Concern, Mail, Organisation, Person, Task, work_calendar
from planner.once import take_turns
from planner.outbox.posting import letter
from planner.settings import base_url
from planner.telling.looking import look_through, memberships
from planner.telling.saying import line_of, subject_of

NEW = N_("Có nội dung mới về nhiệm vụ liên quan đến đồng chí:")
SINCE = N_("Từ thư báo việc trước, có nội dung mới về %(count)d nhiệm vụ liên quan đến đồng chí:")
SEVERAL = N_("Báo việc: nội dung mới về %(count)d nhiệm vụ")
DAYS_NEWS = N_("Báo việc ngày %(day)s: %(count)d nhiệm vụ")
# What its sentence and its truth are made of
TOLD_WITH = (
    joinedload(Concern.task).selectinload(Task.time_requests), joinedload(Concern.change),
    joinedload(Concern.document), joinedload(Concern.comment),
)  # fmt: skip


class Owed(NamedTuple):
    """A mail that is owed to a person: its key and the concerns that it tells of."""

    key: str
    kind: str
    person: Person
    concerns: list[Concern]


def post_concerns(session: Session, organisation: Organisation, day: date, is_open: bool = True) -> int:
    """Posts what is owed on a day (Asia/Ho_Chi_Minh) to whom things of their work concern; gives how many mails.

    Who wants it at once gets what waits in one mail, whenever this runs; who wants it daily gets what happened before
    the day, once a day. A day off, and a time at which no mail goes out (`is_open` False), posts nothing and loses
    nothing; after an outage one mail tells of all that is still true. A second run posts nothing. Never commits. So
    many queries, however many people and tasks there are.
    """
    take_turns(session, organisation)
    roles = memberships(session, organisation)
    look_through(session, organisation, day, roles)
    if not is_open or not work_calendar(session).is_working(day):
        return 0
    people = {one.person_id: one.person for one in roles}
    owed = list(_owed(organisation, day, _waiting(session, organisation, people)))
    known = set(session.scalars(select(Mail.key).where(Mail.key.in_([one.key for one in owed]))))
    return sum(_post(session, organisation, day, one) for one in owed if one.key not in known)


def _waiting(session: Session, organisation: Organisation, people: dict[int, Person]) -> list[Concern]:
    """What waits and is still true; what is not, or is not wanted any more, waits no longer."""
    query = (
        select(Concern)
        .where(Concern.organisation_id == organisation.id, Concern.waits)
        .options(*TOLD_WITH)
        .order_by(Concern.at, Concern.id)
    )
    found = session.scalars(query).all()
    kept = [one for one in found if one.person_id in people and _is_wanted(one, people[one.person_id])]
    for one in set(found) - set(kept):
        one.waits = False
    return kept


def _is_wanted(concern: Concern, person: Person) -> bool:
    return person.mail_choice in (AT_ONCE, DAILY) and is_true(concern)


def is_true(concern: Concern) -> bool:
    """Whether a concern still holds: nobody is asked to approve what was approved, or to do what others do now."""
    task, comment = concern.task, concern.comment
    if concern.why in ("time_asked", "time_waits_again"):
        return any(one.is_waiting for one in task.time_requests)
    holds = {
        "awaiting": task.state == "submitted",
        "returned": task.state == "drafting",
        "assigned": task.assignee_id == concern.person_id,
        "unassigned": task.assignee_id != concern.person_id,
        "mentioned": comment is None or comment.removed_at is None,
        "commented": comment is None or comment.removed_at is None,
        "reminded": task.state not in ("done", "cancelled", "postponed"),
    }
    return holds.get(concern.why, True)


def _owed(organisation: Organisation, day: date, waiting: Iterable[Concern]) -> Iterator[Owed]:
    by_person: dict[Person, list[Concern]] = defaultdict(list)
    for concern in waiting:
        by_person[concern.person].append(concern)
    for person, concerns in by_person.items():
        if person.mail_choice == AT_ONCE:
            yield Owed(f"concern:{concerns[-1].key}", "concern", person, concerns)
        elif before := [one for one in concerns if one.at.astimezone(ZONE).date() < day]:
            yield Owed(f"bundle:{organisation.id}:{day}:{person.id}", "bundle", person, before)


def _post(session: Session, organisation: Organisation, day: date, owed: Owed) -> bool:
    person, language = owed.person, owed.person.language
    rows = _rows(owed.concerns, language)
    lead = translate(NEW if owed.kind == "concern" else SINCE, language, count=len(rows))
    values = {
        "name": person.name, "lead": lead, "rows": rows, "address": f"{base_url()}/mine", "choices": f"{base_url()}/me",
    }  # fmt: skip
    subject = _subject(owed, len(rows), day)
    mail = letter(person, owed.key, owed.kind, "concerns", subject, values, organisation=organisation, ends=CONCERNS)
    session.add(mail)
    for concern in owed.concerns:
        concern.mail, concern.waits = mail, False
    return True


def _subject(owed: Owed, count: int, day: date) -> str:
    language = owed.person.language
    if owed.kind == "bundle":
        return translate(DAYS_NEWS, language, day=f"{day:%d/%m/%Y}", count=count)
    if len(owed.concerns) == 1:
        return subject_of(owed.concerns[0], language)
    return translate(SEVERAL, language, count=count)


def _rows(concerns: Sequence[Concern], language: str) -> list[dict[str, object]]:
    """One row a task, with its news below it in the order of time."""
    by_task: dict[int, list[Concern]] = defaultdict(list)
    for concern in concerns:
        by_task[concern.task_id].append(concern)
    return [
        {
            "number": of[0].task.number, "title": of[0].task.title, "address": f"{base_url()}/tasks/{of[0].task_id}",
            "lines": list(dict.fromkeys(line_of(one, language) for one in of)),
        }
        for of in by_task.values()
    ]  # fmt: skip
