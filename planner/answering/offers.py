"""Which answers a question gets."""

from collections.abc import Callable

from planner.answering.bodies import body_apart, is_slip, leads, no_person, one_or_many, some_board
from planner.answering.carried import COUNTED, ONE_DAY, count_carried, day_carried
from planner.answering.cells import in_the_note, late_submit, neighbours
from planner.answering.model import Answer, Asked
from planner.answering.wordings import MOST, WORDINGS
from planner.language import N_
from planner.period import Period
from planner.period.questions import ONE_FOR_ALL, UNPAIRED
from planner.reading import Note
from planner.reading.bodies import ONE_OR_MANY, WHO_LEADS
from planner.reading.leads import A_PERSON
from planner.reading.marked import NEXT_MONTHS, NEXT_QUARTERS, NEXT_YEARS
from planner.reading.row_cells import SLIP, TIME_IN_NOTE, TIME_IN_TITLE
from planner.reading.rows import LATE_SUBMIT, NO_BODY, NO_TIME, NO_TITLE
from planner.reading.times import NOT_JOINED
from planner.reading.torn import RAN_TOGETHER, TIME_FOR_BODY

RIGHT = Note(N_("Đúng như vậy"))
UNDATED = Note(N_("Chưa xác định thời gian"))


def answers(asked: Asked) -> list[Answer]:
    """The answers to a question, the likeliest first; each label once. Every question but that of a row without a
    title can be settled as the row was read."""
    special = SPECIAL.get(asked.message)
    found = special(asked) if special else _of_time(asked)
    return list({str(answer.label): answer for answer in found}.values())


def _of_time(asked: Asked) -> list[Answer]:
    """A reading that only has to be confirmed comes first, a time that stays open last."""
    settled, others = _settled(asked), _other_wordings(asked)
    return [settled, *others] if settled.label == RIGHT else [*others, settled]


def _settled(asked: Asked) -> Answer:
    """The reading is right; or, where nothing could be read, the time stays open."""
    if asked.field is None:
        return Answer(RIGHT)
    return Answer(RIGHT if _is_settled(asked.read(asked.field)[0]) else UNDATED)


def _other_wordings(asked: Asked) -> list[Answer]:
    wording = WORDINGS.get(asked.message)
    if wording is None or asked.field is None:
        return []
    # Two wordings of the same days are one answer; those of the present reading are the confirmation
    now, before = asked.read(asked.field)
    known = {_meaning(now)}
    found: list[Answer] = []
    for words in filter(None, wording(asked)):
        text = asked.in_field(words)
        period, questions = asked.read(asked.field, text)
        clear = set(questions) <= set(before) - {asked.question}
        if period and clear and _is_settled(period) and _meaning(period) not in known:
            known.add(_meaning(period))
            found.append(Answer(words, {asked.field: text}))
    return found[:MOST]


def _is_settled(period: Period | None) -> bool:
    return period is not None and bool(period.spans or period.kind in ("continuous", "recurring"))


def _meaning(period: Period | None) -> object:
    """What a reading comes to: its days, or that the work goes on without any."""
    return period.spans if period and period.spans else _is_settled(period)


def _pairs(asked: Asked) -> list[Answer]:
    return [
        Answer(Note(N_("Ghép theo thứ tự"))),
        Answer(Note(N_("Mỗi mốc là một việc riêng")), {"pairing": "apart"}),
    ]


def _one_for_all(asked: Asked) -> list[Answer]:
    return [
        Answer(Note(N_("Trình một lần, ở lần đầu"))),
        Answer(Note(N_("Lần thực hiện nào cũng trình")), {"pairing": "shared"}),
        Answer(Note(N_("Mỗi mốc là một việc riêng")), {"pairing": "apart"}),
    ]


def _start_or_finish(asked: Asked) -> list[Answer]:
    """The times of a start and a finish column that do not belong together."""
    start, _, finish = asked.text.removeprefix("Bắt đầu: ").partition("; hoàn thành: ")
    own = [
        Answer(Note(N_("Chỉ lấy thời gian hoàn thành")), {"execute_text": f"Hoàn thành: {finish}"}),
        Answer(Note(N_("Chỉ lấy thời gian bắt đầu")), {"execute_text": f"Bắt đầu: {start}"}),
    ]
    return [*own, _settled(asked)]


def _no_time(asked: Asked) -> list[Answer]:
    return [Answer(UNDATED)]


def _no_title(asked: Asked) -> list[Answer]:
    return [Answer(Note(N_("Bỏ dòng này")), leaves_out=True)]


SPECIAL: dict[str, Callable[[Asked], list[Answer]]] = {
    UNPAIRED: _pairs, ONE_FOR_ALL: _one_for_all, NOT_JOINED: _start_or_finish, NO_TIME: _no_time, NO_TITLE: _no_title,
    NO_BODY: some_board, A_PERSON: no_person, SLIP: is_slip, ONE_OR_MANY: one_or_many, WHO_LEADS: leads,
    RAN_TOGETHER: body_apart, TIME_FOR_BODY: body_apart, LATE_SUBMIT: late_submit, TIME_IN_NOTE: in_the_note,
    TIME_IN_TITLE: in_the_note,
    ONE_DAY: day_carried, COUNTED: count_carried,
    NEXT_MONTHS: neighbours, NEXT_QUARTERS: neighbours, NEXT_YEARS: neighbours,
}  # fmt: skip
