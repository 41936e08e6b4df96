"""Forms that single offices use, found by trying documents that nobody had read before."""

from datetime import date

import pytest
from documents import bytes_of, fill, headed, simple_word, tabbed

from planner.period import Years
from planner.reading import PlanDraft, read_document
from planner.reading.bodies import split_bodies, sure_pieces
from planner.reading.heading import read_heading
from planner.reading.leads import split_lead


def read(*rows: tuple[str, ...], title: str = "KẾ HOẠCH CÔNG TÁC NĂM 2026") -> PlanDraft:
    return read_document(tabbed(*rows, title=title).encode(), "a.txt")


def test_a_section_that_reaches_over_the_marked_months_is_no_work() -> None:
    months = [f"T{n}" for n in range(1, 13)]
    header = ("TT", "Nội dung", *months)
    plan = read_document(
        simple_word(
            header,
            ("I", *["Ban Phong trào"] * 13),
            ("1", "Tháng Thanh niên", *["x" if n == 3 else "" for n in range(1, 13)]),
        ),
        "a.docx",
    )
    assert [(row.title, row.board, row.execute_text) for row in plan.rows] == [
        ("Tháng Thanh niên", "Ban Phong trào", "Tháng 3")
    ]


def test_both_sides_of_a_letterhead_stand_on_one_line() -> None:
    heading = read_heading(
        [
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "XÃ THỬ NGHIỆM Độc lập - Tự do - Hạnh phúc",
            "Số: 18/KH-UBND Thử Nghiệm, ngày 08 tháng 01 năm 2026",
            "KẾ HOẠCH",
            "Cải cách hành chính năm 2026",
        ]
    )
    assert (heading.number, heading.date) == ("18/KH-UBND", date(2026, 1, 8))
    assert heading.organisation == "ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM"


def test_a_number_may_stand_apart_from_its_kind() -> None:
    assert read_heading(["Số: 09 KH/UBH", "KẾ HOẠCH NĂM 2026"]).number == "09 KH/UBH"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ủy ban\nKiểm tra\nĐảng ủy", ["Ủy ban Kiểm tra Đảng ủy"]),
        ("Văn phòng, Hội\nCựu chiến binh, Ban A", ["Văn phòng, Hội Cựu chiến binh, Ban A"]),
        ("Hội Liên hiệp\nPhụ nữ xã", ["Hội Liên hiệp Phụ nữ xã"]),
        ("Văn phòng\nĐảng ủy\nBan A", ["Văn phòng Đảng ủy", "Ban A"]),
    ],
)
def test_a_name_goes_on_over_narrow_lines(text: str, names: list[str]) -> None:
    assert sure_pieces(text) == names


def test_who_directs_is_not_who_does() -> None:
    assert split_lead("Đồng chí Phó Chủ tịch chỉ đạo; Ban Phong trào thực hiện") == ("Ban Phong trào", [], [])


def test_a_post_is_a_person() -> None:
    assert len(split_lead("Phó Chủ tịch")[2]) == 1


def test_work_belongs_to_the_body_that_prepares_it_and_not_to_the_person_in_the_chair() -> None:
    plan = read(
        ("Thời gian", "Nội dung", "Chủ trì", "Chuẩn bị nội dung"),
        ("Tháng 1", "Giao ban", "Chủ tịch", "Văn phòng"),
        ("Tháng 2", "Kiểm tra", "Phó Chủ tịch", "Ban Phong trào"),
    )
    assert [row.board for row in plan.rows] == ["Văn phòng", "Ban Phong trào"]
    assert plan.rows[0].extras == {"Chủ trì": "Chủ tịch"}


def test_a_rhythm_in_the_column_of_starts_is_the_time() -> None:
    plan = read(
        ("TT", "Nội dung", "Đơn vị", "Bắt đầu", "Kết thúc"),
        ("1", "Việc một", "Ban A", "Hằng năm", ""),
        ("2", "Việc hai", "Ban A", "Quý I", "Quý II"),
        title="KẾ HOẠCH GIAI ĐOẠN 2026-2027",
    )
    assert [len(row.occurrences) for row in plan.rows] == [2, 1]


def test_a_window_in_the_column_of_finishes_keeps_its_start() -> None:
    plan = read(
        ("TT", "Nội dung", "Đơn vị", "Thời hạn hoàn thành"), ("1", "Nhận hồ sơ", "Ban A", "Từ 20/3 đến hết 30/6")
    )
    span = plan.rows[0].occurrences[0][1]
    assert span is not None and (span.start, span.finish) == (date(2026, 3, 20), date(2026, 6, 30))


def test_a_whole_date_in_brackets_dates_the_work_and_no_feast() -> None:
    text = "I. NHIỆM VỤ\n1. Tổ chức lễ ra quân (26/7/2026).\n2. Kỷ niệm Ngày truyền thống (18/11/2026).\n"
    plan = read_document(f"CHƯƠNG TRÌNH NĂM 2026\n{text}".encode(), "a.txt", Years(2026, 2026))
    assert [one.title for one in plan.activities] == ["Tổ chức lễ ra quân"]


