"""Tables below numbered headings of the running text: the headings are their rows' sections."""

import docx
from documents import bytes_of, fill

from planner.reading import read_document

HEADER = ("TT", "Nội dung", "Đơn vị chủ trì", "Thời gian")


def sections(*blocks: str | list[tuple[str, ...]]) -> list[str | None]:
    """The sections of the rows of a plan with these paragraphs and tables."""
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH NĂM 2026")
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            fill(document.add_table(rows=0, cols=len(block[0])), block)
    return [row.section for row in read_document(bytes_of(document), "a.docx").rows]


def table(*titles: str) -> list[tuple[str, ...]]:
    rows = [(str(n), title, "Ban Phong trào", "Tháng 4") for n, title in enumerate(titles, 1)]
    return [HEADER, *rows]


def test_each_table_has_the_headings_that_it_stands_under() -> None:
    found = sections(
        "A. CHỈ TIÊU",
        [("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch"), ("1", "Kết nạp", "người", "70"), ("2", "Thăm", "hộ", "9")],
        "B. NHIỆM VỤ",
        "I. Tuyên truyền",
        table("Họp chi hội", "Thi tìm hiểu"),
        "II. Thi đua",
        "Các ban chủ động thực hiện:",
        table("Đăng ký thi đua"),
        "C. TỔ CHỨC THỰC HIỆN",
    )
    assert found == ["B. NHIỆM VỤ › I. Tuyên truyền"] * 2 + ["B. NHIỆM VỤ › II. Thi đua"]


def test_rows_that_are_sections_stand_below_the_headings() -> None:
    own = table("Họp chi hội")
    own.insert(1, ("I", "Hội viên", "", ""))
    found = sections("I. Tuyên truyền", own, "II. Thi đua", table("Đăng ký thi đua"))
    assert found == ["I. Tuyên truyền › I. Hội viên", "II. Thi đua"]


def test_what_all_tables_stand_under_tells_nothing_of_their_rows() -> None:
    assert sections("I. MỤC TIÊU", "II. NỘI DUNG", table("Họp"), "Biểu thứ hai", table("Thi")) == [None, None]
    assert sections("I. MỤC TIÊU", "II. NỘI DUNG", table("Họp")) == [None]


def test_a_table_below_a_sentence_a_signature_or_a_title_stands_under_no_heading() -> None:
    first = ("I. Tuyên truyền", table("Họp"), "II. Tổ chức thực hiện")
    assert sections(*first, "1. Các ban thực hiện theo biểu này.", table("Thi")) == ["I. Tuyên truyền", None]
    signed = [("Nơi nhận:\n- Lưu: VT.", "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH")]
    assert sections(*first, signed, table("Thi")) == ["I. Tuyên truyền", None]
    assert sections(*first, "PHỤ LỤC TIẾN ĐỘ", table("Thi")) == ["I. Tuyên truyền", None]


def test_a_small_letter_heads_a_table_too_and_a_dash_does_not() -> None:
    found = sections("I. Xây dựng Hội", "a) Tuyên truyền", table("Họp"), "b) Kiểm tra", table("Thi"))
    assert found == ["I. Xây dựng Hội › a. Tuyên truyền", "I. Xây dựng Hội › b. Kiểm tra"]
    assert sections("I. Hội", "- Tuyên truyền", table("Họp"), "II. Thi đua", table("Thi")) == [None, "II. Thi đua"]
