"""Timetables of weeks, and what else stands around a table of an office that nobody had read before."""

from documents import simple_word, tabbed

from planner.period import Years
from planner.reading import MARKED, PlanDraft, TableColumns, read_document
from planner.reading.formats.blocks import GridRow
from planner.reading.heading import read_heading
from planner.reading.marked import marked_columns
from planner.reading.meanings import mark_of_time, time_of_mark


def read(*rows: tuple[str, ...], title: str = "KẾ HOẠCH CÔNG TÁC NĂM 2026") -> PlanDraft:
    return read_document(tabbed(*rows, title=title).encode(), "a.txt")


def times(plan: PlanDraft) -> list[list[str]]:
    return [[str(span.start) for span in row.execute.spans] if row.execute else [] for row in plan.rows]


def test_the_weeks_of_a_month_are_marked() -> None:
    plan = read(
        ("STT", "Công việc", "Tuần 1", "Tuần 2", "Tuần 3", "Tuần 4", "Người thực hiện"),
        ("1", "Chuẩn bị hội nghị sơ kết", "x", "", "", "", "Ban A"),
        ("2", "Rà soát hộ nghèo", "", "x", "", "x", "Ban B"),
        title="KẾ HOẠCH CÔNG TÁC THÁNG 7/2026",
    )
    assert times(plan) == [["2026-06-29"], ["2026-07-06", "2026-07-20"]]
    assert not any(row.questions for row in plan.rows)


def test_the_days_of_a_marked_week_say_which_it_is() -> None:
    plan = read(
        ("STT", "Công việc", "Tuần 1 (01-05/7)", "Tuần 2 (06-12/7)", "Tuần 3 (13-19/7)", "Phụ trách"),
        ("1", "Chuẩn bị hội nghị sơ kết", "x", "", "", "Ban A"),
        ("2", "Rà soát hộ nghèo", "", "", "x", "Ban B"),
    )
    assert times(plan) == [["2026-07-01"], ["2026-07-13"]]


def test_weeks_stand_under_their_months() -> None:
    months = [f"Tháng {month}" for month in (7, 8) for _ in range(4)]
    weeks = [f"Tuần {week}" for week in (1, 2, 3, 4)] * 2
    plan = read_document(
        simple_word(
            ("TT", "Nội dung", "Đơn vị", *months),
            ("", "", "", *weeks),
            ("1", "Hội giảng", "Phòng A", *["x" if n in (1, 6) else "" for n in range(8)]),
        ),
        "a.docx",
    )
    assert times(plan) == [["2026-07-06", "2026-08-17"]]


def test_a_marked_week_is_kept_as_a_meaning_that_can_be_said_again() -> None:
    assert time_of_mark(mark_of_time("Tuần 2 tháng 7")) == "Tuần 2 tháng 7"
    assert time_of_mark("time-ngày mai") == ""
    assert all(mark_of_time(time_of_mark(mark)) == mark for mark in MARKED)
    said = TableColumns.from_json({"header_rows": 1, "columns": {"1": "title", "2": mark_of_time("Tuần 1")}})
    assert said.columns[2] == "time-Tuần 1"


def test_a_timetable_names_its_year_in_the_days_under_its_title() -> None:
    rows = (("Thứ/ngày", "Giờ", "Nội dung", "Chủ trì"), ("Thứ Hai 16/3", "8h00", "Họp giao ban", "Văn phòng"))
    text = tabbed(*rows, title="LỊCH CÔNG TÁC TUẦN\n(Từ ngày 16/3/2026 đến ngày 20/3/2026)")
    plan = read_document(text.encode(), "a.txt")
    assert plan.years == Years(2026, 2026)
    assert times(plan) == [["2026-03-16"]]


def test_a_title_may_have_a_word_before_the_kind_of_paper() -> None:
    heading = read_heading(["HỘI PHỤ NỮ XÃ THỬ", "KHUNG KẾ HOẠCH HOẠT ĐỘNG NĂM 2026"])
    assert heading.title == "KHUNG KẾ HOẠCH HOẠT ĐỘNG NĂM 2026"


def test_who_signs_a_decision_is_not_the_office() -> None:
    lines = ["ỦY BAN NHÂN DÂN", "TỈNH THỬ", "QUYẾT ĐỊNH", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "KẾ HOẠCH NĂM 2026"]
    attached = "(Kèm theo Quyết định số 1/QĐ-UBND ngày 20/01/2026 của Chủ tịch UBND tỉnh)"
    assert read_heading([*lines, attached]).organisation == "ỦY BAN NHÂN DÂN TỈNH THỬ"


def test_those_who_help_may_be_persons() -> None:
    plan = read(
        ("STT", "Nội dung", "Người phụ trách chính", "Người phối hợp", "Thời gian"),
        ("1", "Tập huấn", "Ban A", "Đoàn Thanh niên", "Tháng 3"),
    )
    assert [(row.board, row.cooperating) for row in plan.rows] == [("Ban A", ["Đoàn Thanh niên"])]


