"""Promises in figures: how much, of what, at which level, by when; and what only looks like one."""

import pytest

from planner.reading.drafts import SectionDraft, TargetDraft
from planner.reading.formats.blocks import Paragraph
from planner.reading.measures import read_measures
from planner.reading.outline import read_outline
from planner.reading.promises import due_of, level_of
from planner.reading.targets import read_targets

YEAR = 2026


def outline(*lines: str) -> list[SectionDraft]:
    return read_outline([Paragraph(text) for text in lines])


def targets(*lines: str) -> list[TargetDraft]:
    return read_targets(outline(*lines), YEAR)


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Tăng bình quân 9,5 - 10%.", [(">=", 9.5, "%"), ("<=", 10, "%")]),
        ("Mỗi xã chọn từ 01 đến 02 ý tưởng.", [(">=", 1, "ý tưởng"), ("<=", 2, "ý tưởng")]),
        ("Giảm tỷ lệ hộ nghèo từ 8,4% xuống còn 6,2%.", [("=", 6.2, "%")]),
        ("Chỉ đạo điểm 02 xã về chuyển đổi số.", [("=", 2, "xã")]),
        ("Giảm bình quân 1,5%/năm.", [("=", 1.5, "%/năm")]),
        ("Thu nhập từ 86 triệu đồng/người/năm trở lên.", [(">=", 86, "triệu đồng/người/năm")]),
        ("Vận động 1 tỷ 200 triệu đồng.", [("=", 1.2, "tỷ đồng")]),
        ("Giúp ít nhất hai hộ thoát nghèo.", [(">=", 2, "hộ thoát nghèo")]),
        ("Tối thiểu 70% doanh nghiệp có từ 25 lao động trở lên ký thỏa ước.", [(">=", 70, "%")]),
        ("85% xếp loại tốt trở lên.", [("=", 85, "%")]),
        ("Xây 20 “Mái ấm 50” với mức 50 triệu đồng/nhà.", [("=", 50, "triệu đồng/nhà")]),
        ("Giúp 01 (một) hộ thoát nghèo (năm 2025 giúp được 02 hộ).", [("=", 1, "hộ thoát nghèo")]),
        ("Có 80/120 xã đạt chuẩn.", [("=", 80, "xã")]),
        ("≥ 85% hội viên; nợ quá hạn ≤ 0,5%; tăng >= 3%.", [(">=", 85, "%"), ("<=", 0.5, "%"), (">=", 3, "%")]),
        ("Xây 05 sân chơi, mỗi năm 01 sân.", [("=", 5, "sân chơi"), ("=", 1, "sân")]),
        ("Tối thiểu mỗi khu dân cư 02 camera.", [(">=", 2, "camera")]),
        ("Sinh hoạt chuyên đề 1 lần/quý; góp ít nhất 01 ngày lương.", [("=", 1, "lần/quý"), (">=", 1, "ngày lương")]),
        ("Có thêm 2-3 sản phẩm OCOP 3 sao trở lên.", [(">=", 2, "sản phẩm OCOP"), ("<=", 3, "sản phẩm OCOP")]),
        ("Tổ chức 02 buổi tiếp xúc vào mùng 6 Tết.", [("=", 2, "buổi tiếp xúc")]),
        ("Cử 05 đồng chí, 01 đồng chí trẻ.", [("=", 5, "đồng chí"), ("=", 1, "đồng chí trẻ")]),
        ("Trồng tối thiểu 1.250 ha rừng, 5.000m2 hoa.", [(">=", 1250, "ha"), ("=", 5000, "m2")]),
        ("Tối đa 5% quá hạn; chưa đến 1% bị trả lại.", [("<=", 5, "%"), ("<", 1, "%")]),
        ("Mở 3 hội nghị tuyên truyền phổ biến giáo dục pháp luật.", [("=", 3, "hội nghị")]),
        ("Phản biện ít nhất 01 dự thảo văn bản.", [(">=", 1, "dự thảo văn bản")]),
        ("Điện thoại 0912.345.678; Đề án 06; Phường 5; tiêu chí số 17; Điều 7.", []),
        ("Kỷ niệm 94 năm (18/11/1932 - 18/11/2026), trong vòng 30 ngày, vào tháng 6, 9 và 12.", []),
    ],
)
def test_figures(sentence: str, measures: list[tuple[str, float, str]]) -> None:
    assert [(one.comparator, one.value, one.unit) for one in read_measures(sentence, YEAR)] == measures


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("Cấp tỉnh 2 cuộc; cấp huyện, cấp xã 1 cuộc.", "tỉnh, huyện, xã"),
        ("Mỗi xã, phường có 01 mô hình.", "xã"),
        ("100% xã hoàn thành.", "xã"),
        ("Mỗi thôn có 01 tổ tự quản.", "khu dân cư"),
        ("95% hộ gia đình đăng ký.", "hộ"),
        ("Giảm 1,5% hộ nghèo, 2% hộ cận nghèo.", None),
        ("Toàn xã giảm còn dưới 3% hộ nghèo.", "xã"),
        ("100% hồ sơ được số hóa.", None),
        ("Phát 24 bản tin, 30 bản cam kết.", None),
        ("Hỗ trợ nhà ở cho hộ nghèo.", None),
        ("100% Mặt trận các cấp xây dựng quy chế.", None),
        ("Toàn huyện có 30 ý tưởng.", "huyện"),
    ],
)
def test_levels(sentence: str, level: str | None) -> None:
    assert level_of(sentence) == level


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Đến hết năm 2026 có 80% đạt chuẩn.", "Đến hết năm 2026"),
        ("Tăng bình quân hằng năm 9%.", "hằng năm"),
        ("Xong trước ngày 30/10/2026.", "trước ngày 30/10/2026"),
        ("Trong nhiệm kỳ, xây 3.500 nhà.", "Trong nhiệm kỳ"),
        ("Kiểm tra 5 xã đến hết quý II.", "đến hết quý II"),
        ("Tăng 10% so với năm 2025.", None),
        ("Giúp 01 hộ (năm 2025 giúp 02 hộ).", None),
    ],
)
def test_terms(sentence: str, due: str | None) -> None:
    assert due_of(sentence, YEAR) == due


