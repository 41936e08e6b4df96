"""How numbers nest: what each form of number stands in, whatever order a document uses them in."""

import pytest

from planner.reading.drafts import SectionDraft
from planner.reading.formats.blocks import Paragraph
from planner.reading.labels import label_of
from planner.reading.outline import read_outline
from planner.reading.wrapping import unwrapped


def outline(*lines: str) -> list[SectionDraft]:
    return read_outline([Paragraph(text) for text in lines])


def shape(sections: list[SectionDraft]) -> list[object]:
    return [(section.number, shape(section.children)) if section.children else section.number for section in sections]


@pytest.mark.parametrize(
    ("text", "number", "value", "rest"),
    [
        ("Phần thứ hai", "Phần thứ hai", 2, ""),
        ("Chương II QUY ĐỊNH", "Chương II", 2, "QUY ĐỊNH"),
        ("Điều 12. Hiệu lực", "Điều 12", 12, "Hiệu lực"),
        ("IV- Tổ chức", "IV", 4, "Tổ chức"),
        ("II.NHIỆM VỤ", "II", 2, "NHIỆM VỤ"),
        ("B. Nội dung", "B", 2, "Nội dung"),
        ("3/ Kiểm tra", "3", 3, "Kiểm tra"),
        ("2.1- Thu ngân sách", "2.1", 1, "Thu ngân sách"),
        ("1.2.3. Vận động", "1.2.3", 3, "Vận động"),
        ("(10) Hằng năm", "(10)", 10, "Hằng năm"),
        ("đ) Một việc", "đ)", 5, "Một việc"),
        ("Chương trình thứ ba: Giám sát", "Chương trình thứ ba", 3, "Giám sát"),
        ("Mục tiêu:", "", None, "Mục tiêu:"),
        ("– Việc nhỏ", "-", None, "Việc nhỏ"),
        ("•Việc nhỏ", "•", None, "Việc nhỏ"),
    ],
)
def test_numbers_are_known_by_their_form(text: str, number: str, value: int | None, rest: str) -> None:
    found = label_of(text)
    assert found is not None
    assert (found.number, found.value, found.text) == (number, value, rest)


@pytest.mark.parametrize(
    "text", ["1.250 hộ dân", "15/11/2026 là hạn cuối", "Mặt trận", "100% hộ", "Điều kiện: có đất", "o"]
)
def test_figures_and_words_are_no_numbers(text: str) -> None:
    assert label_of(text) is None


def test_programmes_hold_their_own_parts_and_these_their_items() -> None:
    found = outline(
        "Nhiệm vụ 1: Chăm lo", "I. Chỉ tiêu", "1. Một.", "II. Hoạt động", "1. Hai.", "Nhiệm vụ 2: Phát triển",
        "I. Chỉ tiêu", "1. Ba.",
    )  # fmt: skip
    assert shape(found) == [
        ("Nhiệm vụ 1", [("I", ["1"]), ("II", ["1"])]),
        ("Nhiệm vụ 2", [("I", ["1"])]),
    ]


def test_named_parts_of_a_programme_stand_in_it() -> None:
    found = outline(
        "B. CÁC CHƯƠNG TRÌNH", "Chương trình 1: Tuyên truyền", "Mục tiêu:", "- Một.", "Giải pháp:", "- Hai.",
        "Chương trình 2: Vận động", "Mục tiêu:", "- Ba.", "C. TỔ CHỨC",
    )  # fmt: skip
    assert shape(found) == [
        ("B", [("Chương trình 1", [("", ["-"]), ("", ["-"])]), ("Chương trình 2", [("", ["-"])])]), "C",
    ]  # fmt: skip
    assert [one.title for one in found[0].children[0].children] == ["Mục tiêu", "Giải pháp"]


def test_articles_stand_in_chapters_and_lists_of_numbers_in_articles() -> None:
    found = outline(
        "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "1. Một.", "2. Hai.", "Chương II", "Điều 2. Mục tiêu"
    )
    assert shape(found) == [("Chương I", [("Điều 1", ["1", "2"])]), ("Chương II", ["Điều 2"])]
    assert found[0].title == "QUY ĐỊNH CHUNG"


def test_a_list_that_begins_again_under_a_bare_heading_is_inside_it() -> None:
    found = outline("1. Mục tiêu", "a) Mục tiêu chung: Đoàn kết.", "b) Mục tiêu cụ thể:", "1. Một.", "2. Hai.")
    assert shape(found) == [("1", ["a)", ("b)", ["1", "2"])])]


def test_a_plan_without_roman_numbers_begins_at_1() -> None:
    assert shape(outline("Căn cứ Điều lệ;", "1/ Chăm lo", "a/ Một.", "2/ Kiểm tra", "a/ Hai.")) == [
        ("1", ["a"]), ("2", ["a"]),
    ]  # fmt: skip


def test_a_sentence_over_items_of_its_own_is_their_heading() -> None:
    (part,) = outline("I. NHIỆM VỤ", "1. Giám sát việc giải quyết đơn thư.", "* Thời gian: tháng 4.", "2. Việc khác.")
    assert [(one.title, one.text) for one in part.children] == [
        ("Giám sát việc giải quyết đơn thư", ""), ("", "Việc khác."),
    ]  # fmt: skip


def test_lines_of_one_width_are_paragraphs_again() -> None:
    lines = [
        "I. NHIỆM VỤ CHUNG",
        "1. Tuyên truyền, vận động các tầng lớp Nhân dân ở các khu dân cư trên địa bàn xã Thử",
        "Nghiệm tham gia các phong trào thi đua yêu nước, cuộc vận động do Ủy ban Mặt trận",
        "Tổ quốc phát động. Ban Thường trực phân công các thành viên theo dõi, đôn đốc từng",
        "thôn, từng tổ dân phố; các tổ chức thành viên đăng ký công trình, phần việc cụ thể,",
        "báo cáo kết quả hằng quý.",
        "2. Việc ngắn.",
    ]
    joined = unwrapped([Paragraph(text) for text in lines])
    assert len(joined) == 3
    assert joined[1].text.endswith("cụ thể, báo cáo kết quả hằng quý.")


def test_a_figure_that_a_page_cut_off_goes_on_with_its_sentence() -> None:
    (part,) = outline(
        "I. CHỈ TIÊU", "1. Tối thiểu 85% hồ sơ trực tuyến toàn trình; mức độ hài lòng đạt", "95% trở lên."
    )
    assert part.children[0].title == ""
    assert part.children[0].text.endswith("hài lòng đạt 95% trở lên.")


def test_a_long_document_takes_time_by_its_length_only() -> None:
    """A hundred thousand lines of one section: copying its text for each line would take minutes."""
    (part,) = outline("I. NHIỆM VỤ", *["Một dòng chữ."] * 100_000)
    assert part.text.count("\n") == 99_999
