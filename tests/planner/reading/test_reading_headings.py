"""Title, number, date, body and years, from the lines above a plan's table."""

from datetime import date

import pytest

from planner.period import Years
from planner.reading.heading import paper_number, read_heading
from planner.reading.years import years_of_document, years_of_title

LETTERHEAD = [
    "ỦY BAN MTTQ VIỆT NAM TỈNH THỬ",
    "ỦY BAN MTTQ VIỆT NAM",
    "XÃ THỬ NGHIỆM",
    "BAN THƯỜNG TRỰC",
    "Số: 12/KH-MTTQ-BTT",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Thử Nghiệm, ngày 05 tháng 01 năm 2026",
    "KẾ HOẠCH",
    "Công tác Mặt trận năm 2026",
    "Căn cứ Kế hoạch số 1/KH-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh;",
]


def test_the_first_page_gives_everything() -> None:
    heading = read_heading(LETTERHEAD)
    assert heading.title == "KẾ HOẠCH Công tác Mặt trận năm 2026"
    assert (heading.number, heading.date) == ("12/KH-MTTQ-BTT", date(2026, 1, 5))
    assert heading.organisation == "ỦY BAN MTTQ VIỆT NAM XÃ THỬ NGHIỆM"


def test_a_party_body_heads_its_papers_differently() -> None:
    lines = ["TỈNH ỦY THỬ", "*", "Số 402-KH/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Thử, ngày 5 tháng 1 năm 2026", "KẾ HOẠCH"]
    heading = read_heading([*lines, "thực hiện Nghị quyết số 05-NQ/TW giai đoạn 2026-2030", "-----"])
    assert (heading.number, heading.organisation) == ("402-KH/TU", "TỈNH ỦY THỬ")
    assert years_of_title(heading.title) == Years(2026, 2030)


@pytest.mark.parametrize(
    ("line", "number", "issued", "body"),
    [
        (
            "(kèm theo Chương trình số 10 /CTr-MTTQ, ngày 12/01/2026 của Ủy ban MTTQ tỉnh)",
            "10/CTr-MTTQ",
            12,
            "Ủy ban MTTQ tỉnh",
        ),
        (
            "(Ban hành kèm theo Kế hoạch số: 7/KH-BTT ngày 09 tháng 01 năm 2026 của Ban Thường trực)",
            "7/KH-BTT",
            9,
            "Ban Thường trực",
        ),
        ("(Kèm theo Quyết định số 15/QĐ-MTTQ-BTT, ngày 5-1-2026)", "15/QĐ-MTTQ-BTT", 5, None),
        ("(Đính kèm Công văn số 7/CV-MTTQ ngày 08/01/2026)", "7/CV-MTTQ", 8, None),
    ],
)
def test_an_attached_plan_has_the_number_and_date_of_its_paper(
    line: str, number: str, issued: int, body: str | None
) -> None:
    heading = read_heading(["KẾ HOẠCH", "CÔNG TÁC NĂM 2026", line])
    assert (heading.title, heading.number) == ("KẾ HOẠCH CÔNG TÁC NĂM 2026", number)
    assert (heading.date, heading.organisation) == (date(2026, 1, issued), body)


def test_a_number_left_open_is_asked_for() -> None:
    heading = read_heading(
        ["KẾ HOẠCH NĂM 2026", "(kèm theo Kế hoạch số      /KH-MTTQ ngày    /01/2026 của Ủy ban MTTQ xã Thử)"]
    )
    assert (heading.number, heading.date) == (None, None)
    assert heading.questions == ["Văn bản chưa ghi số hiệu."]


def test_an_appendix_takes_its_title_from_below() -> None:
    lines = ["PHỤ LỤC I", "(kèm theo Kế hoạch số 3/KH-MTTQ ngày 05/01/2026)", "Danh mục nhiệm vụ năm 2026"]
    assert read_heading(lines).title == "Danh mục nhiệm vụ năm 2026"


