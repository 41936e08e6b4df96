"""How a flow ends: with a sentence that says what it did and what it did not, in the terminal and on Prefect's page."""

import os
from collections.abc import Sequence

from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from planner.errors import Refusal
from planner.language import N_, translate

PARTLY = N_("%(done)s Còn %(count)d việc chưa xong; lần chạy sau làm bù. Lý do: %(reason)s")
UNFORESEEN = N_("lỗi chưa lường trước (%(kind)s); nhật ký của tiến trình có chi tiết.")


def did(message: str, undone: Sequence[Exception] = (), **values: object) -> State[str]:
    """The state of a run that came to its end; who called the flow gets the sentence, or what was undone as a refusal.

    `undone` is what stood in the way of each thing that the run should have done and did not.
    """
    sentence = translate(message, language(), **values)
    if undone:
        return did_not(Refusal(PARTLY, done=sentence, count=len(undone), reason=words_of(undone[0])))
    return Completed(message=sentence, data=sentence)


def did_not(refusal: Refusal) -> State[str]:
    """The state of a run that failed for a reason which people can read."""
    return Failed(message=words_of(refusal), data=refusal)


def words_of(error: object) -> str:
    """What went wrong, for people: a refusal's own sentence; of anything else only its kind, the log has the rest."""
    if isinstance(error, Refusal):
        return translate(error.message, language(), **error.values)
    return translate(UNFORESEEN, language(), kind=type(error).__name__)


def language() -> str:
    """The language in which flows speak."""
    return os.environ.get("BANGVIEC_LANGUAGE", "vi")
