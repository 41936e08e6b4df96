"""Old Word files (.doc)."""

from pathlib import Path

import pytest
from documents import ATTACHED, HEADER, NUMBERS, ROWS, TITLE, Row
from old_word import old_word

from planner.errors import Refusal
from planner.reading import PlanDraft, read_document
from planner.reading.apart import read_document_apart

TOP: list[Row] = [HEADER[:4], ("", "", "", "Trình", "Thực hiện")]


def content(*rows: Row) -> bytes:
    return old_word([*TITLE, ATTACHED], [*TOP, *(rows or ROWS)])


def read(document: bytes) -> PlanDraft:
    return read_document(document, "ke-hoach.doc")


def test_an_old_document_gives_its_rows_and_its_heading() -> None:
    plan = read(content())
    assert [row.number for row in plan.rows] == NUMBERS
    assert (plan.title, plan.number) == (" ".join(TITLE), "7/CTr-MTTQ")
    assert [(row.title, row.submit_text, row.execute_text) for row in plan.rows] == [
        (row[1], row[3], row[4]) for row in ROWS
    ]
    assert (plan.rows[0].board, plan.rows[0].source) == ("Ban Tuyên giáo - Phong trào", "Bảng 1, dòng 3")
    assert len(plan.rows[2].occurrences) == 2


def test_rows_over_the_whole_width_are_sections() -> None:
    rows = read(content(("I. CÔNG TÁC TUYÊN TRUYỀN",), *ROWS[:3], ("II. CÔNG TÁC GIÁM SÁT",), *ROWS[3:])).rows
    assert [row.section for row in rows] == ["I. CÔNG TÁC TUYÊN TRUYỀN"] * 3 + ["II. CÔNG TÁC GIÁM SÁT"] * 3
    assert [row.number for row in rows] == NUMBERS


def test_it_is_read_in_the_child_process_too() -> None:
    assert [row.number for row in read_document_apart(content(), "ke-hoach.doc").rows] == NUMBERS


@pytest.mark.parametrize("length", [600, 2100, 4000])
def test_a_broken_old_document_is_refused_in_words(length: int) -> None:
    with pytest.raises(Refusal, match="Tệp Word bị hỏng"):
        read(content()[:length])


def test_a_cell_merged_downwards_counts_for_its_rows() -> None:
    rows: list[Row] = [
        ("TT", "Nội dung", "Bộ phận tham mưu", "Thời gian"),
        ("1", "Hội nghị A", "Ban Tuyên giáo", "Tháng 3"),
        ("2", "Hội nghị B", "", "Tháng 4"),
        ("3", "Hội nghị C", "", "Tháng 5"),
    ]
    plan = read(old_word(TITLE, rows, goes_on=[(2, 2)]))
    assert [row.board for row in plan.rows] == ["Ban Tuyên giáo", "Ban Tuyên giáo", ""]


def test_a_wide_table_loses_no_rows() -> None:
    """What is said of its rows is too long to stand beside them."""
    header = ("TT", "Nội dung", "Bộ phận tham mưu", "Phối hợp", "Trình", "Thực hiện", "Ghi chú")
    rows: list[Row] = [(str(n), f"Việc {n}", "Văn phòng", "Ban A", "Tháng 2", "Tháng 3", "x") for n in range(1, 9)]
    plan = read(old_word(TITLE, [header, *rows], far=True))
    assert [(row.title, row.submit_text, row.execute_text) for row in plan.rows] == [
        (row[1], row[4], row[5]) for row in rows
    ]


def test_numbers_that_word_counts_are_the_rows_numbers() -> None:
    rows: list[Row] = [("TT", "Nội dung", "Bộ phận tham mưu", "Thời gian")]
    rows += [("", f"Hội nghị {name}", "Ban A", "Tháng 3") for name in "ABC"]
    assert [row.number for row in read(old_word(TITLE, rows, numbered=True)).rows] == ["1", "2", "3"]


def test_the_words_of_a_text_box_stand_where_it_hangs() -> None:
    plan = read(old_word(TITLE, [HEADER, *ROWS], box="HỘI NÔNG DÂN XÃ THỬ\nSố: 21/KH-HND"))
    assert (plan.organisation, plan.number) == ("HỘI NÔNG DÂN XÃ THỬ", "21/KH-HND")


def without_antiword(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def test_it_needs_no_antiword(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    without_antiword(monkeypatch, tmp_path)
    assert [row.number for row in read(content()).rows] == NUMBERS


def test_for_what_is_older_than_word_97_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    older = content().replace(b"\xec\xa5\xc1\0", b"\xdc\xa5\x65\0", 1)
    without_antiword(monkeypatch, tmp_path)
    with pytest.raises(Refusal, match=r"lưu thành \.docx"):
        read(older)