def test_blanks_in_a_number_are_dropped() -> None:
    assert paper_number("02 - ĐA/TU") == "02-ĐA/TU"
    assert paper_number(None) is None


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("KẾ HOẠCH CÔNG TÁC NĂM 2026", Years(2026, 2026)),
        ("Chương trình công tác tháng 7 năm 2025", Years(2025, 2025, 7)),
        ("Đề án giai đoạn 2021 – 2025", Years(2021, 2025)),
        ("Chương trình từ năm 2026 đến năm 2030", Years(2026, 2030)),
        ("Kế hoạch quý II/2026", Years(2026, 2026)),
        ("KẾ HOẠCH QUÝ 3/2026", Years(2026, 2026)),
        ("Kế hoạch năm học 2026 - 2027", Years(2026, 2027)),
        ("Kế hoạch 2 năm 2026-2027", Years(2026, 2027)),
        ("Kế hoạch năm 2026 và 2027", Years(2026, 2027)),
        ("Chương trình 6 tháng cuối năm 2026", Years(2026, 2026)),
        ("Kế hoạch tháng 7, 8/2026", Years(2026, 2026)),
        ("Kế hoạch tháng 7 và tháng 8 năm 2026", Years(2026, 2026)),
        ("Kế hoạch từ tháng 9/2026 đến tháng 5/2027", Years(2026, 2027)),
        ("Tổng kết năm 2025, phương hướng năm 2026", Years(2026, 2026)),
        ("Kế hoạch giai đoạn 2026-2030, định hướng đến năm 2035", Years(2026, 2030)),
        ("Thực hiện Nghị quyết Đại hội nhiệm kỳ 2025 - 2030, giai đoạn 2026 - 2030", Years(2026, 2030)),
        ("Chương trình hành động đến năm 2030", None),
        ("Kế hoạch kỷ niệm (18/11/1930 - 18/11/2025)", None),
        ("Kế hoạch công tác", None),
    ],
)
def test_the_years_of_a_title(title: str, years: Years | None) -> None:
    assert years_of_title(title) == years


def test_one_time_with_a_year_does_not_date_the_others() -> None:
    times = ["Tháng 3", "Tháng 4", "Năm 2027"]
    assert years_of_document([], times, date(2026, 1, 5), "ke-hoach")[0] == Years(2026, 2026)
    assert years_of_document([], ["Quý I/2026", "Quý II/2027"], None, "ke-hoach")[0] == Years(2026, 2027)


def test_a_plan_until_a_year_begins_in_the_year_of_its_paper() -> None:
    title = "Chương trình hành động đến năm 2030"
    assert years_of_document([title], [], date(2026, 1, 5), "ke-hoach") == (Years(2026, 2030), [])


def test_the_name_of_a_file_or_sheet_tells_the_year_with_a_question() -> None:
    years, asked = years_of_document([], ["Tháng 3"], None, "ke-hoach Năm 2026")
    assert (years, len(asked)) == (Years(2026, 2026), 1)


def test_two_sides_of_a_letterhead_on_one_line_are_parted() -> None:
    heading = read_heading(
        [
            "ỦY BAN MTTQ VIỆT NAM XÃ THỬ     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "BAN THƯỜNG TRỰC       Độc lập - Tự do - Hạnh phúc",
            "Số: 45/KH-MTTQ-BTT        Xã Thử, ngày 03 tháng 7 năm 2026",
            "KẾ HOẠCH",
            "Công tác quý III/2026",
        ]
    )
    assert (heading.number, heading.date) == ("45/KH-MTTQ-BTT", date(2026, 7, 3))
    assert (heading.organisation, heading.title) == ("ỦY BAN MTTQ VIỆT NAM XÃ THỬ", "KẾ HOẠCH Công tác quý III/2026")


def test_a_day_left_open_is_asked_for() -> None:
    heading = read_heading(["UBND XÃ THỬ", "Xã Thử, ngày     tháng 01 năm 2026", "KẾ HOẠCH CÔNG TÁC NĂM 2026"])
    assert (heading.date, heading.organisation) == (None, "UBND XÃ THỬ")
    assert heading.questions == ["Văn bản chưa ghi đủ ngày ban hành."]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["KẾ HOẠCH CÔNG TÁC NĂM 2026", "Danh sách tổ giúp việc", "TT", "Họ tên"], "KẾ HOẠCH CÔNG TÁC NĂM 2026"),
        (["CHƯƠNG TRÌNH CÔNG TÁC", "của Ban Chấp hành năm 2026"], "CHƯƠNG TRÌNH CÔNG TÁC của Ban Chấp hành năm 2026"),
        (["PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ NĂM 2026"], "PHÂN CÔNG NHIỆM VỤ NĂM 2026"),
        (
            ["KẾ HOẠCH", "Học tập năm 2026", "I. MỤC ĐÍCH", *["Một ý."] * 9, "Bảng phân công"],
            "KẾ HOẠCH Học tập năm 2026",
        ),
        (["LỊCH CÔNG TÁC THÁNG 3/2026", "của Ban Thường trực"], "LỊCH CÔNG TÁC THÁNG 3/2026 của Ban Thường trực"),
    ],
)
def test_a_title_ends_where_the_text_or_another_caption_begins(lines: list[str], title: str) -> None:
    assert read_heading(lines).title == title


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (["ĐẢNG BỘ TỈNH THỬ", "ĐẢNG ỦY XÃ MẪU"], "ĐẢNG ỦY XÃ MẪU"),
        (["ĐẢNG BỘ XÃ MẪU", "BAN CHẤP HÀNH"], "ĐẢNG BỘ XÃ MẪU"),
        (["PHÒNG GIÁO DỤC", "TRƯỜNG TIỂU HỌC MẪU"], "TRƯỜNG TIỂU HỌC MẪU"),
        (["Hội Phụ nữ xã Mẫu"], "Hội Phụ nữ xã Mẫu"),
        (["UBND TỈNH MẪU", "HẢI", "HỘI NÔNG DÂN XÃ MẪU", "SƠN"], "HỘI NÔNG DÂN XÃ MẪU SƠN"),
        (["HỘI NÔNG DÂN XÃ MẪU", "BAN CHẤP HÀNH"], "HỘI NÔNG DÂN XÃ MẪU"),
    ],
)
def test_the_body_below_its_superior_issues_the_plan(lines: list[str], body: str) -> None:
    assert read_heading([*lines, "Số 1/KH", "KẾ HOẠCH NĂM 2026"]).organisation == body


