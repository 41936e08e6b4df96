"""PDF tables with horizontal rules only: columns by the rules' pieces, rows and merges by the rules."""

import pytest
import weasyprint

from planner.errors import Refusal
from planner.reading import PlanDraft, read_document

ABOVE = "<p>KẾ HOẠCH</p><p>Công tác thanh tra nhân dân năm 2026</p><p>Ban phân công thực hiện như sau:</p>"
BELOW = "<p>Trên đây là kế hoạch công tác năm 2026, đề nghị các tổ thực hiện nghiêm túc và đúng thời gian.</p>"
HEADER = "<tr><td>Thời gian<td>Nội dung công việc<td>Bộ phận thực hiện<td>Ghi chú</tr>"
NUMBERED = "<tr><td>TT<td>Nội dung công việc<td>Bộ phận thực hiện<td>Thời gian</tr>"
WORK = [
    ("Tháng 01", ["Kiểm kê tài sản công của xã, lập danh mục gửi Ủy ban nhân dân trước kỳ họp", "Họp ban đầu năm"]),
    ("Tháng 3", ["Giám sát việc thu các khoản đóng góp tự nguyện của nhân dân tại ba thôn vùng cao"]),
    ("Quý II", ["Tập huấn nghiệp vụ", "Sơ kết sáu tháng đầu năm", "Giám sát công trình đường liên thôn"]),
    ("Trước 15/12", ["Báo cáo tổng kết"]),
]
TITLES = [title for _, titles in WORK for title in titles]
TIMES = [time for time, titles in WORK for _ in titles]


def pdf(table: str, rules: str = "border-top: 1px solid; border-bottom: 1px solid", more: str = "") -> bytes:
    style = (
        "<style>@page { size: A4; margin: 2cm } * { font: 13px serif } table { border-collapse: collapse; width: 100% }"
        f"td {{ padding: 4px 6px; vertical-align: top; {rules} }} {more}</style>"
    )
    return bytes(weasyprint.HTML(string=f"{style}{ABOVE}<table>{table}</table>{BELOW}").write_pdf())


def by_time() -> str:
    rows = ""
    for time, titles in WORK:
        for n, title in enumerate(titles):
            merged = f"<td rowspan={len(titles)}>{time}" if n == 0 else ""
            rows += f"<tr>{merged}<td>{title}<td>Tổ Giám sát số {n + 1}<td></tr>"
    return rows


def by_number(count: int) -> str:
    long = "với nội dung được nêu rõ trong phụ lục kèm theo kế hoạch của ban"
    return "".join(
        f"<tr><td>{n}<td>Giám sát lần thứ {n} {long}, {long}<td>Tổ Giám sát số {n}<td>Tháng {n % 12 + 1}</tr>"
        for n in range(1, count + 1)
    )


def read(content: bytes) -> PlanDraft:
    return read_document(content, "ke-hoach.pdf")


@pytest.mark.parametrize(
    "rules", ["border-top: 1px solid; border-bottom: 1px solid", "border-bottom: 1px solid"], ids=["all", "none on top"]
)
def test_rules_alone_tell_columns_rows_and_merged_times(rules: str) -> None:
    plan = read(pdf(HEADER + by_time(), rules))
    assert [row.title for row in plan.rows] == TITLES
    assert [row.execute_text for row in plan.rows] == TIMES
    assert [row.board for row in plan.rows][:3] == ["Tổ Giám sát số 1", "Tổ Giám sát số 2", "Tổ Giám sát số 1"]
    assert not [question for question in plan.questions if "tách" in question]


def test_cells_in_the_middle_of_their_rows_belong_to_them() -> None:
    plan = read(pdf(HEADER + by_time(), more="td { vertical-align: middle; text-align: center }"))
    assert [(row.title, row.execute_text) for row in plan.rows] == list(zip(TITLES, TIMES, strict=True))


