"""A row from texts, what is asked about it, and a preview kept between two requests."""

import json

import pytest
from documents import ROWS, flattened, simple_word, tabbed, word_plan

from planner.language import translate
from planner.period import Years
from planner.reading import Note, PlanDraft, draft_from_json, draft_to_json, read_document, row_from_texts
from planner.reading.times import in_words, join_times, read_execute

YEARS = Years(2026, 2026)


def test_a_row_from_a_clerks_correction_is_read_like_one_of_the_document() -> None:
    row = row_from_texts("3", "Hội nghị", "Ban A", "Tháng 5,11", "Tháng 6,12", YEARS, section="I", cooperating=["Sở B"])
    assert [(s and s.as_json(), e and e.as_json()) for s, e in row.occurrences] == [
        (["2026-05-01", "2026-05-31"], ["2026-06-01", "2026-06-30"]),
        (["2026-11-01", "2026-11-30"], ["2026-12-01", "2026-12-31"]),
    ]
    assert (row.section, row.cooperating, row.questions) == ("I", ["Sở B"], [])


def test_what_is_missing_or_does_not_pair_is_asked() -> None:
    assert row_from_texts("1", "", "", "", "", YEARS).questions == [
        "Dòng này chưa có nội dung công việc.",
        "Dòng này chưa có bộ phận tham mưu.",
        "Dòng này chưa có thời gian.",
    ]
    row = row_from_texts("1", "Hội nghị", "Ban A", "Tháng 5", "Tháng 6,12", YEARS)
    assert "Một lần trình cho 2 lần thực hiện" in row.questions[0]
    assert isinstance(row.questions[0], Note)


def test_an_unreadable_time_stays_visible_with_its_question() -> None:
    row = row_from_texts("1", "Hội nghị", "Ban A", "Tháng 13", "Tháng 6", YEARS)
    assert row.submit and row.submit.text == "Tháng 13"
    assert any("13" in question for question in row.questions)


def test_a_question_can_be_said_in_another_language() -> None:
    row = row_from_texts("1", "Hội nghị", "Ban A", "Tháng 13", "", YEARS)
    note = row.questions[0]
    assert isinstance(note, Note)
    assert translate(note.message, "vi", **note.values) == note


@pytest.mark.parametrize(
    ("start", "finish", "spans"),
    [
        ("Quý III", "Quý IV", [["2026-07-01", "2026-12-31"]]),
        ("Quý III", "quý III", [["2026-07-01", "2026-09-30"]]),
        ("", "Tháng 6", [[None, "2026-06-30"]]),
        ("Tháng 3", "", [["2026-03-01", None]]),
        ("01/02/2026", "15/03/2026", [["2026-02-01", "2026-03-15"]]),
        ("", "Trước 30/6", [[None, "2026-06-30"]]),
    ],
)
def test_start_and_finish_are_one_text_that_reads_back(start: str, finish: str, spans: list[list[str | None]]) -> None:
    period, questions = read_execute(join_times(start, finish), YEARS)
    assert period and [span.as_json() for span in period.spans] == spans
    assert not questions


@pytest.mark.parametrize(
    ("text", "header", "words"),
    [
        ("5,11", "Tháng thực hiện", "Tháng 5,11"),
        ("II", "Quý", "Quý II"),
        ("II, IV", "Thời gian (quý)", "Quý II, IV"),
        ("II", "Phần", "II"),
        ("2", "Thời gian (quý)", "Quý 2"),
        ("01/02/2026", "Ngày", "01/02/2026"),
        ("Tháng 3", "Tháng", "Tháng 3"),
    ],
)
def test_a_bare_figure_takes_the_word_of_its_header(text: str, header: str, words: str) -> None:
    assert in_words(text, header) == words


def test_dittos_repeat_the_row_above() -> None:
    header = ("STT", "Nội dung", "Đơn vị", "Thời gian")
    rows = [("1", "Họp", "Ban A", "Tháng 3"), ("2", "Gặp mặt", "-nt-", '"'), ("3", "Hội thi", "Như trên", "Tháng 5")]
    plan = read_document(simple_word(header, *rows), "a.docx")
    assert [(row.board, row.execute_text) for row in plan.rows] == [
        ("Ban A", "Tháng 3"),
        ("Ban A", "Tháng 3"),
        ("Ban A", "Tháng 5"),
    ]