def test_the_letterhead_of_the_same_paper_names_its_body_better_than_the_appendix() -> None:
    lines = ["TỈNH ĐOÀN BẾN MẪU", "BAN CHẤP HÀNH", "Số 12-QĐ/TĐTN", "QUYẾT ĐỊNH", "PHỤ LỤC"]
    lines.append("(Kèm theo Quyết định số 12-QĐ/TĐTN ngày 05/01/2026 của Ban Thường vụ Tỉnh đoàn)")
    assert read_heading(lines).organisation == "TỈNH ĐOÀN BẾN MẪU"


def test_a_body_and_its_short_name_are_one() -> None:
    lines = ["ỦY BAN NHÂN DÂN", "XÃ MẪU", "DANH MỤC ĐỀ ÁN NĂM 2026"]
    attached = "(Kèm theo Quyết định số 4/QĐ-UBND ngày 05/01/2026 của {})"
    assert read_heading([*lines, attached.format("UBND xã Mẫu")]).organisation == "ỦY BAN NHÂN DÂN XÃ MẪU"
    assert read_heading([*lines, attached.format("UBND tỉnh Mẫu")]).organisation == "UBND tỉnh Mẫu"


def test_the_line_below_the_states_name_is_no_part_of_the_body_beside_it() -> None:
    assert (
        read_heading(["ĐẢNG ỦY XÃ MẪU -----", "Số 1-CTr/ĐU", "CHƯƠNG TRÌNH NĂM 2026"]).organisation == "ĐẢNG ỦY XÃ MẪU"
    )


@pytest.mark.parametrize(
    ("paper", "own", "title"),
    [
        ("CHƯƠNG TRÌNH", "Số: 8/CTr-MTTQ", "CHƯƠNG TRÌNH Công tác năm 2026"),
        ("QUYẾT ĐỊNH", "Số: 8/CTr-MTTQ", "PHÂN CÔNG NHIỆM VỤ NĂM 2026"),
        ("CHƯƠNG TRÌNH", "Số: 9/KH-MTTQ", "PHÂN CÔNG NHIỆM VỤ NĂM 2026"),
    ],
)
def test_a_plan_with_its_tasks_in_an_appendix_keeps_its_own_title(paper: str, own: str, title: str) -> None:
    lines = ["UBND XÃ MẪU", own, paper, "Công tác năm 2026", "I. MỤC ĐÍCH", *["Một ý."] * 9]
    lines += ["PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ NĂM 2026", "(Kèm theo Chương trình số 8/CTr-MTTQ ngày 05/01/2026)"]
    assert read_heading(lines).title == title


def test_a_body_in_capitals_beside_place_and_day_on_one_line() -> None:
    heading = read_heading(["ĐẢNG ỦY XÃ MẪU", "BAN TUYÊN GIÁO Bến Mẫu, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH"])
    assert (heading.organisation, heading.date) == ("BAN TUYÊN GIÁO", date(2026, 1, 15))


def test_what_a_narrow_page_breaks_off_the_motto_is_no_place() -> None:
    lines = ["HỘI LIÊN HIỆP PHỤ NỮ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "TỈNH MẪU HÒA NAM", "Số: 7/KH-BTV", "KẾ HOẠCH"]
    assert read_heading(lines).organisation == "HỘI LIÊN HIỆP PHỤ NỮ TỈNH MẪU HÒA"


def test_a_name_between_a_body_and_its_place_goes_on() -> None:
    lines = ["HỘI BẢO TRỢ NGƯỜI", "TÀN TẬT", "TỈNH MẪU", "Số: 1/KH-HBT", "KẾ HOẠCH", "Công tác năm 2026"]
    assert read_heading(lines).organisation == "HỘI BẢO TRỢ NGƯỜI TÀN TẬT TỈNH MẪU"
    assert read_heading(["HỘI MẪU", "DỰ THẢO", *lines[2:]]).organisation == "HỘI MẪU"
