"""What a sheet's PDF does to a table: text that its cell cannot hold, and columns that did not fit on the page."""

import weasyprint

from planner.reading import PlanDraft, read_document

STYLE = (
    "<style>@page { size: A4 landscape; margin: 2cm } table { border-collapse: collapse; table-layout: fixed }"
    "td { border: 1px solid; padding: 0 4px; height: 16px; line-height: 15px; white-space: nowrap }"
    "p { height: 20px } * { font: 13px serif } .next { break-before: page } .up { position: relative; top: -15px }"
    "div { height: 15px; overflow: visible }</style>"
)
TITLE = "<p>KẾ HOẠCH CÔNG TÁC NĂM 2026</p>"
LEFT = [("STT", "Nội dung công việc"), ("1", "Tổ chức hội nghị"), ("2", "Giám sát ở cơ sở"), ("3", "Tổng kết năm")]
RIGHT = [("Bộ phận tham mưu", "Thời gian"), ("Ban Tổ chức", "Tháng 3"), ("Ban Dân chủ", "Quý III"), ("VP", "Tháng 12")]


def table(*rows: tuple[str, ...], widths: tuple[int, ...]) -> str:
    columns = "".join(f"<col style='width: {width}px'>" for width in widths)
    lines = ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table style='width: {sum(widths)}px'>{columns}{''.join(lines)}</table>"


def read(body: str) -> PlanDraft:
    return read_document(bytes(weasyprint.HTML(string=STYLE + body).write_pdf()), "ke-hoach.pdf")


def test_columns_on_pages_of_their_own_are_set_beside_the_first_ones() -> None:
    left, right = table(*LEFT, widths=(40, 400)), table(*RIGHT, widths=(200, 100))
    plan = read(f"{TITLE}{left}<p class=next></p>{right}")
    assert [(row.number, row.title, row.board, row.execute_text) for row in plan.rows] == [
        (*one, *other) for one, other in zip(LEFT[1:], RIGHT[1:], strict=True)
    ]


def test_words_that_run_into_the_next_cell_stay_in_their_own() -> None:
    rows = [(*one, *other) for one, other in zip(LEFT, RIGHT, strict=True)]
    rows[2] = ("2", "Giám sát việc thực hiện chính sách ở cơ sở trong năm", "Ban Dân chủ", "Quý III")
    plan = read(TITLE + table(*rows, widths=(40, 200, 200, 100)))
    assert (plan.rows[1].title, plan.rows[1].board) == (rows[2][1], "Ban Dân chủ")


def test_a_line_that_stands_on_the_row_above_is_read_with_its_own_row() -> None:
    rows = [(*one, *other) for one, other in zip(LEFT, RIGHT, strict=True)]
    high = "<div class=up>Khảo sát ý kiến của<br>người dân</div>"
    plan = read(TITLE + table(*rows[:2], ("2", high, "Ban Dân chủ", "Quý III"), rows[3], widths=(40, 300, 200, 100)))
    assert [row.title for row in plan.rows] == ["Tổ chức hội nghị", "Khảo sát ý kiến của người dân", "Tổng kết năm"]


def test_text_that_the_edge_of_its_cell_cuts_is_asked_about() -> None:
    rows = [(*one, *other) for one, other in zip(LEFT, RIGHT, strict=True)]
    rows[1] = ("1", "Tổ chức hội nghị toàn", *RIGHT[1])
    plans = [read(TITLE + table(*rows, widths=(40, width, 200, 100))) for width in (122, 138, 142, 200)]
    assert {(plan.rows[0].title, plan.rows[0].board) for plan in plans} == {(rows[1][1], "Ban Tổ chức")}
    asked = [any("“Tổ chức hội nghị toàn”" in note for note in plan.questions) for plan in plans]
    assert asked == [False, False, True, False]


def test_times_on_a_page_of_their_own_that_fit_no_table_are_asked_about() -> None:
    times = table(("Tháng 3",), ("Tháng 12",), widths=(100,))
    plan = read(
        f"{TITLE}{table(*[(*one, *other) for one, other in zip(LEFT, RIGHT, strict=True)], widths=(40, 200, 150, 90))}"
        f"<p class=next></p>{times}"
    )
    assert [note for note in plan.questions if "Trang 2" in note]