def test_what_headings_say_holds_for_the_items_below() -> None:
    found = targets(
        "I. CHỈ TIÊU",
        "1. Đối với Ủy ban MTTQ phường:",
        "- Tổ chức 02 hội nghị.",
        "2. Mục tiêu đến năm 2028",
        "- Ít nhất 80% mô hình hiệu quả.",
    )
    assert [(one.level, one.due) for one in found] == [("xã", None), (None, "đến năm 2028")]


def test_results_grounds_and_past_years_promise_nothing() -> None:
    assert not targets(
        "I. ĐÁNH GIÁ KẾT QUẢ NĂM 2025",
        "1. Đạt 106% kế hoạch, hỗ trợ 320 nhà.",
        "II. CHỈ TIÊU",
        "1. Năm 2025 đã hỗ trợ 500 nhà.",
        "III. SỰ CẦN THIẾT",
        "1. Phấn đấu đạt 90%.",
    )


def test_beside_targets_what_is_done_in_figures_counts_and_nothing_twice() -> None:
    found = targets(
        "I. CHỈ TIÊU",
        "1. Làm mới 624 nhà.",
        "II. NHIỆM VỤ",
        "1. Hỗ trợ làm mới ít nhất 624 nhà.",
        "2. Mở 02 lớp tập huấn.",
        "3. Mỗi lớp không quá 100 người.",
        "4. Số lượng: tối đa 50 người.",
    )
    assert [one.text for one in found] == ["Làm mới 624 nhà.", "Mở 02 lớp tập huấn.", "Mỗi lớp không quá 100 người."]


def test_a_plan_without_targets_promises_what_it_does_in_figures() -> None:
    found = targets("I. NỘI DUNG", "1. Phát hành 4.000 cuốn tài liệu.", "2. Địa điểm: 5 xã.", "3. Áp dụng tại 24 thôn.")
    assert [one.text for one in found] == ["Phát hành 4.000 cuốn tài liệu."]


def test_work_that_is_carried_out_is_not_what_exists_now() -> None:
    assert len(targets("I. CHỈ TIÊU", "1. Mỗi năm có ít nhất 01 việc mới và thực hiện có hiệu quả.")) == 1
    assert not targets("I. CHỈ TIÊU", "1. Toàn tỉnh hiện có 40 mô hình.")


