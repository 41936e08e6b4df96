"""Reports of longer spans, minutes, the annex and the forms of Party and State, as an office reads them."""

from collections import Counter
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

import printing

Data = dict[str, Any]


def text_of(kind: str, data: Data, pages: Any, **options: Any) -> str:
    return " ".join(pages(printing.render(kind, data, **options)))


def test_a_report_of_a_half_year_speaks_of_its_span(report: Data, pages) -> None:
    text = text_of("report", report, pages)
    for said in (
        "BÁO CÁO Tình hình thực hiện chương trình công tác 6 tháng đầu năm 2026",
        "báo cáo tình hình thực hiện nhiệm vụ 6 tháng đầu năm 2026 như sau:",
        "quá hạn: 05 nhiệm vụ (31–120 ngày: 04; trên 120 ngày: 01);",
        "II. KẾT QUẢ TRONG 6 THÁNG",
        "1. Hoàn thành trong 6 tháng: 0 nhiệm vụ",
        "III. NHIỆM VỤ ĐẾN HẠN TRONG 6 THÁNG CUỐI NĂM 2026",
        "Nhiệm vụ quá hạn theo số ngày quá hạn: Bộ phận tham mưu 1–7 ngày",
        "chương trình công tác 6 tháng đầu năm 2026./.",
    ):
        assert said in text, said


def test_what_is_compared_is_said_in_one_sentence(digest: Data, pages) -> None:
    both = {**digest, "rate": 40.0, "rate_before": 45.5, "rate_last_year": 38.0, "on_time_rate": 75.0}
    assert (
        "Tỷ lệ hoàn thành: 40,0%, giảm 5,5 điểm phần trăm so với tháng trước (45,5%); tăng 2,0 điểm phần trăm so với"
        " cùng kỳ năm trước (38,0%). Trong số nhiệm vụ đã hoàn thành, đúng hạn chiếm 75,0%."
    ) in text_of("digest", both, pages)
    last_year = {**digest, "rate": 40.0, "rate_before": None, "rate_last_year": 40.0}
    assert "Tỷ lệ hoàn thành: 40,0%, bằng cùng kỳ năm trước." in text_of("digest", last_year, pages)


def test_sections_are_numbered_as_they_come(digest: Data, pages) -> None:
    target = {"number": "3", "text": "100% khu dân cư tổ chức Ngày hội", "level": "", "due": "quý II"}
    target["day"] = "2026-06-30"
    text = text_of("digest", {**digest, "targets": [target], "remarks": "Chủ động rà soát.\n\nĐề nghị chỉ đạo."}, pages)
    assert "IV. CHỈ TIÊU ĐẾN HẠN Các chỉ tiêu có thời hạn trong tháng 5/2026 và trong tháng 6/2026:" in text
    assert "3 100% khu dân cư tổ chức Ngày hội quý II 30/06/2026" in text
    assert "V. NHẬN XÉT, KIẾN NGHỊ Chủ động rà soát." in text and "Đề nghị chỉ đạo. " in text
    text = text_of("digest", {**digest, "remarks": "Chủ động rà soát."}, pages)
    assert "IV. NHẬN XÉT, KIẾN NGHỊ" in text


def test_minutes_leave_room_for_who_was_there_and_tell_each_decision(minutes: Data, pages) -> None:
    text = text_of("minutes", minutes, pages)
    for said in (
        "BIÊN BẢN Rà soát nhiệm vụ quá hạn ngày 11/05/2026",
        "Thời gian bắt đầu: ngày 11 tháng 5 năm 2026, lúc",
        "Rà soát 03 nhiệm vụ quá hạn theo Chương trình công tác năm 2026 (số 01/CTr-MTTQ ngày 05/01/2026)",
        "- Gửi văn bản đôn đốc: 01 nhiệm vụ;",
        "- Chưa kết luận: 01 nhiệm vụ.",
        "(quá hạn 41 ngày) Gia hạn đến ngày 29/05/2026. Chờ số liệu của các xã. Gửi văn bản đôn đốc.",
        "Chuyển bộ phận: Ban Tổ chức - Tuyên giáo. Phân công lại.",
        "THƯ KÝ CHỦ TRÌ",
        "- Thành phần dự họp; - Lưu: VT, VP.",
    ):
        assert said in text, said
    assert "Chủ trì: ...." in text.replace("Chủ trì:....", "Chủ trì: ....")
    assert "Mẫu, ngày" not in text


def test_a_decision_of_another_kind_is_a_note(minutes: Data, pages) -> None:
    line = {**minutes["items"][0], "decisions": [{"kind": "sung", "to": "", "why": "Đã trao đổi trực tiếp"}]}
    assert "Ghi nhận. Đã trao đổi trực tiếp." in text_of("minutes", {**minutes, "items": [line]}, pages)


def test_a_review_without_late_work_has_minutes_too(minutes: Data, pages) -> None:
    text = text_of("minutes", {**minutes, "items": [], "ages": [0] * 4, "plans": []}, pages)
    assert "Tại ngày rà soát không có nhiệm vụ nào quá hạn." in text
    assert "KẾT LUẬN" not in text


