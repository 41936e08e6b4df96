"""Tables copied one cell a line: what is not clearly the only likely reading is asked about, never shifted silently."""

from planner.reading import PlanDraft, read_document
from planner.reading.formats.fitted_rows import IN_DOUBT
from planner.reading.formats.left_open import NO_NUMBERS, ROWS_BELOW

TITLE = "KẾ HOẠCH CÔNG TÁC NĂM 2026\n\n"
BELOW = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. BAN THƯỜNG VỤ\n"
HEADER = "STT\nNội dung công việc\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời gian\n"
FULL = (
    "1\nTập huấn cán bộ mới\nBan Tổ chức\nVăn phòng\nTháng 3\n"
    "2\nHội nghị tổng kết phong trào\nVăn phòng\nBan Tổ chức\nTháng 12\n"
)


def read(text: str) -> PlanDraft:
    return read_document(f"{TITLE}{text}{BELOW}".encode(), "a.txt")


def asked(plan: PlanDraft) -> list[bool]:
    return [IN_DOUBT in row.questions for row in plan.rows]


def test_days_below_months_that_head_rows_are_their_times() -> None:
    header = "TT\nNội dung công việc\nBộ phận thực hiện\nThời gian\n"
    text = (
        "THÁNG 2/2026\n1\nKiểm tra ở cơ sở\nBan Kiểm tra\nNgày 03 - 06\n2\nRa quân hiến máu\nBan Phong trào\nNgày 28\n"
        "THÁNG 3/2026\n3\nHội nghị mở rộng\nVăn phòng\nTuần 2\n4\nXét hồ sơ khen thưởng\nVăn phòng\nCuối tháng\n"
    )
    plan = read(header + text)
    assert [row.board for row in plan.rows] == ["Ban Kiểm tra", "Ban Phong trào", "Văn phòng", "Văn phòng"]
    assert [row.execute_text for row in plan.rows] == ["Ngày 03 - 06", "Ngày 28", "Tuần 2", "Cuối tháng"]
    assert {row.section for row in plan.rows[2:]} == {"THÁNG 3/2026"}


def test_the_same_as_above_is_a_cell_of_its_own() -> None:
    plan = read(f"{HEADER}{FULL}3\nThanh toán kinh phí\nBan Tổ chức\nnt\nTháng 9\n")
    assert plan.rows[2].board == "Ban Tổ chức"


def test_a_part_with_one_body_below_a_row_that_names_the_lead_is_asked_about() -> None:
    parts = "3\nTổ chức đại hội\nVăn phòng\nBan Tổ chức\nQuý II\na)\nXây dựng kịch bản\nBan Phong trào\nTháng 5\n"
    plan = read(f"{HEADER}{FULL}{parts}b)\nIn tài liệu cho đại biểu\nVăn phòng\nBan Phong trào\nTháng 6\n")
    assert asked(plan)[-2:] == [True, False]


def test_a_page_number_between_a_number_and_its_work_begins_no_row() -> None:
    text = FULL.replace("2\nHội nghị", "2\n3\nHội nghị") + "3\nKiểm tra cơ sở\nBan Tổ chức\nVăn phòng\nQuý III\n"
    plan = read(HEADER + text)
    assert [row.number for row in plan.rows] == ["1", "2", "3"]
    assert plan.rows[1].title == "Hội nghị tổng kết phong trào"


def test_a_paper_that_is_named_at_the_end_of_the_work_is_no_body() -> None:
    text = "3\nTổng kết 10 năm thực hiện Chỉ thị số\n05-CT/TW\nBan Tổ chức\nQuý III\n"
    assert read(f"{HEADER}{FULL}{text}").rows[2].board == "Ban Tổ chức"


