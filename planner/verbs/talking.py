"""The talk about a task: comments, and who follows it. A comment moves nothing, so the task's version stays."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import object_session

from planner import clock
from planner.actor import ROLES, Actor
from planner.errors import NotAllowed, Refusal, Stale
from planner.language import N_
from planner.models.comment import Comment, Follow
from planner.text import clean
from planner.verbs._subject import Subject

LONGEST = 5000
TALKERS = frozenset(ROLES) - {"viewer"}
Mentions = list[tuple[int, str]]


class Talking(Subject):
    """Verbs of those who talk and follow. `mentions` are those whom the text calls (planner.mentions)."""

    if TYPE_CHECKING:
        follows: list[Follow]

    def comment(self, text: str, by: Actor, today: date, mentions: Mentions | None = None) -> Comment:
        """Trao đổi: everybody with a role in the office, but for viewers. Who comments and who is called follow it."""
        text, mentions = self._said(text, by), mentions or []
        session = object_session(self)
        if session is None or by.person_id is None:
            raise ValueError("a comment needs a session and a person")
        comment = Comment(
            organisation_id=self.organisation_id, task=self, person_id=by.person_id, text=text,
            mentions=[list(one) for one in mentions], created_at=clock.now(),
        )  # fmt: skip
        session.add(comment)
        session.flush()
        self._note(by, "comment", today, {}, _facts(comment, mentions))
        for person_id in dict.fromkeys([by.person_id, *_ids(mentions)]):
            self._hears(person_id)
        return comment

    def edit_comment(self, comment: Comment, text: str, by: Actor, today: date, mentions: Mentions) -> None:
        """Sửa trao đổi: one's own. Who is called only now is told; that it was edited stays to be seen."""
        self.require_own(comment, by)
        text = self._said(text, by)
        known = set(_ids(comment.mentions))
        new = [one for one in mentions if one[0] not in known]
        comment.text, comment.mentions = text, [list(one) for one in mentions]
        comment.edited_at = clock.now()
        self._note(by, "edit_comment", today, {}, _facts(comment, new))
        for person_id in _ids(new):
            self._hears(person_id)

    def remove_comment(self, comment: Comment, by: Actor, today: date) -> None:
        """Xóa trao đổi: one's own. The words go; who wrote it, when, and that it was removed stay."""
        self.require_own(comment, by)
        comment.text, comment.mentions, comment.removed_at = "", [], clock.now()
        self._note(by, "remove_comment", today, {}, {"comment_id": comment.id})

    def follow(self, by: Actor, today: date) -> None:
        """Theo dõi: the person hears of what happens to the task."""
        if by.person_id is not None and self._hears(by.person_id):
            self._note(by, "follow", today, {}, {})

    def unfollow(self, by: Actor, today: date) -> None:
        """Thôi theo dõi."""
        if self.is_followed_by(by.person_id):
            self.follows[:] = [one for one in self.follows if one.person_id != by.person_id]
            self._note(by, "unfollow", today, {}, {})

    def _hears(self, person_id: int) -> bool:
        """Makes somebody a follower; False for who is one already."""
        if self.is_followed_by(person_id):
            return False
        self.follows.append(Follow(person_id=person_id, since=clock.now()))
        return True

    def is_followed_by(self, person_id: int | None) -> bool:
        return any(one.person_id == person_id for one in self.follows)

    def _said(self, text: str, by: Actor) -> str:
        if not any(by.has(role, self.organisation_id) for role in TALKERS):
            raise NotAllowed(N_("Vai trò của đồng chí chỉ được xem, không tham gia trao đổi."))
        if not (text := clean(text)):
            raise Refusal(N_("Vui lòng nhập nội dung trao đổi."))
        if len(text) > LONGEST:
            raise Refusal(N_("Nội dung dài quá %(count)d ký tự."), count=LONGEST)
        return text

    def require_own(self, comment: Comment, by: Actor) -> None:
        """Refuses whoever did not write it, and everybody once it was removed."""
        if comment.person_id != by.person_id:
            raise NotAllowed(N_("Chỉ người viết được sửa hoặc xóa nội dung trao đổi của mình."))
        if comment.removed_at is not None:
            raise Stale(N_("Nội dung trao đổi này đã được xóa."))


def _facts(comment: Comment, mentions: Mentions) -> Mapping[str, object]:
    return {"comment_id": comment.id, "mentioned": _ids(mentions)}


def _ids(mentions: Mentions) -> list[int]:
    return [person_id for person_id, _name in mentions]