def test_how_far_the_work_is_is_no_time() -> None:
    plan = read(
        ("STT", "Nội dung", "Đơn vị", "Thời gian hoàn thành", "Tiến độ"),
        ("1", "Tập huấn", "Ban A", "17/10/2026 - 18/11/2026", "Đang thực hiện"),
        ("2", "Tổng kết", "Ban A", "Quý IV", "Chưa thực hiện"),
    )
    assert [row.execute_text for row in plan.rows] == ["17/10/2026 - 18/11/2026", "Hoàn thành: Quý IV"]


def test_a_day_in_brackets_dates_the_work_of_a_month_more_exactly() -> None:
    text = "KẾ HOẠCH NĂM 2026\nI. VIỆC\n1. Quý II\n- Tháng 5: Tổng kết (trước ngày 31/5/2026).\nII. KHÁC\nIII. NỮA\n"
    plan = read_document(text.encode(), "a.txt")
    assert [(each.title, each.period.text) for each in plan.activities] == [("Tổng kết", "trước ngày 31/5/2026")]


def test_a_month_and_the_week_or_days_in_it_stand_in_two_columns() -> None:
    plan = read(
        ("Tháng", "Tuần", "Nội dung công việc", "Bộ phận t.hiện"),
        ("9/2026", "Từ 01 - 05/9", "Khai giảng", "Ban Giám hiệu"),
        ("9/2026", "2", "Họp phụ huynh", "Tổ Mẫu giáo"),
        ("10/2026", "", "Hội thi", "Tổ Nhà trẻ"),
        title="KẾ HOẠCH NĂM HỌC 2026-2027",
    )
    assert [row.execute_text for row in plan.rows] == ["Từ 01 - 05/9/2026", "Tuần 2 tháng 9/2026", "Tháng 10/2026"]
    assert times(plan) == [["2026-09-01"], ["2026-09-07"], ["2026-10-01"]]


def test_how_long_it_takes_is_not_when() -> None:
    plan = read(
        ("TT", "Nội dung thanh tra", "Đơn vị chủ trì", "Thời hạn thanh tra", "Thời gian triển khai"),
        ("1", "Đầu tư xây dựng", "Phòng A", "45 ngày", "Quý II"),
        ("2", "Thu chi học phí", "Phòng B", "30 ngày", "Tháng 9"),
    )
    assert [row.execute_text for row in plan.rows] == ["Quý II", "Tháng 9"]
    assert plan.rows[0].extras == {"Thời hạn thanh tra": "45 ngày"}


def test_headers_may_be_shortened() -> None:
    plan = read(
        ("TT", "ND công việc", "CQ tham mưu", "ĐV p.hợp", "TG thực hiện", "KQ"),
        ("1", "Quy chế làm việc", "VP Đảng ủy", "Ban XD Đảng", "Q.I", "QĐ"),
    )
    row = plan.rows[0]
    assert (row.title, row.board, row.cooperating) == ("Quy chế làm việc", "VP Đảng ủy", ["Ban XD Đảng"])
    assert row.execute_text == "Q.I"


def test_days_from_and_to_date_work_in_running_text() -> None:
    text = "KẾ HOẠCH NĂM 2026\nI. VIỆC\n1. Quý III\n- Tháng khuyến học (từ 05/9 đến 02/10).\nII. KHÁC\nIII. NỮA\n"
    plan = read_document(text.encode(), "a.txt")
    assert [each.period.text for each in plan.activities] == ["từ 05/9 đến 02/10"]


def test_the_days_of_a_week_are_no_months() -> None:
    rows = [[GridRow(["STT", "Nội dung", "T2", "T3", "T4", "T5", "T6", *sunday])] for sunday in (["T7", "CN"], ["T7"])]
    assert marked_columns(rows[0], 9) == {}
    assert len(marked_columns(rows[1], 8)) == 6


def test_weeks_may_be_counted_in_roman_figures() -> None:
    plan = read(
        ("STT", "Công việc", "Người thực hiện", "Tuần I", "Tuần II", "Tuần III", "Tuần IV"),
        ("1", "Đánh giá đảng viên", "Tổ A", "", "", "v", ""),
        title="KẾ HOẠCH CÔNG TÁC THÁNG 10/2026",
    )
    assert times(plan) == [["2026-10-12"]]


def test_the_place_of_a_body_may_stand_on_the_next_line() -> None:
    heading = read_heading(["ỦY BAN MTTQ VIỆT NAM TỈNH", "BẾN THỬ", "Số: 2/CTr", "CHƯƠNG TRÌNH NĂM 2026"])
    assert heading.organisation == "ỦY BAN MTTQ VIỆT NAM TỈNH BẾN THỬ"
