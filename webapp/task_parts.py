"""What the parts of a task's page show: the talk, the papers, who follows. Each is also answered by itself."""

from sqlalchemy import func, select

from planner.models import Change, Task
from webapp import history
from webapp.extensions import db
from webapp.people import current_actor
from webapp.sent_files import ACCEPT
from webapp.timeline import may_talk, timeline


def talk_of(task: Task) -> dict[str, object]:
    """The talk and the history, and the last line of them, by which a page asks whether there is more."""
    return {
        "entries": timeline(task), "history": history, "may_talk": may_talk(current_actor(), task),
        "seen": last_line(task),
    }  # fmt: skip


def last_line(task: Task) -> int:
    """By its index: every open page of a task asks for it again and again."""
    return db.session.scalar(select(func.max(Change.id)).where(Change.task_id == task.id)) or 0


def papers_of(task: Task) -> dict[str, object]:
    """The papers, which of them the person may remove, and what may be added."""
    actor = current_actor()
    return {
        "accept": ACCEPT, "may_attach": task.takes_papers_of(actor),
        "removable": {one.id for one in task.attachments if task.may_detach(one, actor)},
    }  # fmt: skip


def followers_of(task: Task) -> dict[str, object]:
    """Whether the person hears of the task by duty (assigned to it, or head of its board), or follows it."""
    actor = current_actor()
    by_duty = task.assignee_id == actor.person_id or "head" in actor.roles_on(task)
    return {"hears_anyway": by_duty, "follows": task.is_followed_by(actor.person_id)}
