"""Parts of a sentence without work of their own: their time is a further one of the work before them."""

import pytest

from planner.period import Years
from planner.reading.activities import read_activities
from planner.reading.formats.blocks import Paragraph
from planner.reading.outline import read_outline


def dated(*lines: str) -> list[tuple[str, str]]:
    outline = read_outline([Paragraph(text) for text in ("I. NHIỆM VỤ", *lines)])
    return [(one.title, one.period.text) for one in read_activities(outline, Years(2026, 2026))]


@pytest.mark.parametrize(
    ("sentence", "title", "time"),
    [
        ("Gửi tài liệu cho hội trước 20/6 và trước 20/11.", "Gửi tài liệu cho hội", "trước 20/6 và trước 20/11"),
        ("Giao vốn đợt I xong trong tháng 6, đợt II xong trong tháng 11.",
         "Giao vốn đợt I, đợt II", "xong trong tháng 6; xong trong tháng 11"),
        ("Ra quân diệt chuột đợt 1: tháng 4; đợt 2: tháng 8.", "Ra quân diệt chuột đợt 1, đợt 2", "tháng 4; tháng 8"),
        ("Mở 02 lớp: lớp thứ nhất trong tháng 4, lớp thứ hai trong tháng 8.",
         "Mở 02 lớp: lớp thứ nhất, lớp thứ hai", "trong tháng 4; trong tháng 8"),
        ("Họp Ban kỳ giữa năm vào tháng 7, kỳ cuối năm vào tháng 12.",
         "Họp Ban kỳ giữa năm, kỳ cuối năm", "vào tháng 7; vào tháng 12"),
        ("Giao ban quý I vào ngày 25/3 và quý II vào ngày 25/6.",
         "Giao ban quý I, quý II", "vào ngày 25/3; vào ngày 25/6"),
        ("Gửi tài liệu trước ngày 15/5 (đối với 6 tháng) và trước ngày 15/11 (đối với cả năm).",
         "Gửi tài liệu", "trước ngày 15/5; trước ngày 15/11"),
        ("Chi hội 1 họp trong tháng 3, chi hội 2 trong tháng 4, các chi hội còn lại trong tháng 5.",
         "Chi hội 1 họp, chi hội 2, các chi hội còn lại", "trong tháng 3; trong tháng 4; trong tháng 5"),
        ("Mở lớp khóa 1 ngày 20/4/2026, khóa 2 ngày 10/9/2026.",
         "Mở lớp khóa 1, khóa 2", "ngày 20/4/2026; ngày 10/9/2026"),
        ("Đánh giá 6 tháng (trước ngày 10/6), năm (trước ngày 10/12).",
         "Đánh giá 6 tháng, năm", "trước ngày 10/6; trước ngày 10/12"),
        ("Đánh giá giữa kỳ (tháng 6) và cuối kỳ (tháng 12).", "Đánh giá giữa kỳ, cuối kỳ", "tháng 6; tháng 12"),
        ("Giải cờ (vòng bảng tháng 5, chung kết tháng 6).", "Giải cờ (vòng bảng, chung kết)", "tháng 5; tháng 6"),
        ("Nộp báo cáo 6 tháng trước ngày 05/6, báo cáo tổng kết trước ngày 20/11.",
         "Nộp báo cáo 6 tháng, báo cáo tổng kết", "trước ngày 05/6; trước ngày 20/11"),
        ("Họp thôn điểm tháng 2, đại trà tháng 5 và tháng 6.",
         "Họp thôn điểm, đại trà", "tháng 2; tháng 5 và tháng 6"),
        ("Mở lớp điểm tháng 2/2026, đại trà từ tháng 5 đến tháng 6/2026.",
         "Mở lớp điểm, đại trà", "tháng 2/2026; từ tháng 5 đến tháng 6/2026"),
        ("Nộp danh sách trước ngày 10/6 (6 tháng) và 10/12 (năm).",
         "Nộp danh sách", "trước ngày 10/6 (6 tháng) và 10/12"),
        ("Họp dân ngày 12/6 (khu 1) và 15/6 (khu 2).", "Họp dân", "ngày 12/6 (khu 1) và 15/6"),
        ("Họp dân vào ngày 12/6 (khu 1) và ngày 15/6 (khu 2).",
         "Họp dân", "vào ngày 12/6 (khu 1) và ngày 15/6"),
        ("Mở 02 khóa: khóa 1 ngày 12/3 (xã), khóa 2 ngày 16/3 (tỉnh).",
         "Mở 02 khóa: khóa 1, khóa 2", "ngày 12/3; ngày 16/3"),
        ("Thu phí đợt 1 tháng 2, đợt 2 tháng 8/2026.", "Thu phí đợt 1, đợt 2", "tháng 2; tháng 8/2026"),
        ("Thi đấu điểm quý I, đại trà quý II và quý III.", "Thi đấu điểm, đại trà", "quý I; quý II và quý III"),
        ("Ra quân (đợt 1 từ 02 đến 08/3; đợt 2 từ 05 đến 11/9).",
         "Ra quân (đợt 1, đợt 2)", "từ 02 đến 08/3; từ 05 đến 11/9"),
        ("Trao gạo cho hộ nghèo trước 04/02 và hộ cận nghèo trước 08/02.",
         "Trao gạo cho hộ nghèo, hộ cận nghèo", "trước 04/02; trước 08/02"),
        ("Nộp phiếu lần 1 trước 10/3 và lần 2 trước 10/9 cho Ban.",
         "Nộp phiếu lần 1, lần 2 cho Ban", "trước 10/3; trước 10/9"),
        ("Lần 1 trước 10/3, lần 2 trước 10/9 kiểm kê kho.",
         "Lần 1, lần 2 kiểm kê kho", "trước 10/3; trước 10/9"),
        ("Lần 1 trước 10/3, lần 2 trước 10/6, lần 3 trước 10/9 kiểm kê kho.",
         "Lần 1, lần 2, lần 3 kiểm kê kho", "trước 10/3; trước 10/6; trước 10/9"),
    ],
)  # fmt: skip
def test_what_only_counts_is_a_further_time(sentence: str, title: str, time: str) -> None:
    assert dated(f"1. {sentence}") == [(title, time)]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("Nộp báo cáo 6 tháng trước ngày 05/6; báo cáo năm trước ngày 20/11.", ["Nộp báo cáo 6 tháng", "báo cáo năm"]),
        ("Lập danh sách trước ngày 15/3, báo cáo năm trước ngày 30/11.", ["Lập danh sách", "báo cáo năm"]),
        (
            "Đợt I trước 10/4 nộp dự toán, đợt II trước 10/10 nộp quyết toán.",
            ["Đợt I nộp dự toán", "đợt II nộp quyết toán"],
        ),
        ("Thu phí vào quý II, quyết toán vào tháng 12.", ["Thu phí", "quyết toán"]),
        ("Khai mạc ngày 10/4/2026, bế mạc ngày 15/4/2026.", ["Khai mạc", "bế mạc"]),
        ("Bầu tổ trưởng ngày 15/3/2026 và trong tháng 4 bàn giao sổ sách.", ["Bầu tổ trưởng", "bàn giao sổ sách"]),
    ],
)
def test_work_of_its_own_stays_its_own(sentence: str, titles: list[str]) -> None:
    assert [title for title, _ in dated(f"1. {sentence}")] == titles


