"""Plain text in which a table was flattened, and the encodings it comes in."""

import codecs
import unicodedata

import pytest
from documents import HEADER, NUMBERS, ROWS, TITLE, flattened, tabbed

from planner.errors import Refusal
from planner.period import Years
from planner.reading import PlanDraft, read_document

ONE_ROW_HEADER = ("Số TT", "Nội dung công việc", "Bộ phận tham mưu", "Trình", "Thực hiện")


def read(text: str, name: str = "ke-hoach.txt") -> PlanDraft:
    return read_document(text.encode(), name)


def test_one_cell_a_line_gives_the_rows_of_the_table() -> None:
    plan = read(flattened())
    assert [row.number for row in plan.rows] == NUMBERS
    assert plan.rows[0].board == "Ban Tuyên giáo - Phong trào"
    assert (plan.title, plan.number) == (" ".join(TITLE), "7/CTr-MTTQ")
    line = flattened().split("\n").index("\t1") + 1
    assert plan.rows[0].source == f"Dòng {line}"
    assert [row.execute_text for row in plan.rows] == [row[4] for row in ROWS]


def test_text_below_a_flattened_table_is_not_part_of_its_last_cell() -> None:
    plan = read(flattened() + "\n\nNơi nhận:\n- Lưu VT.")
    assert (plan.rows[-1].execute_text, len(plan.rows)) == ("Từ tháng 8", len(ROWS))


def test_flattened_rows_without_blank_lines_between_are_parted_by_their_numbers() -> None:
    text = flattened().replace("\n\n\t", "\n\t")
    assert [row.number for row in read(text).rows] == NUMBERS


def test_one_cell_a_line_without_tabs_is_taken_apart_by_its_numbers() -> None:
    text = "\n".join(line.strip() for line in flattened().split("\n") if line.strip())
    plan = read(text)
    assert [row.number for row in plan.rows] == NUMBERS
    assert plan.rows[2].title == "Hội nghị Ủy ban lần thứ 4, thứ 5"
    assert plan.rows[2].board == "Ban Tổ chức - Văn phòng"
    assert [row.execute_text for row in plan.rows] == [row[4] for row in ROWS]


def test_one_row_a_line_with_repeated_headers_and_page_breaks() -> None:
    text = tabbed(ONE_ROW_HEADER, *ROWS[:3], ("",), ONE_ROW_HEADER, *ROWS[3:]) + "\n\nNơi nhận:\n- Lưu VT."
    assert [row.number for row in read(text).rows] == NUMBERS


def test_a_section_line_with_its_last_tabs_cut_off_is_a_section() -> None:
    text = tabbed(ONE_ROW_HEADER, ("I", "Công tác tuyên truyền"), *ROWS)
    assert read(text).rows[0].section == "I. Công tác tuyên truyền"


def test_start_and_finish_columns_make_one_time_to_execute() -> None:
    header = ("STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian bắt đầu", "Thời gian hoàn thành")
    rows = [
        ("1", "Soạn tài liệu", "Ban A", "Sở X; các cơ quan liên quan", "Quý III/2026", "Quý IV/2026"),
        ("2", "Hội nghị", "Ban B", "Các cơ quan liên quan", "", "Tháng 6/2026"),
        ("3", "Hội thi", "Ban A", "Sở X, Sở Y", "Năm 2026 Năm 2028", "Năm 2026 Năm 2028"),
    ]
    got = [[o["execute"] for o in row["occurrences"]] for row in read(tabbed(header, *rows)).as_json()["rows"]]
    assert got == [
        [["2026-07-01", "2026-12-31"]],
        [[None, "2026-06-30"]],
        [["2026-01-01", "2026-12-31"], ["2028-01-01", "2028-12-31"]],
    ]


def test_a_finish_before_its_start_is_asked_about() -> None:
    header = ("STT", "Nội dung", "Đơn vị chủ trì", "Bắt đầu", "Kết thúc")
    plan = read(tabbed(header, ("1", "Hội thi", "Ban A", "Tháng 9", "Tháng 3"), ("2", "Hội thao", "Ban A", "", "")))
    assert "không khớp nhau" in plan.rows[0].questions[0]
    assert plan.rows[0].occurrences[0][1] is not None
    assert plan.rows[1].questions == ["Dòng này chưa có thời gian."]


def test_upright_bars_and_csv_are_tables_too() -> None:
    bars = "\n".join(["KẾ HOẠCH NĂM 2026", *(" | ".join(("", *row, "")) for row in (ONE_ROW_HEADER, *ROWS))])
    assert [row.number for row in read(bars.replace("Ban\n", "Ban ")).rows] == NUMBERS
    csv = "\n".join(";".join(f'"{cell}"' for cell in row) for row in (ONE_ROW_HEADER, *ROWS))
    plan = read_document(csv.encode(), "ke-hoach-2026.csv")
    assert [row.number for row in plan.rows] == NUMBERS
    assert plan.rows[0].board == "Ban Tuyên giáo - Phong trào"


def test_cells_that_excel_put_in_quotation_marks_are_one_cell() -> None:
    row = '1\tHội nghị\t"Ban\nDân vận"\tTháng 3\tTháng 4'
    text = "\n".join(["KẾ HOẠCH NĂM 2026", "\t".join(ONE_ROW_HEADER), row])
    assert read(text).rows[0].board == "Ban Dân vận"


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF8 + flattened().encode(),
        flattened().encode("utf-16"),
        flattened().encode("utf-16-le"),
        flattened().encode("utf-16-be"),
        flattened().replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", flattened()).encode(),
        flattened().replace("Tháng", "Th\0áng").encode(),
    ],
    ids=["utf-8 with mark", "utf-16", "utf-16-le", "utf-16-be", "crlf", "nfd", "nul bytes"],
)
def test_the_encoding_makes_no_difference(content: bytes) -> None:
    plan, plain = read_document(content, "a.txt"), read(flattened())
    assert plan.fingerprint == plain.fingerprint
    assert [row.occurrences for row in plan.rows] == [row.occurrences for row in plain.rows]


def test_the_year_given_by_the_caller_wins() -> None:
    plan = read_document(flattened().encode(), "a.txt", Years(2030, 2030))
    assert plan.rows[0].execute and str(plan.rows[0].execute.spans[0].start) == "2030-03-01"


def test_a_year_that_only_the_file_name_tells_is_asked_about() -> None:
    text = tabbed(ONE_ROW_HEADER, *ROWS[:3], title="KẾ HOẠCH CÔNG TÁC")
    plan = read(text, "ke-hoach-2026.txt")
    assert plan.years == Years(2026, 2026)
    assert "đang đọc là năm 2026" in plan.questions[0]
    with pytest.raises(Refusal, match="không ghi năm kế hoạch"):
        read(text, "ke-hoach.txt")


def test_a_statistical_table_beside_the_plan_is_left_alone() -> None:
    statistics = "\n".join(
        ["", "Biểu số 1", "Đơn vị\tNăm\tTổng số\tTỷ lệ", "Hội A\t2016\t141\t70,5", "\t2020\t138\t80"]
    )
    assert len(read(tabbed(ONE_ROW_HEADER, *ROWS) + "\n" + statistics).rows) == len(ROWS)


def test_a_header_alone_is_no_plan() -> None:
    with pytest.raises(Refusal, match="Không tìm thấy bảng kế hoạch"):
        read(tabbed(HEADER))
