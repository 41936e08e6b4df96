"""One row of the plan in the words of the new document, or without any: what becomes of its tasks."""

from dataclasses import dataclass
from datetime import date

from planner.actor import Actor
from planner.importing.rows import add_task, period_text, row_of
from planner.models import Plan, PlanRow, Task
from planner.period import Period, Span
from planner.reading import RowDraft
from planner.reading.drafts import Occurrence
from planner.reissuing.comparing import Difference, is_begun
from planner.reissuing.occurrences import match_occurrences
from planner.workdays import WorkCalendar

NO_TIME = "Chưa xác định"


@dataclass(frozen=True)
class Issue:
    """The new document as the tasks' verbs need it; `today` is the day in Việt Nam."""

    plan: Plan
    by: Actor
    today: date
    reason: str
    calendar: WorkCalendar


def drop(one: Difference, issue: Issue) -> None:
    """The document no longer has the row: it is kept as it was, and what is not done is cancelled."""
    if one.old is None:
        return
    one.old.ended_issue = issue.plan.issue
    for task in one.old.tasks:
        if task.state not in ("done", "cancelled"):
            task.cancel(issue.by, issue.today, issue.reason)


def replace(one: Difference, issue: Issue) -> tuple[PlanRow, list[Task]]:
    """A new row in the old one's place, and the tasks that it made; those that go on belong to the new row now.

    An occurrence that is no longer named is cancelled unless it was begun; such a task stays with the old row.
    """
    old, draft = one.old, one.new
    if old is None or draft is None:
        raise ValueError("nothing to replace")
    tasks = list(old.tasks)
    row = row_of(issue.plan, draft, old.position)
    row.replaces, old.ended_issue = old, issue.plan.issue
    pairs = _pairs(tasks, one.was, draft, one.times_stay)
    made = [
        add_task(row, draft, nth, occurrence, issue.calendar)
        for nth, occurrence in enumerate(draft.occurrences, 1)
        if not one.times_stay and nth not in pairs
    ]
    for nth, task in pairs.items():
        _go_on(task, row, nth, one, issue, _span_of(task, one.was))
    for task in set(tasks) - set(pairs.values()):
        _leave(task, issue)
    return row, made


def _pairs(tasks: list[Task], spans: tuple[Occurrence, ...], draft: RowDraft, times_stay: bool) -> dict[int, Task]:
    """Which occurrence, from 1, a task goes on as."""
    if times_stay:
        return {task.occurrence: task for task in tasks}
    old = [_span_of(task, spans) for task in tasks]
    return {b + 1: tasks[a] for b, a in match_occurrences(old, draft.occurrences).items()}


def _span_of(task: Task, spans: tuple[Occurrence, ...]) -> Occurrence:
    """The spans that the document had for this occurrence, whatever a person moved since."""
    return spans[task.occurrence - 1] if 0 < task.occurrence <= len(spans) else (None, None)


def _go_on(task: Task, row: PlanRow, nth: int, one: Difference, issue: Issue, was: Occurrence) -> None:
    old, new = ({facet.field: getattr(facet, side) for facet in one.facets} for side in ("old", "new"))
    of = task.occurrences if one.times_stay else len(one.new.occurrences) if one.new else 1
    task.revise(row, (nth, of), old, new, issue.by, issue.today, issue.reason)
    changed = {facet.field for facet in one.facets if facet.matters}
    if "board" in changed and row.board and task.state != "done" and task.board is not row.board:
        task.hand_over(row.board, issue.by, issue.today, issue.reason)
    if one.new and not one.times_stay:
        _revise_times(task, one.new, one.new.occurrences[nth - 1], was, issue)


def _revise_times(task: Task, draft: RowDraft, occurrence: Occurrence, was: Occurrence, issue: Issue) -> None:
    """Each milestone whose days read otherwise now, unless it is done; a person's move of another one stays."""
    now = {kind: (period, span) for kind, period, span in draft.milestones(occurrence)}
    for kind, before in zip(("submit", "execute"), was, strict=True):
        milestone = task.milestone(kind)
        if kind not in now:
            if milestone and milestone.done_on is None and not milestone.is_undated:
                task.revise_period(kind, NO_TIME, None, issue.by, issue.today, issue.reason, issue.calendar)
        elif milestone is None:
            if _may_begin(task, kind):
                _revise_time(task, kind, *now[kind], issue)
        elif milestone.done_on is None and now[kind][1] != before:
            _revise_time(task, kind, *now[kind], issue)


def _revise_time(task: Task, kind: str, period: Period, span: Span | None, issue: Issue) -> None:
    text = period_text(period, span, task.occurrences)
    task.revise_period(kind, text, span, issue.by, issue.today, issue.reason, issue.calendar)


def _may_begin(task: Task, kind: str) -> bool:
    """Whether a milestone that the document names for the first time is still ahead of the work."""
    return not is_begun(task) if kind == "submit" else task.state != "done" and task.held_state != "done"


def _leave(task: Task, issue: Issue) -> None:
    """An occurrence that is no longer named: what nobody has begun is cancelled, the rest stays as it is."""
    if task.state != "cancelled" and not is_begun(task):
        task.cancel(issue.by, issue.today, issue.reason)