@pytest.mark.parametrize("sides", ["top", "bottom", "both"])
def test_rows_that_a_page_cuts_are_whole(sides: str) -> None:
    rules = {
        "top": "border-top: 1px solid", "bottom": "border-bottom: 1px solid",
        "both": "border-top: 1px solid; border-bottom: 1px solid",
    }[sides]  # fmt: skip
    plan = read(pdf(f"<thead>{NUMBERED}</thead>{by_number(48)}", rules, "table { border-bottom: 1px solid }"))
    assert [row.number for row in plan.rows] == [str(n) for n in range(1, 49)]
    assert [row.execute_text for row in plan.rows] == [f"Tháng {n % 12 + 1}" for n in range(1, 49)]
    assert len({row.title.replace(str(n), "") for n, row in enumerate(plan.rows, start=1)}) == 1


def test_a_heading_over_the_columns_is_a_section() -> None:
    heading = "GIÁM SÁT VIỆC THỰC HIỆN QUY CHẾ DÂN CHỦ Ở CƠ SỞ VÀ CÁC KHOẢN ĐÓNG GÓP CỦA NHÂN DÂN TRÊN ĐỊA BÀN"
    plan = read(pdf(f"{NUMBERED}<tr><td>I<td colspan=3>{heading}</tr>{by_number(3)}"))
    assert [row.number for row in plan.rows] == ["1", "2", "3"]
    assert {row.section for row in plan.rows} == {f"I. {heading}"}


def test_a_header_alone_between_rules_is_read_by_the_places_of_words() -> None:
    """One row between two rules would hold all work: the cells come from the gaps, with the question."""
    plan = read(pdf(NUMBERED + by_number(5), "", "tr:first-child td, tr:last-child td { border-bottom: 1px solid }"))
    assert [row.number for row in plan.rows] == ["1", "2", "3", "4", "5"]
    assert any("không có đường kẻ" in question for question in plan.questions)


def test_several_rows_between_two_rules_are_no_single_row() -> None:
    """Rules below every third row only: no row is made of three."""
    rules = "tr:nth-child(3n + 1) td { border-bottom: 1px solid } tr:first-child td { border-top: 1px solid }"
    for table in (NUMBERED + by_number(12), HEADER + by_time()):
        try:
            plan = read(pdf(table, "", rules))
        except Refusal:
            continue
        assert [row.number for row in plan.rows] == [str(n) for n in range(1, 13)]


def test_prose_with_rules_is_no_table() -> None:
    with pytest.raises(Refusal, match="Không tìm thấy bảng kế hoạch"):
        read(pdf("".join(f"<tr><td>{BELOW}</tr>" for _ in range(6))))


def test_a_row_without_a_number_at_the_end_of_a_page_is_asked_about() -> None:
    long = ", có đại diện các tổ chức chính trị - xã hội và nhân dân các thôn, bản về dự" * 4
    rows = "".join(
        f"<tr><td rowspan=3>Tháng {n}<td>Họp tổ lần {n}{long}<td>Tổ số 1<td></tr>"
        + "".join(f"<tr><td>Giám sát lần {n}.{k}{long}<td>Tổ số {k}<td></tr>" for k in (2, 3))
        for n in range(1, 13)
    )
    plan = read(pdf(f"<thead>{HEADER}</thead>{rows}"))
    assert len(plan.rows) == 36
    for n, row in enumerate(plan.rows):
        assert row.execute_text == f"Tháng {n // 3 + 1}" or any("chưa có thời gian" in asked for asked in row.questions)
    assert any("đứng cuối trang 1" in asked for row in plan.rows for asked in row.questions)


def test_a_page_whose_cells_are_not_certain_is_asked_about() -> None:
    prose = (
        "Ngoài các việc nêu trên, các tổ chủ động thực hiện việc phát sinh do Ban giao trong năm, báo cáo kịp thời. "
    )
    break_ = f"</table><p style='break-before: page'>Các việc khác</p><table>{HEADER}"
    rest = "".join(f"<tr><td>Tháng {n}<td>Việc {n}<td>Tổ số {n}<td></tr>" for n in range(1, 5))
    fixed = "table { table-layout: fixed }"
    plan = read(pdf(f"{HEADER}{by_time()}{break_}{rest}</table><p>{prose * 2}</p><table>{HEADER}{rest}", more=fixed))
    assert [row.title for row in plan.rows] == TITLES
    assert any("trang 2 của tệp PDF chỉ có đường kẻ ngang" in question for question in plan.questions)
