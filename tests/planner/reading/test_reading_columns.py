"""Headers by what they mean: the table of wordings."""

import pytest

from planner.reading.columns import column_of

WORDINGS = {
    "number": ["STT", "TT", "Số TT", "S.T.T", "Số thứ tự", "Stt."],
    "title": [
        "Nội dung",
        "NỘI DUNG CÔNG VIỆC",
        "Nhiệm vụ",
        "Nội dung nhiệm vụ",
        "Tên công việc",
        "Đầu việc",
        "Nội dung chương trình",
        "Tên văn bản",
        "Nội dung thực hiện",
        "Nội dung hoạt động",
        "Nội dung phối hợp",
        "Nội dung kiểm tra, giám sát",
        "Nhiệm vụ, giải pháp",
        "Các hoạt động",
        "Tên đề án, văn bản",
        "Nội dung trình",
    ],
    "board": [
        "BỘ PHẬN\nTHAM MƯU",
        "Tổ chức, cơ quan chủ trì",
        "Cơ quan chủ trì",
        "Đơn vị thực hiện",
        "Bộ phận phụ trách",
        "Ban phụ trách",
        "Người thực hiện",
        "Phân công thực hiện",
        "Đơn vị chủ trì, tham mưu",
        "Bộ phận thực hiện",
        "Đơn vị",
        "Cơ quan soạn thảo",
        "Người chịu trách nhiệm",
        "Cơ quan chuẩn bị nội dung",
        "Lãnh đạo BTT phụ trách",
        "Họ và tên",
    ],
    "cooperating": [
        "Phối hợp",
        "Cơ quan phối hợp",
        "Tổ chức, cơ quan phối hợp (hoặc tham gia thực hiện)",
        "Đơn vị phối hợp thực hiện",
    ],
    "submit": ["Trình", "Thời gian trình", "Tháng trình", "Thời gian trình BTT", "Trình duyệt", "Thời gian ban hành"],
    "execute": [
        "Thực hiện",
        "Thời gian",
        "THỜI GIAN THỰC HIỆN",
        "Tiến độ",
        "Thời gian tổ chức",
        "Tiến độ thực hiện",
        "Thời gian thực hiện, hoàn thành",
        "Thời gian, địa điểm",
        "Tháng",
        "Thời điểm",
        "Tuần",
        "Năm thực hiện",
    ],
    "start": ["Thời gian bắt đầu", "Bắt đầu", "Ngày bắt đầu"],
    "finish": ["Thời gian hoàn thành", "Hoàn thành", "Kết thúc", "Thời hạn", "Hạn hoàn thành", "Ngày kết thúc"],
    "product": ["Sản phẩm", "Sản phẩm đầu ra", "Hình thức văn bản"],
    "note": ["Ghi chú", "Kinh phí", "Địa điểm", "Kết quả", "Đơn vị tính", "Chức vụ", "Thành tiền"],
    "both": ["Chủ trì, phối hợp"],
}


@pytest.mark.parametrize(("role", "header"), [(role, text) for role, texts in WORDINGS.items() for text in texts])
def test_a_header_is_recognised_by_its_meaning(role: str, header: str) -> None:
    for text in (header, header.upper(), f" {header}: "):
        column = column_of([text])
        assert column and column.role == role


@pytest.mark.parametrize(
    ("parts", "role"),
    [
        (["THỜI GIAN", "Trình"], "submit"),
        (["THỜI GIAN", "Thực hiện"], "execute"),
        (["Thời gian", "Bắt đầu"], "start"),
        (["Thời gian thực hiện", "Kết thúc"], "finish"),
        (["Thời gian", "Tổ chức"], "execute"),
        (["Thời gian", "Từ"], "start"),
        (["Thời gian trình", "Ban Thường vụ"], "submit"),
        (["Thời gian", "Đến"], "finish"),
        (["Đơn vị thực hiện", "Chủ trì"], "board"),
        (["Đơn vị thực hiện", "Phối hợp"], "cooperating"),
    ],
)
def test_a_sub_header_is_understood_under_the_one_above_it(parts: list[str], role: str) -> None:
    column = column_of(parts)
    assert column and column.role == role


@pytest.mark.parametrize("text", ["Tổng số", "Năm", "Tỷ lệ (%)", "Ngày sinh", "Số ngày", "", "   "])
def test_other_headers_are_nothing(text: str) -> None:
    assert column_of([text]) is None
