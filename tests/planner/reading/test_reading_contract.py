"""What `bangviec read --json` gives has, for every kind of document, exactly the shape that scripts rely on."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from documents import bytes_of_book, flattened, simple_word, tabbed, word_plan, workbook

from planner.reading import read_document

Check = Callable[[object], bool]
KINDS = {
    "date", "day-range", "month", "month-list", "month-range", "quarter", "half-year", "year", "deadline", "mixed",
    "week-of-month", "recurring", "open-start", "continuous", "unscheduled", "unreadable",
}  # fmt: skip
HEADER = ("STT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Bắt đầu", "Hoàn thành")
PROGRAMME = "\n".join(
    [
        "CHƯƠNG TRÌNH HÀNH ĐỘNG NĂM 2026",
        "I. CHỈ TIÊU",
        "1. Ít nhất 2 cuộc giám sát (tháng 7/2026).",
        "II. NHIỆM VỤ",
        "1. Tổ chức hội nghị (tháng 3/2026).",
        "III. GIẢI PHÁP",
        "1. Chỉ đạo",
        "",
    ]
)
DOCUMENTS = {
    "a.docx": word_plan(),
    "a.xlsx": bytes_of_book(workbook()),
    "a.txt": flattened().encode(),
    "doubtful.txt": tabbed(
        HEADER, ("", "Họp", "Ban A, Ban B", "Sở A; Sở B", "Tháng 13", ""), ("2", "Thi", "", "", "", "30/6")
    ).encode(),
    "sections.docx": simple_word(
        HEADER, ("I", "Công tác chung", "", "", "", ""), ("1", "Họp", "Ban A", "", "1/2026", "Quý II")
    ),
    "programme.txt": (
        PROGRAMME + tabbed(HEADER, ("1", "Họp", "Ban A", "", "", "Quý I"), ("2", "Thi", "Ban A", "", "", ""))
    ).encode(),
}


def text(value: object) -> bool:
    return isinstance(value, str)


def maybe(check: Check) -> Check:
    return lambda value: value is None or check(value)


def every(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


def keys(**checks: Check) -> Check:
    def check(value: object) -> bool:
        return isinstance(value, dict) and list(value) == list(checks) and all(checks[k](value[k]) for k in checks)

    return check


def day(value: object) -> bool:
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


def span(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and any(value) and all(map(maybe(day), value))


def figure(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def section(value: object) -> bool:
    return keys(number=text, title=text, text=text, children=every(section))(value)


def years(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(year) is int for year in value)


PERIOD = keys(text=text, kind=lambda kind: kind in KINDS, spans=every(span), question=maybe(text))
ROW = keys(
    number=maybe(text), title=text, board=text, cooperating=every(text), section=maybe(text), submit=maybe(PERIOD),
    execute=maybe(PERIOD), occurrences=every(keys(submit=maybe(span), execute=maybe(span))), source=text,
    questions=every(text),
)  # fmt: skip
MEASURE = keys(value=figure, unit=text, comparator=lambda sign: sign in (">=", ">", "=", "<=", "<"))
ANSWER = keys(
    plan=keys(title=text, number=maybe(text), date=maybe(day), organisation=maybe(text), years=years),
    rows=every(ROW),
    outline=every(section),
    activities=every(keys(title=text, text=text, period=PERIOD, source=text)),
    targets=every(keys(number=text, text=text, measures=every(MEASURE), level=maybe(text), due=maybe(text))),
    questions=every(text),
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_answer_has_the_promised_shape(name: str) -> None:
    answer = json.loads(json.dumps(read_document(DOCUMENTS[name], name).as_json()))
    assert answer["rows"]
    for part in answer["rows"]:
        assert ROW(part), part
    assert ANSWER(answer)


def test_the_shape_is_looked_at_in_every_part() -> None:
    answer = read_document(DOCUMENTS["programme.txt"], "a.txt").as_json()
    assert all(answer[part] for part in ("outline", "targets", "activities"))
    assert any(row["cooperating"] for row in read_document(DOCUMENTS["doubtful.txt"], "a.txt").as_json()["rows"])
    assert not ANSWER(answer | {"more": 1})
