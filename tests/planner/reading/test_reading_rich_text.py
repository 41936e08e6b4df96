"""Rich text (.rtf), as Word and LibreOffice save it, and .doc files that are rich text inside."""

from documents import NUMBERS, ROWS
from rich_text import document, escaped, rich_text, row_of

from planner.reading import read_document
from planner.reading.formats import read_blocks
from planner.reading.formats.blocks import Grid, Paragraph

HEADER = ("Số TT", "Nội dung công việc", "Bộ phận tham mưu", "Trình", "Thực hiện")
NAMES = ("STT", "Nội dung", "Đơn vị", "Thời gian")


def test_a_table_is_read_whatever_the_file_is_called() -> None:
    for name in ("a.rtf", "a.doc"):
        plan = read_document(rich_text(HEADER, *ROWS), name)
        assert plan.title == "KẾ HOẠCH CÔNG TÁC NĂM 2026"
        assert [row.number for row in plan.rows] == NUMBERS


def test_merged_cells_reach_over_their_columns_and_rows() -> None:
    edges = (r"\clvmgf\cellx1500", r"\clvmgf\cellx3000", r"\cellx6000")
    below = (r"\clvmrg\cellx1500", r"\clvmrg\cellx3000", r"\cellx4500", r"\cellx6030")
    rows = [row_of(("STT", "Nội dung", "Thời gian"), edges), row_of(("", "", "Trình", "Thực hiện"), below)]
    rows += [row_of(("1", "Hội nghị", "Tháng 3", "Tháng 5"))]
    grid = next(block for block in read_blocks(document("".join(rows)), "a.rtf") if isinstance(block, Grid))
    assert [row.cells for row in grid.rows] == [
        ["STT", "Nội dung", "Thời gian", "Thời gian"],
        ["STT", "Nội dung", "Trình", "Thực hiện"],
        ["1", "Hội nghị", "Tháng 3", "Tháng 5"],
    ]
    assert grid.rows[1].joined == {0, 1}


def test_letters_in_code_pages_old_fonts_and_picture_fonts_are_read() -> None:
    body = r"\f0 Quy\'ec II, ti\'ea\'ecp theo\par \f1 K\'d5 ho\'b9ch\par {\f2\'fc} \u-3844?{\f2\u-3844?}\par "
    texts = [block.text for block in read_blocks(document(body), "a.rtf") if isinstance(block, Paragraph)]
    assert texts[:2] == ["Quý II, tiếp theo", "Kế hoạch"]
    assert texts[2].startswith("x") and texts[2].endswith("x")


def test_old_letters_of_two_signs_are_read_where_each_is_written_alone() -> None:
    body = rf"\f3 {escaped('KEÁ HOAÏCH coâng taùc')}\par \f1 giao \-\'edc\par "
    texts = [block.text for block in read_blocks(document(body), "a.rtf") if isinstance(block, Paragraph)]
    assert texts == ["KẾ HOẠCH công tác", "giao ước"]


def test_what_is_deleted_hidden_or_a_picture_is_not_read() -> None:
    field = rf"{{\field{{\*\fldinst E}}{{\fldrslt {escaped('Đ')}}}}}"
    body = r"A{\deleted B}{\v C}{\pict\wmetafile8 0102}{\*\bkmkstart D}" + field + r"\par "
    assert [block.text for block in read_blocks(document(body), "a.rtf") if isinstance(block, Paragraph)] == ["AĐ"]


def test_the_numbers_that_word_counts_are_read() -> None:
    number = r"{\listtext\pard\plain 1.\tab}"
    rows = row_of(NAMES) + row_of(("", "Hội nghị", "Ban A", "Tháng 3")).replace(r"\intbl ", rf"\intbl {number}", 1)
    plan = read_document(document(escaped("KẾ HOẠCH NĂM 2026") + r"\par " + rows), "a.rtf")
    assert [(row.number, row.title) for row in plan.rows] == [("1", "Hội nghị")]


def test_a_table_in_a_cell_is_one_of_its_own() -> None:
    inner = (
        r"\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables x}"
    )
    body = rf"\trowd\cellx2000\cellx4000 {inner}\pard\intbl A\cell B\cell\row\pard after\par "
    grids = [
        [row.cells for row in block.rows] for block in read_blocks(document(body), "a.rtf") if isinstance(block, Grid)
    ]
    assert sorted(grids) == [[["A", "B"]], [["a", "b"]]]
