"""The history: append-only lines of who did what, when, from what to what, and why.

A verb changes the state and records its line in one transaction; that raises the organisation's revision too.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column, object_session, relationship

from planner import clock
from planner.actor import Actor
from planner.base import Base
from planner.models.organisation import Organisation

if TYPE_CHECKING:
    from planner.models.task import Task


# What was said and attached marks a card.
OF_TALK = frozenset(["comment", "edit_comment", "remove_comment", "attach", "attach_to_move", "detach"])
# Whoever follows, and what concerns accounts, no page of work shows: the organisation's revision stays.
FOLLOWING = frozenset(["follow", "unfollow"])
OF_ACCOUNTS = frozenset(
    [
        "choose_mail", "choose_digests", "choose_language", "set_password", "ask_reset", "invite", "end_sign_ins",
        "make_feed", "revoke_feed",
    ]
)  # fmt: skip
# Nothing of what a paper or a calendar shows.
QUIET = OF_TALK | FOLLOWING | OF_ACCOUNTS


class Change(Base):
    """One line of history. `on` is the day for which it counts (a paper's own date), `at` the instant it was recorded.

    `before` and `after` hold the same keys: state, board, deadline, start, text … whatever the verb changed.
    """

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_task_id_id", "task_id", "id"), Index("ix_change_org", "organisation_id", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    verb: Mapped[str]
    at: Mapped[datetime]
    on: Mapped[date]
    actor_kind: Mapped[str]
    actor_name: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    before: Mapped[dict[str, Any]] = mapped_column(default=dict)
    after: Mapped[dict[str, Any]] = mapped_column(default=dict)
    reason: Mapped[str] = mapped_column(default="")

    task: Mapped["Task | None"] = relationship(back_populates="changes")


def record(
    organisation: Organisation,
    by: Actor,
    verb: str,
    on: date,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
    task: "Task | None" = None,
    plan_id: int | None = None,
    document_id: int | None = None,
    is_work: bool = True,
) -> Change:
    """Appends a line for a task, a plan, a document or the organisation itself.

    Dates within before and after are ISO strings. The revision grows by SQL, so that two writers at once cannot give it
    the same number. Where `is_work` is False, and of talk, only the look of the pages changes: what is kept of feeds
    stays good.
    """
    session = object_session(organisation)
    if session is None:
        raise ValueError("history needs a session")
    is_seen = verb not in (FOLLOWING | OF_ACCOUNTS)
    if not is_seen:
        # Ids of lines come in the order in which they are seen, so the row is locked as raising the revision does.
        session.execute(select(Organisation.id).where(Organisation.id == organisation.id).with_for_update())
    change = Change(
        organisation_id=organisation.id, task=task, plan_id=plan_id, document_id=document_id,
        verb=verb, at=clock.now(), on=on, actor_kind=by.kind, actor_name=by.name, person_id=by.person_id,
        before=before or {}, after=after or {}, reason=reason,
    )  # fmt: skip
    session.add(change)
    if is_work and verb not in QUIET:
        organisation.revision = Organisation.revision + 1
    elif is_seen:
        organisation.arrangement = Organisation.arrangement + 1
    return change
