"""Headers that stand again below, two columns of one time, and columns of when a paper is issued."""

from documents import tabbed

from planner.reading import PlanDraft, read_document


def read(rows: list[list[str]]) -> PlanDraft:
    return read_document(tabbed(*rows).encode(), "a.txt")


def test_the_header_typed_again_is_no_row() -> None:
    head = ["Thời gian", "TT", "Nội dung", "Chủ trì", "Cấp cho ý kiến", ""]
    rows = [head, ["", "", "", "", "BTV", "BCH"], ["Tháng 3", "1", "Họp Ban", "Văn phòng", "x", ""]]
    plan = read(
        [*rows, ["Tháng 4", "2", "Sơ kết quý", "Văn phòng", "x", ""], ["Thời gian", "TT", "Nội dung", "", "", ""]]
    )
    assert [row.title for row in plan.rows] == ["Họp Ban", "Sơ kết quý"]


def test_when_a_paper_is_issued_is_a_time_and_no_board() -> None:
    head = ["TT", "Nội dung", "Chủ trì", "Thời gian trình", "Thời gian Ban hành, thực hiện"]
    plan = read([head, ["1", "Đề án", "Văn phòng", "Tháng 3", "Tháng 5"], ["2", "Quy chế", "Ban A", "Quý I", "Quý II"]])
    assert [(row.submit_text, row.execute_text) for row in plan.rows] == [("Tháng 3", "Tháng 5"), ("Quý I", "Quý II")]
    assert not plan.questions


def test_the_month_beside_the_quarter_says_when() -> None:
    head = ["TT", "Quý", "Tháng, ngày", "Nội dung", "Chủ trì"]
    rows = [["1", "Quý I", "Tháng 02", "Họp", "Ban A"], ["2", "Quý IV", "6/12", "Kỷ niệm ngày lễ", "Ban A"]]
    plan = read([head, *rows, ["3", "Quý II", "", "Tập huấn", "Ban A"]])
    assert [row.execute_text for row in plan.rows] == ["Tháng 02", "ngày 6/12", "Quý II"]