def test_a_plan_by_months_takes_its_times_from_the_section_rows() -> None:
    header = ("STT", "Nội dung", "Đơn vị")
    rows = [("THÁNG 1",) * 3, ("1", "Họp", "Ban A"), ("2", "Gặp mặt", "Ban B"), ("THÁNG 2",) * 3, ("3", "Thi", "Ban A")]
    plan = read_document(simple_word(header, *rows), "a.docx")
    assert [row.execute.as_json()["spans"] for row in plan.rows if row.execute] == [
        [["2026-01-01", "2026-01-31"]],
        [["2026-01-01", "2026-01-31"]],
        [["2026-02-01", "2026-02-28"]],
    ]


def test_crosses_under_twelve_months_are_times_and_neighbours_are_asked_about() -> None:
    header = ("STT", "Nội dung", "Đơn vị", *["Tháng"] * 12)
    months = ("", "", "", *map(str, range(1, 13)))
    first = ("1", "Họp", "Ban A", *("x" if n in (3, 9) else "" for n in range(1, 13)))
    second = ("2", "Thi", "Ban B", *("x" if n in (11, 12) else "" for n in range(1, 13)))
    rows = read_document(simple_word(header, months, first, second), "a.docx").rows
    assert [row.execute_text for row in rows] == ["Tháng 3, 9", "Tháng 11, 12"]
    assert [len(row.occurrences) for row in rows] == [2, 2]
    assert not rows[0].questions
    assert "mỗi tháng một lần hay một đợt" in rows[1].questions[0]


def test_rows_below_lettered_ones_leave_their_section() -> None:
    header = ("STT", "Nội dung", "Đơn vị", "Thời gian")
    rows = [
        ("I", "Công tác chung", "", ""),
        ("1", "Tuyên truyền", "", ""),
        ("a", "Hội nghị", "Ban A", "Tháng 1"),
        ("2", "Tổ chức", "Ban B", "Cả năm"),
    ]
    plan = read_document(tabbed(header, *rows).encode(), "a.txt")
    assert [(row.number, row.section) for row in plan.rows] == [
        ("a", "I. Công tác chung › 1. Tuyên truyền"),
        ("2", "I. Công tác chung"),
    ]


def test_boards_that_may_be_one_are_asked_about() -> None:
    rows = [("1", "Họp", "Ban Tuyên giáo", "Tháng 1", "Tháng 2"), ("2", "Họp", "Ban Tuyên gíao", "Tháng 1", "Tháng 2")]
    assert any("có phải là một bộ phận" in question for question in read_document(word_plan(rows), "a.docx").questions)


def kept(plan: PlanDraft) -> PlanDraft:
    return draft_from_json(json.loads(json.dumps(draft_to_json(plan))))


def test_a_kept_preview_comes_back_as_it_was() -> None:
    text = flattened([*ROWS, ("7", "Hội nghị MITQ", "Ban A; Ban B", "Tháng 13", "Ngày 5")])
    plan = read_document(f"I. CHỈ TIÊU\n1. 100% xã đạt (tháng 7/2026).\n{text}".encode(), "kế hoạch.txt")
    back = kept(plan)
    assert back == plan
    assert (back.as_json(), back.fingerprint) == (plan.as_json(), plan.fingerprint)
    assert [type(question) for row in back.rows for question in row.questions] == [Note] * 4


def test_the_answer_for_scripts_has_the_promised_shape() -> None:
    answer = read_document(word_plan(), "a.docx").as_json()
    assert list(answer) == ["plan", "rows", "outline", "activities", "targets", "questions"]
    assert list(answer["rows"][0]) == [
        "number",
        "title",
        "board",
        "cooperating",
        "section",
        "submit",
        "execute",
        "occurrences",
        "source",
        "questions",
    ]
    json.dumps(answer)
