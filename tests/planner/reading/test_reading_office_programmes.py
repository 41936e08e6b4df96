"""Programmes without a table in the words of single offices, found by trying texts that nobody had read before."""

import docx
import pytest
from documents import bytes_of

from planner.period import Years
from planner.reading import PlanDraft, read_document
from planner.reading.measures import read_measures


def test_units_of_two_syllables_stay_whole() -> None:
    units = [one.unit for one in read_measures("Duy trì 25 điểm sinh hoạt; ít nhất 02 mô hình dân vận khéo.")]
    assert units == ["điểm sinh hoạt", "mô hình dân vận khéo"]


def programme(*lines: str, year: str = "2026") -> PlanDraft:
    return read_document("\n".join((f"CHƯƠNG TRÌNH NĂM {year}", *lines)).encode(), "a.txt")


def test_what_stands_under_a_month_is_done_in_it() -> None:
    plan = programme(
        "I. TIẾN ĐỘ", "1. Tháng 01 - 02/2026", "- Xuân yêu thương.", "- Họp mặt, trước ngày 20/02/2026.",
        "2. Quý II/2026", "- Đại hội chi đoàn.",
    )  # fmt: skip
    assert [(one.title, one.period.text) for one in plan.activities] == [
        ("Xuân yêu thương", "Tháng 01 - 02/2026"),
        ("Họp mặt", "trước ngày 20/02/2026"),
        ("Đại hội chi đoàn", "Quý II/2026"),
    ]


def test_years_in_brackets_date_the_work_of_a_plan_of_several_years() -> None:
    text = ("I. NHIỆM VỤ", "1. Tổ chức giải báo chí (năm 2026, năm 2028).", "2. Tuyên truyền.", "II. TỔ CHỨC")
    assert [len(one.period.spans) for one in programme(*text, year="2026 - 2028").activities] == [2]
    assert programme(*text).activities == []


def test_aims_beside_targets_promise_only_their_figures() -> None:
    plan = programme("I. MỤC TIÊU, CHỈ TIÊU", "1. Mục tiêu", "- Đoàn kết hơn.", "2. Chỉ tiêu", "- 100% khu dân cư đạt.")
    assert [one.text for one in plan.targets] == ["100% khu dân cư đạt."]


def test_a_programme_of_several_years_dates_its_work_by_years() -> None:
    plan = programme(
        "I. NHIỆM VỤ", "1. Sơ kết vào năm 2027, tổng kết vào năm 2028.", "2. Mở lớp từ năm 2026 đến năm 2027.",
        "3. Phấn đấu đến năm 2028 xong hạ tầng.", "II. TỔ CHỨC", year="2026 - 2028",
    )  # fmt: skip
    assert [one.period.text for one in plan.activities] == ["vào năm 2027; vào năm 2028", "từ năm 2026 đến năm 2027"]


def test_a_dash_may_close_a_number() -> None:
    plan = programme(
        "I- CHỈ TIÊU", "1- 100% thôn tổ chức.", "2- Vận động 5 triệu đồng.", "II- NHIỆM VỤ", "a- Giám sát."
    )
    assert [[child.number for child in one.children] for one in plan.outline] == [["1", "2"], ["a"]]
    assert plan.targets[0].measures[0].value == 100


def test_an_item_about_time_is_no_target() -> None:
    assert (
        programme("I. CHỈ TIÊU", "1. Thời gian: từ ngày 01/6 đến 31/8.", "2. 100% xã tham gia.").targets[0].number
        == "2"
    )


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Mỗi ban có từ 01 mô hình tự quản trở lên.", [(">=", 1)]),
        ("Tổ chức ít nhất 03 cuộc giám sát, 02 hội nghị.", [(">=", 3), (">=", 2)]),
        ("Tổ chức ít nhất 03 cuộc giám sát, vận động 02 nhà.", [(">=", 3), ("=", 2)]),
        ("Kiểm tra ít nhất 20 tổ chức đảng.", [(">=", 20)]),
    ],
)
def test_figures_of_promises(sentence: str, said: list[tuple[str, int]]) -> None:
    assert [(one.comparator, one.value) for one in read_measures(sentence)] == said


def test_two_days_of_one_month_are_one_span() -> None:
    plan = programme(
        "I. VIỆC", "1. Hội thi: từ ngày 10 đến ngày 15 tháng 9 năm 2026.", "2. Họp.", "II. KHÁC", "III. NỮA"
    )
    assert [one.period.text for one in plan.activities] == ["từ ngày 10 đến ngày 15 tháng 9 năm 2026"]


def test_two_days_in_brackets_are_one_span() -> None:
    plan = programme("I. VIỆC", "1. Tuần lễ Áo dài (01 - 08/3/2026).", "2. Họp.", "II. KHÁC", "III. NỮA")
    assert [one.period.text for one in plan.activities] == ["01 - 08/3/2026"]


def test_a_term_below_the_title_is_the_plans_and_not_the_congress_s() -> None:
    lines = ["CHƯƠNG TRÌNH HÀNH ĐỘNG", "Thực hiện Nghị quyết Đại hội Đảng bộ xã, nhiệm kỳ 2025 - 2030"]
    text = "\n".join([*lines, "(giai đoạn 2026 - 2030)", "I. NHIỆM VỤ", "1. Một.", "2. Hai."])
    assert read_document(text.encode(), "a.txt").years == Years(2026, 2030)


def test_nobody_is_asked_for_the_columns_of_a_letterhead() -> None:
    document = docx.Document()
    document.add_table(2, 2).cell(0, 0).text = "ỦY BAN MTTQ XÃ THỬ"
    for text in ("CHƯƠNG TRÌNH NĂM 2026", "I. NHIỆM VỤ", "1. Một.", "2. Hai.", "II. TỔ CHỨC"):
        document.add_paragraph(text)
    questions = read_document(bytes_of(document), "a.docx").questions
    assert any("không có bảng kế hoạch" in question for question in questions)
    assert not any("ý nghĩa của từng cột" in question for question in questions)