def test_a_column_of_codes_numbers_the_rows() -> None:
    plan = read(("Hạn hoàn thành", "Đầu việc", "Đơn vị", "Mã số"), ("30/6/2026", "Mua máy", "Ban A", "1,1"))
    assert [row.number for row in plan.rows] == ["1.1"]


@pytest.mark.parametrize(
    ("top", "body"),
    [
        (("ỦY BAN TRUNG ƯƠNG", "MẶT TRẬN TỔ QUỐC VIỆT NAM"), "ỦY BAN TRUNG ƯƠNG MẶT TRẬN TỔ QUỐC VIỆT NAM"),
        (("TỈNH ĐOÀN THỬ", "BAN THƯỜNG VỤ ĐOÀN TNCS HỒ CHÍ MINH"), "TỈNH ĐOÀN THỬ"),
        (("LIÊN HIỆP CÁC HỘI TỈNH THỬ",), "LIÊN HIỆP CÁC HỘI TỈNH THỬ"),
    ],
)
def test_bodies_as_their_letterheads_write_them(top: tuple[str, ...], body: str) -> None:
    assert read_heading([*top, "Số 1/KH", "KẾ HOẠCH NĂM 2026"]).organisation == body


def test_details_beside_a_merged_piece_of_work_are_works_of_their_own() -> None:
    document = headed()
    rows = [
        ("TT", "Công việc", "Nội dung chi tiết", "Cơ quan chủ trì", "Thời gian"),
        ("1", "Chuẩn bị", "Lập ban chỉ huy", "Văn phòng", "Tháng 4"),
        ("", "", "Rà soát phương án", "Ban B", "Tháng 5"),
    ]
    table = fill(document.add_table(rows=0, cols=5), rows)
    for column in (0, 1):
        table.cell(1, column).merge(table.cell(2, column)).text = rows[1][column]
    plan = read_document(bytes_of(document), "a.docx")
    assert [(row.title, row.board, row.section) for row in plan.rows] == [
        ("Lập ban chỉ huy", "Văn phòng", "Chuẩn bị"),
        ("Rà soát phương án", "Ban B", "Chuẩn bị"),
    ]


def test_two_cells_of_bodies_beside_a_merged_piece_of_work_are_two_bodies() -> None:
    document = headed()
    rows = [
        ("TT", "Công việc", "Cơ quan chủ trì", "Thời gian"),
        ("1", "Chuẩn bị", "Văn phòng", "Tháng 4"),
        ("", "", "Ban Chỉ huy Quân sự", "Tháng 5"),
    ]
    table = fill(document.add_table(rows=0, cols=4), rows)
    for column in (0, 1):
        table.cell(1, column).merge(table.cell(2, column)).text = rows[1][column]
    row = read_document(bytes_of(document), "a.docx").rows[0]
    assert (row.board, row.cooperating) == ("Văn phòng", ["Ban Chỉ huy Quân sự"])
    assert any("Đơn vị nào chủ trì" in question for question in row.questions)


def test_months_under_their_quarters_are_marked() -> None:
    quarters = [f"Quý {roman}" for roman in ("I", "II", "III", "IV") for _ in range(3)]
    plan = read_document(
        simple_word(
            ("TT", "Nội dung", "Đơn vị", *quarters),
            ("", "", "", *map(str, range(1, 13))),
            ("1", "Hội giảng", "Phòng A", *["x" if n == 11 else "" for n in range(1, 13)]),
        ),
        "a.docx",
    )
    assert [(row.title, row.execute_text) for row in plan.rows] == [("Hội giảng", "Tháng 11")]


def test_a_time_in_the_words_of_the_work_is_asked_about() -> None:
    plan = read(
        ("STT", "Nội dung, thời gian thực hiện", "Người phụ trách"),
        ("1", "Họp mặt kỷ niệm 8/3 (tháng 3)", "Ban A"),
        ("2", "Tập huấn, hoàn thành trong quý II", "Ban B"),
    )
    assert [row.execute_text for row in plan.rows] == ["tháng 3", "trong quý II"]
    assert all("Thời gian chỉ ghi trong nội dung" in row.questions[0] for row in plan.rows)


def test_short_names_of_months_are_marked_and_those_who_oversee_lead() -> None:
    crosses = ["x" if n == 4 else "" for n in range(1, 13)]
    months = [f"Th.{n}" for n in range(1, 13)]
    plan = read(("TT", "Nội dung giám sát", "Chủ thể giám sát", *months), ("1", "Ngày sách", "Ban A", *crosses))
    assert [(row.board, row.execute_text) for row in plan.rows] == [("Ban A", "Tháng 4")]


def test_one_body_is_no_two_for_a_line_end() -> None:
    assert split_bodies("Các tổ đại biểu\nHĐND")[0] == ["Các tổ đại biểu HĐND"]
    assert split_lead("Thường trực Hội,\nCâu lạc bộ văn nghệ")[:2] == ("Thường trực Hội", ["Câu lạc bộ văn nghệ"])
