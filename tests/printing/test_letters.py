"""The letters as an office reads them: right words in right Vietnamese, in the blocks that Decree 30/2020 asks for."""

import hashlib
import unicodedata
from io import BytesIO
from typing import Any

import pikepdf
import pytest

import printing

Data = dict[str, Any]


def test_a_digest_says_its_counts_and_each_list_after_its_count(digest: Data, pages) -> None:
    text = " ".join(pages(printing.render("digest", digest)))
    for said in (
        "ỦY BAN TRUNG ƯƠNG MTTQ VIỆT NAM",
        "ỦY BAN MTTQ VIỆT NAM TỈNH MẪU BAN THƯỜNG TRỰC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Số: 15/BC-MTTQ-BTT",
        "Mẫu, ngày 01 tháng 6 năm 2026",
        "BÁO CÁO Tình hình thực hiện chương trình công tác tháng 5/2026",
        "Thực hiện Chương trình công tác năm 2026 (số 01/CTr-MTTQ ngày 05/01/2026), Ban Thường trực báo cáo",
        "Tính đến hết ngày 31/05/2026, tổng số nhiệm vụ theo dõi trong năm: 10 nhiệm vụ; trong đó:",
        "- Đã hoàn thành: 01 nhiệm vụ (đúng hạn 0, quá hạn 01);",
        "Tỷ lệ hoàn thành: 10,0%, tăng 10,0 điểm phần trăm so với tháng trước (0,0%).",
        "1. Hoàn thành trong tháng: 01 nhiệm vụ",
        "Đã tổ chức, 120 đại biểu dự",
        "4. Tạm hoãn: 01 nhiệm vụ",
        "Chờ hướng dẫn của Trung ương",
        "5. Điều chỉnh trong tháng: 01 lượt",
        "Thực hiện: Tháng 5 → Tháng 7/2026 Kỳ họp lùi sang tháng 7",
        "III. NHIỆM VỤ ĐẾN HẠN TRONG THÁNG 6/2026",
        "tháng 5/2026./. Nơi nhận: - Ban Thường trực (để báo cáo); - Các ban, bộ phận tham mưu; - Lưu: VT, VP.",
        "TM. BAN THƯỜNG TRỰC CHỦ TỊCH",
    ):
        assert said in text, said


def test_a_reminder_says_what_is_late_and_asks_for_an_answer_by_a_day(reminder: Data, pages) -> None:
    text = " ".join(pages(printing.render("reminder", reminder)))
    for said in (
        "Số: 16/MTTQ-BTT V/v đôn đốc thực hiện nhiệm vụ theo chương trình công tác",
        "Mẫu, ngày 11 tháng 5 năm 2026",
        "Kính gửi: Ban Dân chủ - Pháp luật",
        "Tuy nhiên, đến nay (ngày 11/05/2026) còn 01 nhiệm vụ đã quá hạn. Ngoài ra, có 01 nhiệm vụ sắp đến hạn.",
        "31/03/2026 Quá hạn 41 ngày",
        "Trước ngày 16/5/2026 15/05/2026 Còn 4 ngày",
        "Ban Thường trực trân trọng đề nghị Ban Dân chủ - Pháp luật khẩn trương thực hiện",
        "về Văn phòng trước ngày 14/05/2026 để tổng hợp.",
        "của đơn vị./.",
        "Nơi nhận: - Như trên;",
    ):
        assert said in text, said


@pytest.mark.parametrize("kind", printing.KINDS)
def test_what_copies_out_is_composed_vietnamese(kind: str, request: pytest.FixtureRequest, pages) -> None:
    text = "".join(pages(printing.render(kind, request.getfixturevalue(kind))))
    assert unicodedata.is_normalized("NFC", text)
    assert not [c for c in text if unicodedata.category(c) in ("Co", "Cn") or c == "\ufffd"]


@pytest.mark.parametrize("kind", printing.KINDS)
def test_the_same_data_gives_the_same_bytes(kind: str, request: pytest.FixtureRequest) -> None:
    data = request.getfixturevalue(kind)
    once, again = (hashlib.sha256(printing.render(kind, data)).digest() for _ in range(2))
    assert once == again
    assert hashlib.sha256(printing.render(kind, {**data, "code": "17/MTTQ"})).digest() != once


