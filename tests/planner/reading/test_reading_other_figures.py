"""Figures beside the promised ones: ages, sizes, votes promise nothing; how long it takes and money of a body do."""

import pytest

from planner.reading.formats.blocks import Paragraph
from planner.reading.measures import read_measures
from planner.reading.outline import read_outline
from planner.reading.promises import due_of, level_of
from planner.reading.targets import read_targets


def promised(heading: str, sentence: str) -> list[str]:
    outline = read_outline([Paragraph(heading), Paragraph(f"1. {sentence}")])
    return [one.text for one in read_targets(outline, 2026)]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Vận động Quỹ của người cao tuổi 90 triệu đồng.", [("=", 90, "triệu đồng")]),
        ("Hỗ trợ phường 50 triệu đồng.", [("=", 50, "triệu đồng")]),
        ("Dạy 900 lượt người, vùng dân tộc thiểu số 300 lượt.", [("=", 900, "lượt người"), ("=", 300, "lượt")]),
        ("Thu 7 tỷ đồng, vượt 4% kế hoạch.", [("=", 7, "tỷ đồng"), ("=", 4, "%")]),
        ("95% đơn được giải quyết trong thời hạn không quá 12 ngày.", [("=", 95, "%"), ("<=", 12, "ngày")]),
        ("Gửi tài liệu trước ít nhất 05 ngày.", []),
        ("Toàn xã có từ 15 mô hình trở lên được công nhận.", [(">=", 15, "mô hình")]),
        ("Mỗi tổ đăng ký ít nhất 02 việc làm tốt.", [(">=", 2, "việc làm tốt")]),
        ("Trẻ em chiếm từ 15%, tăng 2%.", [(">=", 15, "%"), ("=", 2, "%")]),
        ("Ra quân 02 lần: lần 1 dịp hè, lần 2 dịp thu.", [("=", 2, "lần")]),
        ("Cho trẻ từ 6 đến 36 tháng tuổi.", []),
        ("Mua 01 xe 16 chỗ.", [("=", 1, "xe")]),
        ("Trồng 800 cây, cao 1,5 m.", [("=", 800, "cây")]),
        ("Gắn 12 camera 4K.", [("=", 12, "camera")]),
        ("Nhân rộng 10 mô hình.", [("=", 10, "mô hình")]),
        ("Mỗi ấp lập 01 đội, có từ 4 đến 6 đội viên.", [("=", 1, "đội"), (">=", 4, "đội viên"), ("<=", 6, "đội viên")]),
        ("Giúp 20 hộ có từ 3 đến 5 khẩu.", [("=", 20, "hộ")]),
    ],
)
def test_figures(sentence: str, measures: list[tuple[str, float, str]]) -> None:
    assert [(one.comparator, one.value, one.unit) for one in read_measures(sentence, 2026)] == measures


@pytest.mark.parametrize(
    "sentence",
    [
        "Đưa máy chụp 64 dãy vào hoạt động.",
        "Nghị quyết được thông qua với tỷ lệ 100% đại biểu tán thành.",
        "Đại hội bầu 21 ủy viên với số phiếu 100%.",
        "Nghị quyết được 45/45 đại biểu nhất trí.",
    ],
)
def test_sizes_and_votes_are_no_promises(sentence: str) -> None:
    assert promised("I. NHIỆM VỤ", sentence) == []


def test_how_many_places_are_inspected_promises_nothing_unless_it_is_striven_for() -> None:
    assert promised("I. NHIỆM VỤ", "Giám sát việc thu quỹ tại 06 ấp trong quý III.") == []
    assert promised("I. NHIỆM VỤ", "Giám sát việc thu quỹ tại ít nhất 06 ấp trong quý III.")
    assert promised("I. NHIỆM VỤ", "Tổ chức ngày hội đọc sách tại 06 ấp trong quý III.")


def test_an_aim_without_a_figure_is_no_target() -> None:
    assert promised("I. MỤC TIÊU, CHỈ TIÊU", "Mục tiêu: nâng cao chất lượng sinh hoạt.") == []


@pytest.mark.parametrize("theme", ["Chủ đề năm: Đoàn kết, sáng tạo.", "Phương châm: Gần dân.", "“Gần dân, sát việc”."])
def test_a_theme_is_no_target(theme: str) -> None:
    assert promised("I. CHỈ TIÊU", theme) == []


def test_what_stands_under_a_theme_is_no_target() -> None:
    lines = ("A. CHỦ ĐỀ, CHỈ TIÊU", "I. Chủ đề công tác năm", "Gần dân, sát việc.", "II. Chỉ tiêu", "1. Trồng 900 cây.")
    outline = read_outline([Paragraph(text) for text in lines])
    assert [one.text for one in read_targets(outline, 2026)] == ["Trồng 900 cây."]


def test_who_shall_do_it_says_the_level() -> None:
    assert level_of("Tỉnh Hội xây 03 nhà.") == "tỉnh"
    assert level_of("Huyện đoàn kết với 02 làng.") is None
    assert level_of("Phối hợp với Tỉnh Hội xây 03 nhà.") is None


def test_whom_one_knows_of_already_may_be_promised_something() -> None:
    sentence = "Quản lý tối thiểu 60% người bệnh đã phát hiện."
    assert promised("I. CHỈ TIÊU", sentence) == [sentence]


def test_where_a_figure_comes_from_is_not_the_past() -> None:
    sentence = "Tỷ lệ nghèo giảm từ 5,2% năm 2025 xuống 4,1%."
    assert promised("I. CHỈ TIÊU", sentence) == [sentence]
    assert due_of(sentence, 2026) is None
