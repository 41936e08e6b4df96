"""Undo of a time: a milestone goes back, and the request that brought its time, or was refused, waits again."""

from datetime import date
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, object_session

from planner.actor import Actor
from planner.clock import ZONE
from planner.errors import NotAllowed
from planner.language import N_, Word
from planner.models.change import Change
from planner.models.day_off import work_calendar
from planner.moves import NOT_BY_ROLE, STATE_LABELS
from planner.verbs.requesting import ANOTHER_WAITS, DECIDERS, Requesting
from planner.wishes import VERBS

TIMES = frozenset(VERBS.values())
REFUSED = "refuse_time"
MAILED = "was_mailed"  # in the line that undoes another: who had a mail of that hears that it went back
UNDOING = N_("Hoàn tác")  # what the undoing is called, and the reason that its line gives
NOT_LAST = N_("Bước chuyển gần nhất của nhiệm vụ này không phải do đồng chí thực hiện, nên không hoàn tác được.")
TOO_LATE = N_("Chỉ hoàn tác được bước chuyển trong ngày.")
MOVED_SINCE = N_("Sau bước đó mốc này đã có thay đổi khác, nên không hoàn tác được.")
IN_REVIEW = N_("Đây là kết luận của phiên rà soát đang mở; đề nghị rút lại kết luận tại phiên đó.")


class TakingBackTimes(Requesting):
    """The verb that undoes a move of time or a decision about a request, by whoever made it, on the same day.

    It need not be the task's last line: of two requests for its milestones that were decided at once each goes back by
    itself. Both lines stay in the history; nobody is told any more of what was taken back, and who had a mail of it, or
    asked, is told that.
    """

    def take_back_time(self, line: Change, by: Actor, today: date) -> None:
        """Hoàn tác một bước về thời gian."""
        if why := self._why_not_undo_time(line, by, today) or self.why_not_beside_review(line):
            raise NotAllowed(why, source=Word(STATE_LABELS[self.state]), target=Word(UNDOING))
        request = self.request_decided_by(line)
        also = {"undone": line.id} | ({MAILED: True} if self._was_mailed(line) else {})
        if line.verb in TIMES:
            self._give_back_period(line, by, today, UNDOING, work_calendar(session_of(self)), also)
        if request is not None:
            self._wait_again(request, by, today, "", also if line.verb == REFUSED else {})
        self.tell_nobody(line)

    def may_take_back_time(self, line: Change, by: Actor, today: date) -> bool:
        """Whether this person may take back this line now; whether a review stands against it is left to the verb."""
        return not self._why_not_undo_time(line, by, today)

    def _why_not_undo_time(self, line: Change, by: Actor, today: date) -> str:
        """A sentence, or "" when nothing stands against it."""
        request = self.request_decided_by(line)
        if why := why_not_by_or_on(line, by, today):
            return why
        if not by.roles_on(self) & set(DECIDERS if request else ("secretariat",)):
            return NOT_BY_ROLE
        if line.verb in TIMES and not self._stands_as_left(line.after):
            return MOVED_SINCE
        if request is None:
            return MOVED_SINCE if line.verb == REFUSED else ""
        if request.state != ("refused" if line.verb == REFUSED else "approved"):
            return MOVED_SINCE
        return ANOTHER_WAITS if self.time_request(request.milestone.kind) else ""

    def _stands_as_left(self, after: dict[str, Any]) -> bool:
        """Whether the milestone is still where the line brought it, and not done meanwhile."""
        milestone = self.milestone(after["milestone"])
        return milestone is not None and milestone.done_on is None and milestone.facts().items() <= after.items()

    def why_not_beside_review(self, line: Change) -> str:
        """What a session that is still open decided is taken back there, or its minutes would tell what is not so."""
        from planner.models.review import ReviewItem, ReviewLine, ReviewSession  # models that stand on the task's own

        decided = select(ReviewLine.id).join(ReviewLine.item).join(ReviewItem.review).limit(1)
        holds = (ReviewLine.change_id == line.id, ReviewLine.undone_at.is_(None), ReviewSession.ended_at.is_(None))
        return IN_REVIEW if session_of(self).scalar(decided.where(*holds)) else ""

    def _was_mailed(self, line: Change) -> bool:
        from planner.models.concern import Concern

        mailed = select(Concern.id).where(Concern.change_id == line.id, Concern.mail_id.is_not(None)).limit(1)
        return session_of(self).scalar(mailed) is not None

    def tell_nobody(self, line: Change) -> None:
        """What is still waiting to be told of a line is taken away: it is not true any more."""
        from planner.models.concern import Concern

        waiting = delete(Concern).where(Concern.change_id == line.id, Concern.mail_id.is_(None))
        session_of(self).execute(waiting.execution_options(synchronize_session=False))


def why_not_by_or_on(line: Change, by: Actor, today: date) -> str:
    """Only who did it takes it back, and on the day itself."""
    if by.person_id is None or line.person_id != by.person_id:
        return NOT_LAST
    return "" if line.at.astimezone(ZONE).date() == today else TOO_LATE


def session_of(task: Any) -> Session:
    session = object_session(task)
    if session is None:
        raise ValueError("undoing needs a session")
    return session
