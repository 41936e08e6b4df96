"""Columns whose meanings a person gave: the same document, read as said."""

import json

import pytest
from documents import bytes_of, fill, headed, simple_word, tabbed, word_plan

from planner.errors import Refusal
from planner.period import Years
from planner.reading import PlanDraft, TableColumns, choices_of, draft_from_json, draft_to_json, read_document
from planner.reading.apart import read_document_apart

STRANGE = tabbed(
    ("Mã", "Làm gì", "Ai", "Bao giờ"), ("K1", "Họp dân", "Ban A", "Tháng 3"), ("K2", "Thi", "Ban B", "Quý II")
)
OBSCURE = tabbed(("A", "B", "C"), ("K1", "Họp dân", "Ban A"), ("K2", "Thi", "Ban B"))
SAID = TableColumns(1, {0: "number", 1: "title", 2: "board", 3: "execute"})


def said(plan: PlanDraft) -> list[tuple[str, str, str, str]]:
    return [(row.number, row.title, row.board, row.execute_text) for row in plan.rows]


def test_a_table_shows_what_its_columns_were_taken_for() -> None:
    table = read_document(word_plan(), "a.docx").tables[0]
    assert table.columns == {0: "number", 1: "title", 2: "board", 3: "submit", 4: "execute"}
    assert (table.index, table.header_rows, table.row_count, table.by_hand) == (0, 2, 8, False)
    assert table.rows[1][3:] == ["Trình", "Thực hiện"]
    assert table.rows[2][0] == "1"


def test_headers_that_mean_nothing_to_the_reader_are_read_as_a_person_says() -> None:
    plan = read_document(STRANGE.encode(), "a.txt", columns={0: SAID})
    assert said(plan) == [("K1", "Họp dân", "Ban A", "Tháng 3"), ("K2", "Thi", "Ban B", "Quý II")]
    assert plan.tables[0].by_hand


def test_a_document_that_is_not_understood_comes_back_with_its_tables_where_a_person_can_say() -> None:
    with pytest.raises(Refusal):
        read_document(OBSCURE.encode(), "a.txt")
    plan = read_document(OBSCURE.encode(), "a.txt", columns={})
    assert (plan.rows, plan.title) == ([], "KẾ HOẠCH CÔNG TÁC NĂM 2026")
    assert [table.columns for table in plan.tables] == [{}]
    assert any("chọn ý nghĩa" in question for question in plan.questions)


def test_columns_may_be_changed_about_and_left_out() -> None:
    columns = TableColumns(2, {0: "number", 1: "title", 4: "submit"})
    row = read_document(word_plan(), "a.docx", columns={0: columns}).rows[0]
    assert (row.submit_text, row.execute_text, row.board) == ("Tháng 3", "", "")


def test_a_table_without_any_meaning_is_no_plan() -> None:
    plan = read_document(word_plan(), "a.docx", columns={0: TableColumns(0, {})})
    assert plan.rows == []


def test_marked_columns_may_be_named() -> None:
    text = tabbed(("A", "B", "C", "D"), ("1", "Họp", "", "x"), ("2", "Thi", "x", ""))
    columns = TableColumns(1, {0: "number", 1: "title", 2: "month-3", 3: "quarter-4"})
    plan = read_document(text.encode(), "a.txt", columns={0: columns})
    assert [row.execute_text for row in plan.rows] == ["Quý IV", "Tháng 3"]


def test_a_table_that_goes_on_or_has_the_same_header_takes_the_meanings_along() -> None:
    document = headed()
    header = ("Mã", "Làm gì", "Ai", "Bao giờ")
    fill(document.add_table(rows=0, cols=4), [header, ("1", "Họp", "Ban A", "Tháng 3")])
    document.add_paragraph("(trang sau)")
    fill(document.add_table(rows=0, cols=4), [header, ("2", "Thi", "Ban B", "Tháng 4")])
    document.add_paragraph("(trang sau)")
    fill(document.add_table(rows=0, cols=4), [("3", "Đi", "Ban C", "Tháng 5")])
    plan = read_document(bytes_of(document), "a.docx", columns={0: SAID})
    assert [row.title for row in plan.rows] == ["Họp", "Thi", "Đi"]
    assert [table.follows for table in plan.tables] == [None, 0, 0]
    assert choices_of(plan.tables) == {0: SAID}


def test_lines_above_the_names_of_the_columns_still_tell_the_plan() -> None:
    content = simple_word(
        ("KẾ HOẠCH NĂM 2027",) * 4, ("Mã", "Làm gì", "Ai", "Bao giờ"), ("1", "Họp", "Ban A", "Quý I"), title=""
    )
    plan = read_document(content, "a.docx", columns={0: TableColumns(2, SAID.columns)})
    assert (plan.title, plan.years, len(plan.rows)) == ("KẾ HOẠCH NĂM 2027", Years(2027, 2027), 1)


def test_the_tables_are_kept_with_the_preview_and_the_choice_reaches_the_child() -> None:
    plan = read_document_apart(STRANGE.encode(), "a.txt", columns={0: SAID})
    assert said(plan) == said(read_document(STRANGE.encode(), "a.txt", columns={0: SAID}))
    assert draft_from_json(json.loads(json.dumps(draft_to_json(plan)))).tables == plan.tables


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"header_rows": 1},
        {"header_rows": "x", "columns": {}},
        {"header_rows": 1, "columns": {"0": "colour"}},
        {"header_rows": 1, "columns": {"0": "board"}},
    ],
)
def test_meanings_that_cannot_be_read_by_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(Refusal):
        TableColumns.from_json(wrong)
    assert TableColumns.from_json(SAID.as_json()) == SAID
