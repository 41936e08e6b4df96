"""Codes of papers that a line's end cut in two are whole again; names keep the blank that they may have had."""

import pytest
from test_reading_pdf import pdf, read, table

from planner.reading.formats.cut_codes import joint, one_below, with_whole_codes

WHOLE = [
    ("Chỉ thị số 18-\nCT/TW, ngày 26/10/2022", "Chỉ thị số 18-CT/TW, ngày 26/10/2022"),
    ("Đề án số 308/ĐA-\nMTTQ-BTT", "Đề án số 308/ĐA-MTTQ-BTT"),
    ("(số 10-\nCTr/TU)", "(số 10-CTr/TU)"),
    ("NQLT-\nUBTVQH14-\nCP", "NQLT-UBTVQH14-CP"),
    ("giai đoạn 2021-\n2025", "giai đoạn 2021-2025"),
    ("Quyết định số 04/\n2021", "Quyết định số 04/2021"),
]
KEPT = ["Ban Dân chủ-\nPháp luật", "UBMTTQ-\nBan Tổ chức", "hội nghị -\nMTTQ", "Tổ chức -\n5 cuộc", "năm 2025\n2026"]


@pytest.mark.parametrize(("cut", "whole"), WHOLE)
def test_a_code_is_put_together(cut: str, whole: str) -> None:
    assert with_whole_codes(cut) == whole
    first, *rest = cut.split("\n")
    for piece in rest:
        assert joint(first, piece) == ""
        first = one_below(first, piece)
    assert first == whole


@pytest.mark.parametrize("text", KEPT)
def test_other_hyphens_stay_at_their_lines_end(text: str) -> None:
    assert with_whole_codes(text) == text
    assert joint(*text.split("\n")) == " "


def test_a_narrow_column_of_a_pdf_keeps_the_codes_of_its_papers() -> None:
    title = "Kế hoạch thực hiện Chỉ thị số 18-\nCT/TW ngày 26/10/2022, giai đoạn 2021-\n2025"
    rows = read(pdf(table([("1", title, "Ban Dân chủ-\nPháp luật", "Tháng 2", "Tháng 10-\n11")]))).rows
    assert [row.title for row in rows] == [title.replace("\n", "")]
    assert (rows[0].board, rows[0].execute_text) == ("Ban Dân chủ - Pháp luật", "Tháng 10-11")