def test_rows_without_numbers_whose_bound_is_open_are_asked_about() -> None:
    header = "Nội dung\nSố lượng\nThời gian\nĐơn vị thực hiện\nGhi chú\n"
    text = (
        "Hiến máu tình nguyện\n02 đợt\nTháng 4 và tháng 9\nBan Phong trào\n"
        "Tháng Nhân đạo\n01 đợt\nTháng 5\nBan Tổ chức\n"
        "Khám bệnh miễn phí\n200 lượt\nTháng 6\nTrạm Y tế\nở khu phố 2\n"
        "Nồi cháo nghĩa tình\n12 lần\nTháng 7\nBan Phong trào\n"
    )
    plan = read(header + text)
    assert NO_NUMBERS in plan.questions
    assert any(asked(plan))


def test_rows_that_stay_below_the_table_are_asked_about() -> None:
    cells = "".join(f"\t{line}\n" for line in (HEADER + FULL).strip().split("\n"))
    more = "\n1\nCử cán bộ học\nVăn phòng\nTháng 5\n2\nKiểm kê tài sản\nVăn phòng\nTháng 6\n"
    assert ROWS_BELOW in read(cells + more).questions


def test_a_header_of_two_rows_of_tabbed_cells_that_lost_their_blank_ones() -> None:
    rows = [
        ["1", "Rà soát danh sách", "Ban Tổ chức", "Tháng 3", "Tháng 5"],
        ["2", "Sơ kết", "Văn phòng", "Tháng 6", "Tháng 7"],
    ]
    text = "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows)
    plan = read(f"\tSTT\n\tNhiệm vụ\n\tĐơn vị chủ trì\n\tThời gian\n\n\tBắt đầu\n\tHoàn thành\n\n{text}")
    assert len(plan.rows) == 2
    assert plan.rows[0].execute_text == "Bắt đầu: Tháng 3; hoàn thành: Tháng 5"


def test_a_time_that_stands_before_the_numbers_of_tabbed_cells_is_theirs() -> None:
    rows = [["Tháng 3", "1", "Rà soát danh sách", "Ban Tổ chức"], ["Quý II", "2", "Sơ kết phong trào", "Văn phòng"]]
    text = "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows)
    plan = read(f"\tThời gian\n\tSTT\n\tNội dung công việc\n\tĐơn vị chủ trì\n\n{text}")
    assert [(row.number, row.title, row.execute_text) for row in plan.rows] == [
        ("1", "Rà soát danh sách", "Tháng 3"),
        ("2", "Sơ kết phong trào", "Quý II"),
    ]


def test_a_second_body_in_the_cell_of_the_lead_is_asked_about() -> None:
    text = "3\nKiểm tra ở cơ sở\nBan Tổ chức\nBan Kiểm tra\nVăn phòng\nQuý III\n"
    assert asked(read(f"{HEADER}{FULL}{text}")) == [False, False, True]


def test_quarters_over_all_columns_are_no_times_of_the_row_above() -> None:
    rows = [
        ["Tháng 2", "1", "Thăm cơ sở", "Văn phòng"],
        ["Tháng 3", "2", "Rà soát danh sách", "Ban Tổ chức"],
        ["27/4", "3", "Sơ kết phong trào", "Văn phòng"],
        ["Tháng 6", "4", "Kiểm tra ở cơ sở", "Ban Tổ chức"],
    ]
    cells = ["".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows]
    header = "\tThời gian\n\tSTT\n\tNội dung công việc\n\tĐơn vị chủ trì\n\n"
    plan = read(f"{header}\tQUÝ I\n\n{cells[0]}{cells[1]}\tQUÝ II\n\n{cells[2]}{cells[3]}")
    assert [row.execute_text for row in plan.rows] == ["Tháng 2", "Tháng 3", "27/4", "Tháng 6"]


def test_an_unmarked_month_between_rows_that_have_times_is_asked_about_in_both() -> None:
    header = "STT\nNội dung công việc\nThời gian\nĐơn vị chủ trì\nĐơn vị phối hợp\n"
    text = "1\nThiết kế bộ nhận diện\nTháng 3\nBan Tổ chức\nCác hội thành viên\nTháng 4\n"
    text += "2\nTriển lãm ảnh\n01/5\nVăn phòng\n"
    plan = read(f"{header}{text}3\nHội nghị tổng kết\nTháng 12\nVăn phòng\nBan Tổ chức\n")
    assert asked(plan) == [True, True, False]
