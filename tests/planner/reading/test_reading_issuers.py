"""Whose plan it is: the letterhead's own body, its name over two lines, and who signs below the table."""

import pytest
from documents import simple_word

from planner.reading import read_document
from planner.reading.heading import read_heading
from planner.reading.leads import split_lead

ATTACHED = "(Kèm theo Quyết định số 3-QĐ/ĐU ngày 05/01/2026 của {})"


@pytest.mark.parametrize(
    ("named", "body"),
    [
        ("Đảng ủy xã", "ĐẢNG ỦY XÃ THỬ HÒA"),
        ("Ban Thường vụ Đảng ủy xã", "ĐẢNG ỦY XÃ THỬ HÒA"),
        ("BTV Đảng ủy xã Thử Hòa", "ĐẢNG ỦY XÃ THỬ HÒA"),
        ("Đảng ủy xã Thử", "Đảng ủy xã Thử"),
        ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"),
    ],
)
def test_the_letterhead_tells_the_whole_name_of_its_body(named: str, body: str) -> None:
    lines = ["ĐẢNG BỘ TỈNH THỬ", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG ỦY XÃ THỬ HÒA", "CHƯƠNG TRÌNH NĂM 2026"]
    assert read_heading([*lines, ATTACHED.format(named)]).organisation == body


@pytest.mark.parametrize(
    ("top", "body"),
    [
        (("SỞ XÂY DỰNG", "BAN QUẢN LÝ BẾN CẢNG", "SÔNG THỬ"), "BAN QUẢN LÝ BẾN CẢNG SÔNG THỬ"),
        (("SỞ XÂY DỰNG", "BAN QUẢN LÝ BẾN CẢNG", "CỘNG HÒA XÃ HỘI", "SÔNG THỬ"), "BAN QUẢN LÝ BẾN CẢNG SÔNG THỬ"),
        (("CÔNG ĐOÀN NGÀNH CẢNG TỈNH THỬ", "CĐCS CÔNG TY BỐC XẾP"), "CĐCS CÔNG TY BỐC XẾP"),
        (("UBND XÃ THỬ HÒA", "MẦM NON SEN"), "UBND XÃ THỬ HÒA"),
        (("SỞ Y TẾ", "KHOA NỘI"), "SỞ Y TẾ"),
        (("HỘI NÔNG DÂN XÃ THỬ", "TỐI MẬT"), "HỘI NÔNG DÂN XÃ THỬ"),
    ],
)
def test_a_name_over_two_lines_ends_above_the_papers_number(top: tuple[str, ...], body: str) -> None:
    lines = [*top, "*", "Số: 5/KH", "Thử, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH NĂM 2026"]
    assert read_heading(lines).organisation == body


@pytest.mark.parametrize(
    "signed",
    [
        ("THỦ QUỸ", "", "TM. BAN CHẤP HÀNH\nCHỦ TỊCH", ""),
        ("NGƯỜI GHI", "", "", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
        ("KẾ TOÁN", "", "", "HIỆU TRƯỞNG"),
    ],
)
def test_posts_beside_each_other_below_a_table_are_no_row(signed: tuple[str, ...]) -> None:
    header = ("TT", "Nội dung", "Đơn vị", "Thời gian")
    rows = read_document(simple_word(header, ("1", "Họp", "Ban A", "Tháng 2"), signed), "a.docx").rows
    assert [row.title for row in rows] == ["Họp"]


def test_a_cell_in_capitals_that_signs_nothing_is_a_row() -> None:
    header = ("TT", "Nội dung", "Đơn vị", "Thời gian")
    rows = read_document(simple_word(header, ("1", "HỌP", "KTXH", "THÁNG 2")), "a.docx").rows
    assert [row.board for row in rows] == ["KTXH"]


@pytest.mark.parametrize("helper", ["Vườn ươm", "Y tế thôn", "CĐCS"])
def test_other_bodies_behind_a_comma_are_parted(helper: str) -> None:
    assert split_lead(f"Phòng Kỹ thuật, {helper}")[:2] == ("Phòng Kỹ thuật", [helper])