def test_the_annex_has_the_plans_columns_with_what_stands_now(annex: Data, pages) -> None:
    text = text_of("annex", annex, pages)
    for said in (
        "PHỤ LỤC Tiến độ thực hiện Chương trình công tác năm 2026 (số 01/CTr-MTTQ ngày 05/01/2026)",
        "(Tính đến hết ngày 11/05/2026)",
        "Tổng số 10 nhiệm vụ: hoàn thành 0;",
        "Tháng 5,11 Tháng 6,12 Lần 1: Trình: 29/05/2026; Thực hiện: 30/06/2026",
        "Lần 2: Trình: 30/11/2026; Thực hiện: 31/12/2026",
        "Thực hiện: từ 01/08/2026",
        "Thực hiện: chưa xác định",
        "Chưa triển khai (quá hạn 41 ngày)",
        "Chưa triển khai (sắp đến hạn)",
    ):
        assert said in text, said


def test_the_annex_keeps_what_stood_beside_a_row(annex: Data, pages) -> None:
    row = {**annex["rows"][0], "extras": {"Sản phẩm": "Báo cáo sơ kết", "Ghi chú": "Theo hướng dẫn của cấp trên"}}
    text = text_of("annex", {**annex, "rows": [row]}, pages)
    assert "Sản phẩm: Báo cáo sơ kết" in text
    assert "Ghi chú: Theo hướng dẫn của cấp trên" in text


def test_an_annex_that_was_frozen_without_them_prints_as_it_was(annex: Data, pages) -> None:
    rows = [{key: value for key, value in row.items() if key != "extras"} for row in annex["rows"]]
    assert "Ghi chú" not in text_of("annex", {**annex, "rows": rows}, pages)


@pytest.mark.parametrize("kind", printing.KINDS)
def test_a_paper_that_replaces_another_says_so(kind: str, request: pytest.FixtureRequest, pages) -> None:
    data = {**request.getfixturevalue(kind), "replaces": {"code": "14/BC-MTTQ-BTT", "issued_on": "2026-05-30"}}
    assert "(Thay thế văn bản số 14/BC-MTTQ-BTT ngày 30/05/2026)" in text_of(kind, data, pages)


def test_the_partys_form_has_its_own_blocks(reminder: Data, pages) -> None:
    form = {
        "head": "party", "said_number": "Số %(code)s", "on_behalf": "T/M %(body)s", "ends": [",", "."],
        "issuer": ["Văn phòng"], "superior": ["Tỉnh ủy Mẫu"], "body": "BAN THƯỜNG VỤ", "signer": ["PHÓ BÍ THƯ"],
    }  # fmt: skip
    data = {**reminder, "code": "402-CV/VPTU", "letterhead": {**reminder["letterhead"], **form}}
    text = text_of("reminder", data, pages)
    assert "TỈNH ỦY MẪU VĂN PHÒNG * Số 402-CV/VPTU" in text
    assert "ĐẢNG CỘNG SẢN VIỆT NAM Mẫu, ngày 11 tháng 5 năm 2026" in text
    assert "CỘNG HÒA" not in text
    assert "- Như trên, - Ban Thường trực (để báo cáo), - Lưu: VT, VP." in text
    assert "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ" in text


def test_the_offices_own_signature_and_recipients_stand_as_it_wrote_them(reminder: Data, pages) -> None:
    own = {
        "recipients": [{"text": "- {bộ phận};", "own": True}, {"text": "Lưu: VT", "own": True}],
        "signature": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "signatory": "Họ Và Tên",
    }  # fmt: skip
    text = text_of("reminder", {**reminder, "letterhead": {**reminder["letterhead"], **own}}, pages)
    assert "Nơi nhận: - Ban Dân chủ - Pháp luật; - Lưu: VT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Họ Và Tên" in text
    assert "TM. BAN" not in text


def test_data_that_were_frozen_in_earlier_days_still_print(digest: Data, reminder: Data, pages) -> None:
    """As they were kept before reports had spans, ages, charts by month and forms."""
    kept = ("superior", "issuer", "name", "body", "speaker", "place", "signer")
    head = {key: digest["letterhead"][key] for key in kept}
    new = ("period", "next_period", "ages", "months", "targets", "remarks", "rate_last_year", "on_time_rate")
    old = {key: value for key, value in digest.items() if key not in new}
    old |= {"letterhead": head, "month": "2026-05", "next_month": "2026-06"}
    old["boards"] = [{key: value for key, value in one.items() if key != "ages"} for one in digest["boards"]]
    text = text_of("digest", old, pages)
    assert "công tác tháng 5/2026" in text and "ĐẾN HẠN TRONG THÁNG 6/2026" in text
    assert "- Ban Thường trực (để báo cáo); - Các ban, bộ phận tham mưu; - Lưu: VT, VP." in text
    assert "theo tháng" not in text
    assert "TM. BAN THƯỜNG TRỰC" in text_of("reminder", {**reminder, "letterhead": head}, pages)


def test_type_and_margins_are_those_that_the_office_chose(reminder: Data) -> None:
    chosen = {**reminder["letterhead"], "margins": [25, 15, 20, 35], "size": 13}
    (usual, own) = (
        _sizes(printing.render("reminder", data)) for data in (reminder, {**reminder, "letterhead": chosen})
    )
    assert [round(b - a) for a, b in zip(usual, own, strict=True)] == [14, 14, -1]  # 5 mm are 14 points


def _sizes(pdf: bytes) -> tuple[float, float, float]:
    """Where the text begins from the top and from the left, and the size of most of it, in points."""
    with pdfplumber.open(BytesIO(pdf)) as found:
        letters = found.pages[0].chars
    size = Counter(round(one["size"]) for one in letters).most_common(1)[0][0]
    return min(one["top"] for one in letters), min(one["x0"] for one in letters), size
