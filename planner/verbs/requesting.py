"""Another time of a milestone, asked for by its board and decided by the secretariat or the Standing Board.

Until somebody decides, the milestone and its deadline stay as they are.
"""

from datetime import date
from typing import Any

from planner import clock
from planner.actor import Actor
from planner.errors import NotAllowed, Refusal
from planner.language import N_
from planner.models.change import Change
from planner.models.time_request import TimeRequest
from planner.text import clean
from planner.verbs.scheduling import Scheduling
from planner.wishes import Wish
from planner.workdays import WorkCalendar

ASKERS = ("head", "member")
DECIDERS = ("secretariat", "leader")
ANOTHER_WAITS = N_("Mốc này đã có một đề nghị khác đang chờ duyệt.")


class Requesting(Scheduling):
    """Verbs of a request. The first plan's time is kept whatever becomes of it."""

    def ask_time(self, kind: str, wish: Wish, by: Actor, today: date, reason: str) -> TimeRequest:
        """Đề nghị đổi thời gian."""
        self.require_role(by, *ASKERS)
        milestone = self._open_milestone(kind)
        wish.check(milestone, today)
        span = wish.span(milestone)
        if (milestone.start, milestone.finish) == ((span.start, span.finish) if span else (None, None)):
            raise Refusal(N_("Mốc này đang ở đúng thời gian đó; không có gì để đề nghị."))
        if not (reason := clean(reason)):
            raise Refusal(N_("Vui lòng nhập lý do đề nghị."))
        if self.time_request(kind):
            raise Refusal(N_("Mốc này đã có một đề nghị đang chờ duyệt; rút đề nghị đó trước khi đề nghị lại."))
        request = TimeRequest(
            organisation_id=self.organisation_id, milestone=milestone, what=wish.what, day=wish.day, reason=reason,
            person_id=by.person_id, asked_by=by.name, asked_at=clock.now(), text=milestone.text,
            start=milestone.start, finish=milestone.finish, state="waiting",
        )  # fmt: skip
        self.time_requests.append(request)
        self._record(by, "ask_time", today, {"text": milestone.text}, _facts(request), reason)
        return request

    def approve_time(self, request: TimeRequest, by: Actor, today: date, calendar: WorkCalendar) -> None:
        """Duyệt đề nghị: the milestone takes the time; the history names who asked, why, and who approved."""
        self.require_role(by, *DECIDERS)
        _still_waits(request)
        self._take(request.milestone.kind, request.wish, by, today, request.reason, calendar, _decided(request))
        _decide(request, "approved", by)

    def refuse_time(self, request: TimeRequest, by: Actor, today: date, why: str) -> None:
        """Không duyệt đề nghị: with a reason; the milestone stays."""
        self.require_role(by, *DECIDERS)
        if not (why := clean(why)):
            raise Refusal(N_("Vui lòng nhập lý do không duyệt."))
        _still_waits(request)
        _decide(request, "refused", by, why)
        self._record(by, "refuse_time", today, {"text": request.text}, _facts(request) | _decided(request), why)

    def reconsider_time(self, request: TimeRequest, by: Actor, today: date, reason: str) -> None:
        """Xem xét lại đề nghị: its decision was taken back, so it waits again."""
        self.require_role(by, *DECIDERS)
        self._wait_again(request, by, today, reason)

    def _wait_again(
        self, request: TimeRequest, by: Actor, today: date, reason: str, also: dict[str, Any] | None = None
    ) -> None:
        if self.time_request(request.milestone.kind):
            raise Refusal(ANOTHER_WAITS)
        request.state, request.decided_by, request.decided_at, request.why = "waiting", "", None, ""
        self._record(by, "reconsider_time", today, {"text": request.text}, _facts(request) | (also or {}), reason)

    def request_decided_by(self, line: Change) -> TimeRequest | None:
        """The request that a line of history approved or refused; if it names none, the latest decided."""
        if "asked_by" not in line.after:
            return None
        if named := line.after.get("request_id"):
            return next((one for one in self.time_requests if one.id == named), None)
        kind, decided = line.after.get("asked_milestone") or line.after["milestone"], ("approved", "refused")
        of_kind = [one for one in self.time_requests if one.milestone.kind == kind and one.state in decided]
        return max(of_kind, key=lambda one: one.decided_at or one.asked_at, default=None)

    def withdraw_time(self, request: TimeRequest, by: Actor, today: date) -> None:
        """Rút đề nghị: whoever asked takes it back."""
        if by.person_id is None or by.person_id != request.person_id:
            raise NotAllowed(N_("Chỉ người đã đề nghị được rút đề nghị này."))
        _still_waits(request)
        _decide(request, "withdrawn", by)
        self._record(by, "withdraw_time", today, {"text": request.text}, _facts(request))

    def time_request(self, kind: str) -> TimeRequest | None:
        """The request that waits for a decision on this milestone."""
        return next((one for one in self.time_requests if one.is_waiting and one.milestone.kind == kind), None)


def _still_waits(request: TimeRequest) -> None:
    if not request.is_waiting:
        raise Refusal(N_("Đề nghị này đã được giải quyết hoặc đã rút."))


def _decide(request: TimeRequest, state: str, by: Actor, why: str = "") -> None:
    request.state, request.decided_by, request.decided_at, request.why = state, by.name, clock.now(), why


def _facts(request: TimeRequest) -> dict[str, Any]:
    """What the history keeps. Its keys are none of a period's own, since the milestone did not move."""
    return {"asked_milestone": request.milestone.kind, "text": request.wish.text} | _asker(request)


def _decided(request: TimeRequest) -> dict[str, Any]:
    return _asker(request) | {"request_id": request.id}


def _asker(request: TimeRequest) -> dict[str, Any]:
    return {"asked_by": request.asked_by, "asker_id": request.person_id}