@pytest.mark.parametrize("kind", printing.KINDS)
def test_a_letter_is_tagged_and_names_its_language_and_title(kind: str, request: pytest.FixtureRequest) -> None:
    data = request.getfixturevalue(kind)
    with pikepdf.open(BytesIO(printing.render(kind, data))) as pdf:
        assert str(pdf.Root.Lang) == "vi"
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == data["title"]
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
        assert all("Tinos" in name for name in fonts), fonts
        width, height = (float(v) for v in pdf.pages[0].MediaBox[2:])
        assert sorted((round(width), round(height)), reverse=kind == "annex") == [round(width), round(height)]
        assert {round(width), round(height)} == {595, 842}


def test_two_hundred_items_run_over_pages_with_their_heading_and_number(reminder: Data, pages) -> None:
    item = reminder["items"][0]
    items = [{**item, "title": f"Nhiệm vụ thứ {n} " + "rất dài " * (n % 25), "number": str(n)} for n in range(1, 201)]
    read = pages(printing.render("reminder", {**reminder, "items": items}))
    assert len(read) > 10
    heading = "TT Nhiệm vụ Mốc Theo kế hoạch Hạn Tình trạng"
    with_rows = [page for page in read if "(mục " in page]
    assert all(heading in page for page in with_rows)
    numbered = [page.startswith(f"{n} ") or page.endswith(f" {n}") for n, page in enumerate(read, 1)]
    assert numbered == [False] + [True] * (len(read) - 1)
    for n in range(1, 201):  # no row is cut in two: its title and its place in the plan stand on one page
        assert [page for page in read if f"Nhiệm vụ thứ {n} " in page] == [p for p in read if f"(mục {n})" in p]


def test_a_month_without_anything_is_a_letter_of_one_page(digest: Data, pages) -> None:
    lists = {
        key: [] for key in ("done", "in_hand", "overdue", "postponed", "moved", "due_next", "boards", "plans", "months")
    }
    nothing = {**digest, **lists, "counts": dict.fromkeys(digest["counts"], 0), "rate": None, "rate_before": None}
    (page,) = pages(printing.render("digest", nothing))
    assert "2. Đang thực hiện, trong hạn: 0 nhiệm vụ" in page
    assert "Không có mốc nhiệm vụ nào đến hạn trong tháng 6/2026." in page
    assert "Tỷ lệ" not in page


def test_what_people_wrote_stays_text(digest: Data, pages) -> None:
    hostile = "<img src=http://127.0.0.1:9/x> <b>đậm</b> & 100% %(code)s {{ sheet }} <!--"
    line = {**digest["overdue"][0], "title": hostile, "board": "</table><h1>"}
    plan = {"title": hostile, "number": "1", "issued_on": None, "type": None}
    text = " ".join(pages(printing.render("digest", {**digest, "in_hand": [line], "plans": [plan]})))
    assert text.replace(" ", "").count(hostile.replace(" ", "")) == 2
    assert "</table><h1>" in text


def test_a_word_without_blanks_stays_inside_its_column(reminder: Data, pages) -> None:
    item = {**reminder["items"][0], "title": "a" * 300}
    text = " ".join(pages(printing.render("reminder", {**reminder, "items": [item]})))
    assert text.replace(" ", "").count("a" * 300) == 1


def test_a_plan_in_capitals_is_called_by_its_number(reminder: Data, pages) -> None:
    plan = {"title": "CHƯƠNG TRÌNH", "number": "10/CTr-MTTQ", "issued_on": "2023-01-12", "type": "Chương trình"}
    text = " ".join(pages(printing.render("reminder", {**reminder, "plans": [plan]})))
    assert "Thực hiện Chương trình số 10/CTr-MTTQ ngày 12/01/2023, Ban" in text


def test_a_kind_that_is_not_there_is_no_letter(digest: Data) -> None:
    with pytest.raises(ValueError, match="no such kind"):
        printing.render("../letter", digest)
