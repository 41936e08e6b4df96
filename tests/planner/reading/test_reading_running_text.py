"""Outline, targets and dated activities of the running text."""

import pytest

from planner.period import Years
from planner.reading.activities import read_activities
from planner.reading.drafts import SectionDraft
from planner.reading.formats.blocks import Paragraph
from planner.reading.measures import read_measures
from planner.reading.outline import read_outline
from planner.reading.targets import read_targets


def outline(*lines: str) -> list[SectionDraft]:
    return read_outline([Paragraph(text) for text in lines])


def shape(sections: list[SectionDraft]) -> list[object]:
    return [(section.number, shape(section.children)) if section.children else section.number for section in sections]


def test_numbers_nest_sections() -> None:
    found = outline(
        "ỦY BAN MTTQ XÃ THỬ",
        "Phần thứ nhất",
        "MỤC TIÊU",
        "I. NHIỆM VỤ",
        "1. Tuyên truyền",
        "1.1. Về nội dung:",
        "a) Một việc.",
        "- Việc nhỏ.",
        "2. Vận động.",
        "II. TỔ CHỨC THỰC HIỆN",
        "(1) Văn phòng tổng hợp.",
        "Nơi nhận:",
        "- Lưu VT.",
    )
    assert shape(found) == [
        ("Phần thứ nhất", [("I", [("1", [("1.1", [("a)", ["-"])])]), "2"]), ("II", ["(1)"])]),
    ]
    assert found[0].title == "MỤC TIÊU"
    assert found[0].children[0].children[1].text == "Vận động."


def test_programmes_with_numbers_are_sections() -> None:
    found = outline("III. GIẢI PHÁP", "Chương trình 1: Tuyên truyền", "- Một.", "Chương trình 2: Vận động", "- Hai.")
    assert shape(found) == [("III", [("Chương trình 1", ["-"]), ("Chương trình 2", ["-"])])]


def test_a_sentence_cut_by_a_page_is_one_again() -> None:
    found = outline("I. NHIỆM VỤ", "1. Vận động các tổ chức. Lãnh đạo Mặt trận Tổ", "quốc các cấp.")
    assert found[0].children[0].text == "Vận động các tổ chức. Lãnh đạo Mặt trận Tổ quốc các cấp."


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("100% khu dân cư có mô hình tự quản.", [("=", 100, "%")]),
        ("Hòa giải thành đạt từ 85% trở lên.", [(">=", 85, "%")]),
        ("Làm mới 10 nhà (trong đó 6 nhà mới, sửa 4 nhà).", [("=", 10, "nhà"), ("=", 6, "nhà mới"), ("=", 4, "nhà")]),
        ("Tổ chức ít nhất 2 cuộc giám sát/đơn vị.", [(">=", 2, "cuộc giám sát/đơn vị")]),
        ("Vận động trên 02 tỷ đồng cho Quỹ.", [(">", 2, "tỷ đồng")]),
        ("Không quá 3% hộ nghèo; dưới 1,5% cận nghèo.", [("<=", 3, "%"), ("<", 1.5, "%")]),
        ("Trồng 1.200 cây xanh.", [("=", 1200, "cây xanh")]),
        ("Về cơ sở ít nhất 01 ngày/tháng.", [(">=", 1, "ngày/tháng")]),
        ("Hội nghị lần thứ 10, khóa 14, Nghị quyết số 04-NQ/TW ngày 01/8/2003.", []),
        ("Sơ kết 5 năm, nhiệm kỳ 2024 - 2029, trong 6 tháng đầu năm 2026.", []),
        ("Doanh nghiệp có từ 20 lao động trở lên.", []),
    ],
)
def test_figures_of_a_promise(sentence: str, measures: list[tuple[str, float, str]]) -> None:
    assert [(m.comparator, m.value, m.unit) for m in read_measures(sentence)] == measures


def test_targets_are_the_sentences_of_their_section_only() -> None:
    found = read_targets(
        outline(
            "I. NHIỆM VỤ",
            "1. Làm 5 việc.",
            "II. MỘT SỐ CHỈ TIÊU CƠ BẢN",
            "1. 100% khu dân cư tổ chức ngày hội. Hằng năm, cấp xã tổ chức ít nhất 1 hội nghị.",
            "2. Phấn đấu đến năm 2030 có 90% hộ đạt chuẩn.",
        )
    )
    assert [(t.number, t.level, t.due) for t in found] == [
        ("1", "khu dân cư", None),
        ("1", "xã", "Hằng năm"),
        ("2", "hộ", "đến năm 2030"),
    ]
    assert found[1].text == "Hằng năm, cấp xã tổ chức ít nhất 1 hội nghị."


def test_only_times_without_doubt_make_activities() -> None:
    found = read_activities(
        outline(
            "I. NHIỆM VỤ",
            "1. Tổ chức hội thảo (tháng 7/2026); gặp mặt kỷ niệm 90 năm (18/11/1936 - 18/11/2026).",
            "2. Thực hiện Nghị quyết số 04/NQ-ĐCT ngày 01/8/2003. Sơ kết thực hiện. Thời gian hoàn thành quý II/2026.",
            "3. Thực hiện Đề án giai đoạn 2021-2025.",
        ),
        Years(2026, 2026),
    )
    assert [(a.title, a.period.as_json()["spans"]) for a in found] == [
        ("Tổ chức hội thảo", [["2026-07-01", "2026-07-31"]]),
        ("Sơ kết thực hiện", [["2026-04-01", "2026-06-30"]]),
    ]
