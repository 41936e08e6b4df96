"""Names of bodies: spellings of one name, and cells that hold several."""

import pytest

from planner.reading.bodies import clean_name, split_bodies
from planner.reading.leads import asked_of_persons, split_lead
from planner.reading.spellings import look_alikes, one_spelling


def test_spellings_of_one_board_become_the_most_frequent_one() -> None:
    names = [
        "Ban Dân chủ - Pháp luật",
        "Ban Dân chủ- Pháp luật",
        "Ban\n\nDân chủ – Pháp luật",
        "Ban Dân chủ - Pháp luật",
        "Ban Tuyên giáo",
    ]
    assert {one_spelling(names)[name] for name in names[:4]} == {"Ban Dân chủ - Pháp luật"}


def test_two_places_of_a_tone_mark_and_capitals_are_one_name() -> None:
    names = ["Văn phòng Uỷ ban", "Văn phòng Ủy ban", "VĂN PHÒNG ỦY BAN", "Văn phòng Ủy ban"]
    assert set(one_spelling(names).values()) == {"Văn phòng Ủy ban"}


def test_a_loose_dash_gets_its_blanks_and_a_tight_one_stays() -> None:
    assert clean_name("Ban  Dân chủ- Pháp luật.") == "Ban Dân chủ - Pháp luật"
    assert clean_name("Hội chính trị-xã hội") == "Hội chính trị-xã hội"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        ("Các cơ quan liên quan", ["Các cơ quan liên quan"]),
        ("Sở A; Sở B; các cơ quan báo, đài liên quan.", ["Sở A", "Sở B", "các cơ quan báo, đài liên quan"]),
        ("MTTQ tỉnh, các huyện ủy, thành ủy, các cơ quan", ["MTTQ tỉnh", "các huyện ủy, thành ủy", "các cơ quan"]),
        ("Ban cán sự Đảng UBND và các tổ chức cấp tỉnh", ["Ban cán sự Đảng UBND", "các tổ chức cấp tỉnh"]),
        ("MTTQ và các tổ chức chính trị cấp tỉnh", ["MTTQ và các tổ chức chính trị cấp tỉnh"]),
        ("Sở Thông tin và Truyền thông", ["Sở Thông tin và Truyền thông"]),
        ("- Ban A\n- Văn phòng\nỦy ban", ["Ban A", "Văn phòng Ủy ban"]),
        ("Sở A\nSở B\nUBND các xã, phường", ["Sở A", "Sở B", "UBND các xã, phường"]),
        ("Sở Tài\nnguyên, Sở B và Sở C", ["Sở Tài nguyên", "Sở B", "Sở C"]),
        ("Ban cán sự Đảng\nUBND; các tổ chức\nchính trị", ["Ban cán sự Đảng UBND", "các tổ chức chính trị"]),
        ("Ủy ban Kiểm tra\nTỉnh ủy; các cơ quan", ["Ủy ban Kiểm tra Tỉnh ủy", "các cơ quan"]),
        ("Các sở, ban, ngành; UBND các xã, phường", ["Các sở, ban, ngành", "UBND các xã, phường"]),
    ],
)
def test_co_operators_are_parted_where_it_is_certain(text: str, names: list[str]) -> None:
    assert split_bodies(text)[0] == names


def test_a_doubtful_cell_of_co_operators_is_asked_about() -> None:
    assert split_bodies("Ban Thi đua, Sở Nội vụ; các cơ quan")[1] == [
        "“Ban Thi đua, Sở Nội vụ” là một hay nhiều đơn vị?"
    ]
    assert split_bodies("Ban cán sự và các tổ chức")[1]
    assert not split_bodies("Sở A; Sở B")[1]
    assert not split_bodies("Sở A và Sở B")[1]
    assert not split_bodies("Các sở, ban, ngành; UBND các xã, phường")[1]