def test_times_that_do_not_read_together_are_named_by_the_work_before() -> None:
    assert dated("1. Thi ảnh (phát động tháng 3/2026, tổng kết trước ngày 15/11/2026).") == [
        ("Thi ảnh (phát động)", "tháng 3/2026"), ("Thi ảnh: tổng kết", "trước ngày 15/11/2026"),
    ]  # fmt: skip


def test_an_item_that_only_counts_is_named_by_the_item_above() -> None:
    assert dated("1. Tiêm phòng đàn bò", "- Đợt 1: tháng 3.", "- Đợt 2: tháng 9.") == [
        ("Tiêm phòng đàn bò: Đợt 1", "tháng 3"), ("Tiêm phòng đàn bò: Đợt 2", "tháng 9"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("Họp Ban bàn kế hoạch đầu tháng 10.", "đầu tháng 10"),
        ("Kiểm kê kho tháng 6, tháng 12.", "tháng 6, tháng 12"),
        ("Họp dân ngày 10/3 và 10/9.", "ngày 10/3 và 10/9"),
        ("Mở lớp (nửa đầu tháng 4).", "nửa đầu tháng 4"),
        ("Nộp hồ sơ chậm nhất 30/10/2026.", "chậm nhất 30/10/2026"),
        ("Hội trại: 14/11/2026 (thứ bảy).", "14/11/2026"),
    ],
)
def test_times_without_words_that_lead_them_in(sentence: str, time: str) -> None:
    assert [found for _, found in dated(f"1. {sentence}")] == [time]


def test_what_follows_the_last_turn_may_only_say_where() -> None:
    assert dated("1. Kiểm kê kho", "- Lần 1 trước 10/3, lần 2 trước 10/9 tại phòng họp.") == [
        ("Kiểm kê kho: Lần 1, lần 2 tại phòng họp", "trước 10/3; trước 10/9")
    ]


def test_a_sentence_of_too_many_times_is_one_piece_of_work_and_asked_about() -> None:
    outline = read_outline([
        Paragraph("I. NHIỆM VỤ"),
        Paragraph("1. Trao gạo " + ", ".join(f"đợt {n} trước ngày {n % 28 + 1}/12" for n in range(1, 400)) + "."),
    ])  # fmt: skip
    (one,) = read_activities(outline, Years(2026, 2026))
    assert one.title == "Trao gạo đợt 1"
    assert one.period.question and not one.period.spans


def test_a_clause_that_only_ends_the_work_dates_the_clause_before() -> None:
    assert dated("1. Lập sổ, đóng dấu; hoàn thành trong quý I.") == [("Lập sổ, đóng dấu", "trong quý I")]


def test_what_is_named_by_two_months_is_not_dated_by_the_second() -> None:
    assert dated("1. Báo cáo công tác tháng 6, tháng 7.") == []
    assert dated("1. Báo cáo kết quả quý II, quý III và quý IV.") == []
    assert dated("1. Đánh giá tình hình tháng 3, bàn nhiệm vụ tháng 4 và tháng 5.") == []


def test_a_list_of_times_dates_what_stands_behind_each() -> None:
    assert dated("1. Quý I: sửa kho, lập sổ; quý II: mở lớp, kiểm tra; quý IV: quyết toán.") == [
        ("sửa kho, lập sổ", "Quý I"), ("mở lớp, kiểm tra", "quý II"), ("quyết toán", "quý IV"),
    ]  # fmt: skip


def test_what_stands_between_two_times_is_the_second_ones() -> None:
    assert dated("1. Lập quỹ", "- Thực hiện xong trước ngày 30/6 và công khai trước ngày 05/7.") == [
        ("Lập quỹ", "xong trước ngày 30/6"), ("công khai", "trước ngày 05/7"),
    ]  # fmt: skip


def test_for_whom_a_time_stands_is_no_work() -> None:
    assert dated("1. Bầu ban quản trị", "- Hoàn thành trước ngày 15/5 đối với tổ và trước ngày 30/6 đối với khu.") == [
        ("Bầu ban quản trị", "trước ngày 15/5; trước ngày 30/6")
    ]