def test_a_figure_compared_with_the_year_before_is_still_promised() -> None:
    assert [one.text for one in targets("I. MỤC TIÊU", "1. Tiết kiệm ít nhất 10% so với năm 2025.")] == [
        "Tiết kiệm ít nhất 10% so với năm 2025."
    ]


def test_a_plain_count_in_the_tasks_is_promised_where_only_aims_stand_beside() -> None:
    found = targets("I. Mục tiêu", "- Đạt ít nhất 60 mô hình.", "II. Nhiệm vụ", "- Tổ chức 05 lớp tập huấn.")
    assert [one.text for one in found] == ["Đạt ít nhất 60 mô hình.", "Tổ chức 05 lớp tập huấn."]


def test_tasks_below_a_heading_of_aims_and_tasks_promise_what_they_do() -> None:
    lines = ["Phần thứ hai", "MỤC TIÊU, NHIỆM VỤ", "I. CHỈ TIÊU", "1. Hộ nghèo còn dưới 2%.", "II. NHIỆM VỤ"]
    found = targets(*lines, "1. Nhân rộng 10 mô hình tại 02 xã.", "2. Văn phòng bảo đảm kinh phí 120 triệu đồng.")
    assert [one.text for one in found] == ["Hộ nghèo còn dưới 2%.", "Nhân rộng 10 mô hình tại 02 xã."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Phối hợp với Đài Truyền thanh phát sóng 02 chuyên mục/tháng.",
        "Khám sức khỏe miễn phí cho 300 phụ nữ nghèo (tháng 8/2026).",
        "Tổ chức ngày hội việc làm tại 03 cụm xã.",
        "Lắp 12 điểm phát sóng, mỗi thôn 01 điểm.",
        "Tặng quà cho hộ nghèo: mỗi khu dân cư 05 suất.",
        "Họp ban 04 kỳ, đưa tỷ lệ hòa giải thành từ 80% lên 86%.",
        "Đăng ≥ 30 tin, bài.",
        "Ban Thường trực kiểm tra 02 đơn vị.",
        "Tập huấn 02 ngày cho 120 cán bộ.",
        "Số lượng hội viên đến cuối năm đạt 1.850 người.",
        "Tăng thu nhập từ 62 triệu đồng lên 68 triệu đồng/người.",
        "92% hộ dân dùng nước sạch.",
    ],
)
def test_tasks_promise_their_figures_beside_targets(sentence: str) -> None:
    found = targets("I. CHỈ TIÊU", "1. Làm mới 624 nhà.", "II. NHIỆM VỤ", f"1. {sentence}")
    assert [one.text for one in found] == ["Làm mới 624 nhà.", sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Toàn xã có 14 khu dân cư.",
        "Ban Chỉ đạo gồm 15 thành viên.",
        "Tham gia thực hiện 3 khâu đột phá của tỉnh.",
        "Thực hiện 4 nhiệm vụ trọng tâm.",
        "Tiếp tục củng cố tổ chức của 12 chi hội.",
        "Thành phần: 80 đại biểu.",
        "Thực hiện khoán chi 3 triệu đồng/người/tháng.",
        "Tổ chức Tết Trung thu 15/8 âm lịch.",
    ],
)
def test_what_is_there_or_given_is_not_promised(sentence: str) -> None:
    assert not targets("I. NHIỆM VỤ", f"1. {sentence}")


def test_a_percentage_says_a_target_again_only_of_the_same_thing() -> None:
    lines = ["I. CHỈ TIÊU", "1. 100% khu dân cư tổ chức Ngày hội.", "II. NHIỆM VỤ"]
    found = targets(*lines, "1. Chỉ đạo 100% khu dân cư tổ chức.", "2. Tập huấn cho 100% Trưởng ban.")
    assert [one.text for one in found][1:] == ["Tập huấn cho 100% Trưởng ban."]


def test_what_work_costs_is_not_promised_and_what_is_raised_is() -> None:
    found = targets("1. Văn phòng bảo đảm kinh phí 120 triệu đồng.", "2. Vận động kinh phí 50 triệu đồng.")
    assert [one.text for one in found] == ["Vận động kinh phí 50 triệu đồng."]