@pytest.mark.parametrize(
    ("text", "lead", "helpers", "asked"),
    [
        ("Ban\nTổ chức - Văn phòng", "Ban Tổ chức - Văn phòng", [], False),
        ("Chủ trì: Ban A; phối hợp: Ban B, Sở C", "Ban A", ["Ban B", "Sở C"], False),
        ("Ban A chủ trì, phối hợp với Ban B", "Ban A", ["Ban B"], False),
        ("Ban A (chủ trì), Ban B (phối hợp)", "Ban A", ["Ban B"], False),
        ("Ban B; Ban A (chủ trì)", "Ban A", ["Ban B"], False),
        ("Ban A chủ trì phối hợp Ban B và Văn phòng", "Ban A", ["Ban B", "Văn phòng"], False),
        ("- Chủ trì: Ban B\n- Phối hợp: Ban A, Văn phòng", "Ban B", ["Ban A", "Văn phòng"], False),
        ("Ban A (chủ trì); Ban B, Văn phòng (phối hợp)", "Ban A", ["Ban B", "Văn phòng"], False),
        ("Ban A\n(phối hợp Ban B)", "Ban A", ["Ban B"], False),
        ("Ban A phối hợp với các ban", "Ban A", ["các ban"], False),
        ("Ban A, Ban B phối hợp", "Ban A", ["Ban B"], False),
        ("Ban A tham mưu", "Ban A", [], False),
        ("Ban A; Ban B", "Ban A", ["Ban B"], True),
        ("Ban A, Ban B", "Ban A", ["Ban B"], True),
        ("Ban A và Ban B", "Ban A", ["Ban B"], True),
        ("Ban A\nBan B", "Ban A", ["Ban B"], True),
        ("Ban A + Ban B", "Ban A", ["Ban B"], True),
        ("Các ban", "Các ban", [], True),
        ("Đ/c Hà", "Đ/c Hà", [], True),
        ("Đ/c Hà, Đ/c Nam", "Đ/c Hà", ["Đ/c Nam"], True),
        ("Ban Nội chính,\nTổ chức", "Ban Nội chính, Tổ chức", [], False),
        ("Ban Thường trực\nỦy ban MTTQ xã", "Ban Thường trực Ủy ban MTTQ xã", [], False),
        ("Văn phòng HĐND và UBND", "Văn phòng HĐND và UBND", [], False),
        ("Báo và Đài PT-TH tỉnh", "Báo và Đài PT-TH tỉnh", [], False),
        ("Báo Mẫu và Đài PT-TH tỉnh", "Báo Mẫu", ["Đài PT-TH tỉnh"], True),
        ("Chủ trì: Ban A; phối\nhợp: Ban B", "Ban A", ["Ban B"], False),
        ("Ban A chủ\ntrì, tham\nmưu; Ban B phối\nhợp", "Ban A", ["Ban B"], False),
        ("Ủy ban Kiểm tra\nĐoàn", "Ủy ban Kiểm tra Đoàn", [], False),
        ("Ban Xây dựng\nĐoàn, Trung tâm Thanh niên", "Ban Xây dựng Đoàn", ["Trung tâm Thanh niên"], True),
        ("Công an xã\nĐoàn", "Công an xã", ["Đoàn"], True),
        ("Cơ quan UBKT\nĐảng ủy", "Cơ quan UBKT Đảng ủy", [], False),
        ("Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND xã", [], False),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh", [], False),
        ("Thường trực HĐND và UBND xã", "Thường trực HĐND", ["UBND xã"], True),
        ("Ban A/Ban B", "Ban A", ["Ban B"], True),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch", [], False),
        ("", "", [], False),
    ],
)
def test_the_lead_is_taken_as_written_or_asked_for(text: str, lead: str, helpers: list[str], asked: bool) -> None:
    got = split_lead(text)
    assert (got[0], got[1], bool(got[2])) == (lead, helpers, asked)


def test_a_slash_says_who_leads_where_the_header_does() -> None:
    assert split_lead("Ban A / Ban B, Ban C", "Chủ trì/phối hợp") == ("Ban A", ["Ban B", "Ban C"], [])


def test_names_that_differ_by_one_letter_are_shown_to_a_clerk() -> None:
    assert look_alikes(["Ban Tuyên giáo", "Ban Tuyên gíao", "Ban Dân vận"]) == [("Ban Tuyên giáo", "Ban Tuyên gíao")]
    assert look_alikes(["Tổ đại biểu số 1", "Tổ đại biểu số 2"]) == []


def test_a_plan_of_persons_is_asked_about_once() -> None:
    asked = [split_lead(text, "Người thực hiện")[2] for text in ("Đ/c Hà", "Lê Nam", "Ban A")]
    assert [len(questions) for questions in asked] == [1, 1, 0]
    assert asked_of_persons(asked) == ["Cột bộ phận ghi tên người (2 dòng): mỗi việc thuộc bộ phận nào?"]
    assert asked == [[], [], []]
    assert asked_of_persons([split_lead("Đ/c Hà")[2], [], [], []]) == []
