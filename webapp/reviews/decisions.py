"""What is decided about an item: the form that each decision asks for, the decision, and its taking back."""

from collections.abc import Callable

from flask import abort, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from planner.asking import ask_for
from planner.clock import today
from planner.errors import Refusal
from planner.language import N_
from planner.models import Board, ReviewItem, ReviewLine, Task
from planner.moves import MOVES
from planner.reviewing import (
    approve_time,
    asked,
    drop,
    extend,
    finish,
    finishing,
    hand_over,
    note,
    refuse_time,
    remind,
    take_back,
)  # fmt: skip
from planner.reviewing.deciding import NOT_FINISHED
from webapp import forms
from webapp.access import access, load
from webapp.answers import render
from webapp.people import current_actor
from webapp.reviews import section
from webapp.reviews.items import address_of, item_fragment, item_of
from webapp.reviews.sessions import load_review
from webapp.sent_files import accepted_with, attach_sent
from webapp.tasks.change import change
from webapp.tasks.responsibility import boards_to_hand_over_to
from webapp.writing import writes

DONE = {
    "reminder": N_("Đã lập phiếu nhắc việc; thư đã vào hộp thư đi."),
    "extension": N_("Đã gia hạn; thời gian ban đầu vẫn được lưu."),
    "board": N_("Đã chuyển nhiệm vụ sang bộ phận khác."),
    "note": N_("Đã ghi ý kiến vào lịch sử nhiệm vụ."),
    "cancellation": N_("Đã hủy nhiệm vụ; có thể rút lại kết luận này trước khi kết thúc phiên."),
    "completion": N_("Đã ghi nhận việc đã xong."),
    "approval": N_("Đã duyệt đề nghị; thời gian ban đầu vẫn được lưu."),
    "refusal": N_("Đã trả lời không duyệt đề nghị."),
}
TAKEN_BACK = N_("Đã rút lại kết luận; nhiệm vụ trở lại như trước.")
AT_ONCE = ("reminder", "approval")
KIND = f"<any({', '.join(DONE)}):kind>"
ASKING = f"<any({', '.join(kind for kind in DONE if kind not in AT_ONCE)}):kind>"
Decision = Callable[[ReviewItem], ReviewLine]

DECISIONS: dict[str, Decision] = {
    "reminder": lambda item: remind(item, current_actor(), today()),
    "extension": lambda item: extend(item, forms.needed_day("until"), forms.text("reason"), current_actor(), today()),
    "board": lambda item: hand_over(
        item, load(Board, forms.number("board") or 0), forms.text("reason"), current_actor(), today()
    ),
    "note": lambda item: note(item, forms.text("text"), current_actor(), today()),
    "cancellation": lambda item: drop(item, forms.text("reason"), current_actor(), today()),
    "completion": lambda item: _finish(item),
    "approval": lambda item: approve_time(item, current_actor(), today()),
    "refusal": lambda item: refuse_time(item, forms.text("why"), current_actor(), today()),
}  # fmt: skip


def _finish(item: ReviewItem) -> ReviewLine:
    """The files of the form come with the move, as on the task's own page."""
    move, day = finishing(item.task), forms.day("submitted_on") or forms.day("done_on")
    line = finish(item, current_actor(), today(), day, forms.text("result"), forms.text("paper_number"))
    attach_sent(item.task, current_actor(), move or "")
    return line


@section.get(f"/<int:id>/items/<int:item>/{ASKING}/new")
@access("secretariat")
def new_decision(id: int, item: int, kind: str) -> str:
    """The form of a decision: the one that the task's own page has."""
    return _form(item_of(load_review(id), item), kind)


@section.post(f"/<int:id>/items/<int:item>/{KIND}")
@access("secretariat")
@writes
def create_decision(id: int, item: int, kind: str) -> Response:
    """Decides: the task's verb and the session's line in one transaction."""
    found = item_of(load_review(id), item)
    made: list[ReviewLine] = []
    answer = _changed(
        found, lambda: made.append(DECISIONS[kind](found)), DONE[kind], None if kind in AT_ONCE else kind
    )
    if answer.status_code < 400 and made and made[0].document is not None:
        ask_for("deliver", made[0].document.key)
    return answer


@section.post("/<int:id>/lines/<int:line>/retraction")
@access("secretariat")
@writes
def create_retraction(id: int, line: int) -> Response:
    """Takes a decision back; the history keeps both."""
    review = load_review(id)
    lines = (one for item in review.items for one in item.lines if one.id == line)
    found = next(lines, None) or abort(404)
    return _changed(found.item, lambda: take_back(found, current_actor(), today()), TAKEN_BACK, None)


def _changed(item: ReviewItem, verb: Callable[[], None], sentence: str, kind: str | None) -> Response:
    """As every change of a task, but that the item takes the place of the item on the page."""
    review_id, item_id = item.review_id, item.id

    def fresh(_task: Task, _year: int) -> Markup:
        review = load_review(review_id)
        return item_fragment(review, item_of(review, item_id))

    def form(_task: Task, why: str) -> str:
        return _form(item_of(load_review(review_id), item_id), kind or "", why)

    return change(item.task_id, lambda _task: verb(), sentence, form if kind else None, fresh)


def _form(item: ReviewItem, kind: str, sentence: str | None = None) -> str:
    task = item.task
    address = url_for("reviews.create_decision", id=item.review_id, item=item.id, kind=kind)
    return render(
        "reviews/form.html", form=FORMS[kind], task=task, address=address, back=address_of(item), sentence=sentence,
        entered=request.form, **_values(task, kind),
    )  # fmt: skip


FORMS = {
    "extension": "tasks/period_form.html",
    "board": "tasks/board_form.html",
    "note": "tasks/note_form.html",
    "cancellation": "tasks/move_form.html",
    "completion": "tasks/move_form.html",
    "refusal": "reviews/refusal_form.html",
}


def _values(task: Task, kind: str) -> dict[str, object]:
    """What the form of a decision shows besides the task."""
    if kind == "extension":
        return {"milestone": task.current, "action": "extension", "chosen": ""}
    if kind == "board":
        return {"boards": boards_to_hand_over_to(task), "chosen": request.values.get("board", type=int)}
    if kind == "note":
        return {}
    if kind == "refusal":
        return {"asked": asked(task)}
    name = "cancellation" if kind == "cancellation" else finishing(task)
    if name is None:
        raise Refusal(NOT_FINISHED)
    move = next(move for move in MOVES if move.name == name)
    return {"move": move, "target": move.target, "accept": accepted_with(name, task, current_actor())}
