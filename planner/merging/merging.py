"""The verb that merges a board into another: everything that pointed to it points to the other, and it is no more.

Nobody is handed anything: it was one board all along. So its id in the history is the other's from now on, while names,
reasons and everything else that a line says stay as they were written; counts as of a past day find all the work.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from planner.actor import Actor
from planner.administration import require_admin
from planner.errors import Refusal, Stale
from planner.issuing.rehoming import move_papers
from planner.language import N_
from planner.merging.figures import Figures, figures_of
from planner.merging.former import MERGED, WHICH
from planner.models import Board, Change, Cooperation, Feed, Membership, PlanRow, PublishedFeed, Task, Upload
from planner.models.change import record
from planner.models.feed import scope_key
from planner.once import take_turns

OF_OTHERS = N_("Hai bộ phận thuộc hai cơ quan khác nhau, không gộp được.")
ITSELF = N_("Vui lòng chọn một bộ phận khác để gộp vào.")
CHANGED = N_("Số liệu của hai bộ phận vừa có thay đổi. Đề nghị xem lại rồi gộp.")
POINTERS = ("board_id", "cooperator_id")


def merge_boards(
    session: Session, old: Board, new: Board, by: Actor, today: date, seen: str | None = None
) -> Figures:  # fmt: skip
    """Gộp bộ phận: `old` into `new`, with its names as aliases. Never commits.

    `seen` is the token of the figures that the page showed. Raises Stale when they are others meanwhile, or when one of
    the boards is gone.
    """
    require_admin(by, old.organisation)
    if old.organisation_id != new.organisation_id:
        raise Refusal(OF_OTHERS)
    if old.id == new.id:
        raise Refusal(ITSELF)
    take_turns(session, new.organisation)
    found = figures_of(session, old, new)
    there = session.scalars(select(Board.id).where(Board.id.in_((old.id, new.id)))).all()
    if len(there) < 2 or (seen is not None and seen != found.token):
        raise Stale(CHANGED)
    _move_work(session, old, new, by, today)
    _move_history(session, old, new)
    _move_roles(session, old, new)
    _move_feeds(session, old, new)
    _move_uploads(session, old, new)
    session.flush()
    move_papers(session, old, new, by, today)
    _end(session, old, new, by, today, found)
    return found


def _move_work(session: Session, old: Board, new: Board, by: Actor, today: date) -> None:
    """Every task that it led or helped with has a line of its own; the plan's own words stay.

    So has what it handed to the other before: in its calendars that is cancelled, and comes back with a new SEQUENCE.
    """
    helped = select(Cooperation.task_id).where(Cooperation.board_id == old.id)
    given = select(Change.task_id).where(Change.verb == "hand_over", Change.before["board_id"].as_integer() == old.id)
    given = given.where(Change.organisation_id == old.organisation_id)
    back = (Task.board_id == new.id) & Task.id.in_(given)
    found = select(Task).where(or_(Task.board_id == old.id, Task.id.in_(helped), back))
    for task in session.scalars(found.order_by(Task.id)).all():
        task.merge_board(old, new, by, today)
    session.execute(update(PlanRow).where(PlanRow.board_id == old.id).values(board_id=new.id))


def _move_history(session: Session, old: Board, new: Board) -> None:
    session.flush()
    pointing = [facts[key].as_integer() == old.id for facts in (Change.before, Change.after) for key in POINTERS]
    here = Change.organisation_id == old.organisation_id
    for line in session.scalars(select(Change).where(here, or_(*pointing))).all():
        line.before, line.after = _pointed(line.before, old, new), _pointed(line.after, old, new)


def _pointed(facts: dict[str, Any], old: Board, new: Board) -> dict[str, Any]:
    return facts | {key: new.id for key in POINTERS if facts.get(key) == old.id}


def _move_roles(session: Session, old: Board, new: Board) -> None:
    """A role that somebody has on both is one."""
    held = {(one.person_id, one.role) for one in _roles(session, new)}
    for one in _roles(session, old):
        if (one.person_id, one.role) in held:
            one.person.memberships.remove(one)
        else:
            one.board = new


def _roles(session: Session, board: Board) -> Sequence[Membership]:
    return session.scalars(select(Membership).where(Membership.board_id == board.id).order_by(Membership.id)).all()


def _move_feeds(session: Session, old: Board, new: Board) -> None:
    """The addresses that people subscribed to go on as the other's; events are known by their tasks and stay."""
    feeds = session.scalars(select(Feed).where(Feed.board_id == old.id)).all()
    keys = {feed.key for feed in feeds}
    for feed in feeds:
        feed.board, feed.key = new, feed.choices.key(scope_key(feed.scope, new.id, feed.person_id))
    of_office = PublishedFeed.organisation_id == old.organisation_id
    session.execute(delete(PublishedFeed).where(of_office, PublishedFeed.key.in_(keys)))


def _move_uploads(session: Session, old: Board, new: Board) -> None:
    """What a clerk has said of names in a document that is not imported yet."""
    for upload in session.scalars(select(Upload).where(Upload.organisation_id == old.organisation_id)):
        chosen: dict[str, int] = upload.draft.get("boards", {})
        if old.id in chosen.values():
            kept = {name: new.id if board == old.id else board for name, board in chosen.items()}
            upload.draft = {**upload.draft, "boards": kept}


def _end(session: Session, old: Board, new: Board, by: Actor, today: date, found: Figures) -> None:
    organisation, before = new.organisation, {"board": old.name, WHICH: old.id}
    for spelling in (old.name, *old.aliases):
        new.add_alias(spelling)
    session.flush()
    session.expire(old)
    organisation.boards.remove(old)
    session.delete(old)
    session.flush()
    counts = {"tasks": found.tasks, "helped": found.helped, "roles": found.roles, "feeds": found.feeds}
    record(organisation, by, MERGED, today, before=before, after={"board": new.name, WHICH: new.id} | counts)
