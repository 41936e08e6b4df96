"""Tables that stand one below the other in one sheet or file of values."""

from planner.reading import PlanDraft, read_document

HEADER = "STT;Nội dung;Bộ phận tham mưu;Thời gian"
ROWS = "1;Họp;Ban A;Tháng 2\n2;Thi;Ban B;Tháng 3"


def read(*lines: str) -> PlanDraft:
    return read_document("\n".join(("KẾ HOẠCH NĂM 2026;;;", *lines)).encode(), "a.csv")


def test_another_header_below_begins_another_table() -> None:
    other = "TT;Nhiệm vụ;Mã;Đơn vị;Bắt đầu;Hoàn thành\n1;Giám sát;b1;Ban C;Tháng 5;Tháng 6"
    rows = read(HEADER, ROWS, ";;;", "KẾ HOẠCH GIÁM SÁT;;;", other).rows
    assert [(row.number, row.title, row.board, row.section) for row in rows] == [
        ("1", "Họp", "Ban A", None),
        ("2", "Thi", "Ban B", None),
        ("1", "Giám sát", "Ban C", None),
    ]


def test_a_table_of_something_else_below_gives_no_rows() -> None:
    rows = read(HEADER, ROWS, ";;;", "STT;Khoản;Số tiền;Ghi chú", "1;In ấn;5;x", "2;Nước;3;x").rows
    assert [row.title for row in rows] == ["Họp", "Thi"]


def test_a_header_that_is_repeated_keeps_the_section() -> None:
    rows = read(HEADER, "I. KIỂM TRA;;;", "1;Họp;Ban A;Tháng 2", HEADER, "2;Thi;Ban B;Tháng 3").rows
    assert [row.section for row in rows] == ["I. KIỂM TRA"] * 2
