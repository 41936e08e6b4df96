"""Dated work in running text: what is done and when; the days of papers, feasts and the past are not its time."""

import pytest

from planner.period import Years
from planner.reading.activities import read_activities
from planner.reading.formats.blocks import Paragraph
from planner.reading.outline import read_outline


def dated(*lines: str) -> list[tuple[str, str]]:
    outline = read_outline([Paragraph(text) for text in ("I. NHIỆM VỤ", *lines)])
    return [(one.title, one.period.text) for one in read_activities(outline, Years(2026, 2026))]


@pytest.mark.parametrize(
    ("sentence", "work"),
    [
        ("Tổ chức hội thi (5/2026).", [("Tổ chức hội thi", "5/2026")]),
        ("Giám sát đất đai (Quý II/2026); phản biện dự thảo (9/2026).",
         [("Giám sát đất đai", "Quý II/2026"), ("phản biện dự thảo", "9/2026")]),
        ("Hoàn thành báo cáo trước ngày 05/12/2026.", [("Hoàn thành báo cáo", "trước ngày 05/12/2026")]),
        ("Thành lập Ban Tổ chức xong trước 31/3.", [("Thành lập Ban Tổ chức", "xong trước 31/3")]),
        ("Chấm thi: Hoàn thành trước ngày 20/6/2026.", [("Chấm thi", "trước ngày 20/6/2026")]),
        ("Sơ kết vào quý II, tổng kết vào tháng 12.", [("Sơ kết, tổng kết", "vào quý II; vào tháng 12")]),
        ("Tháng 6/2026: Tổ chức lễ ra quân.", [("Tổ chức lễ ra quân", "Tháng 6/2026")]),
        ("Từ ngày 01/6 đến ngày 15/8/2026: Cao điểm.", [("Cao điểm", "Từ ngày 01/6 đến ngày 15/8/2026")]),
        ("Trao giải: ngày 20/10/2026, tại Nhà văn hóa.", [("Trao giải", "ngày 20/10/2026")]),
        ("Gửi báo cáo trước ngày 10/6 về Ban Thường trực.",
         [("Gửi báo cáo về Ban Thường trực", "trước ngày 10/6")]),
        ("Tập huấn 02 đợt (đợt 1: tháng 3/2026; đợt 2: tháng 9/2026).",
         [("Tập huấn 02 đợt (đợt 1, đợt 2)", "tháng 3/2026; tháng 9/2026")]),
        ("Quý IV: Sơ kết, báo cáo Đảng ủy trước ngày 10 tháng 12.",
         [("Sơ kết", "Quý IV"), ("báo cáo Đảng ủy", "trước ngày 10 tháng 12")]),
        ("Cuộc thi viết (phát động tháng 3/2026, tổng kết tháng 11/2026).",
         [("Cuộc thi viết (phát động, tổng kết)", "tháng 3/2026; tháng 11/2026")]),
        ("Gửi báo cáo trước ngày 05 hằng tháng.", [("Gửi báo cáo", "trước ngày 05 hằng tháng")]),
        ("Góp ý dự thảo: trước kỳ họp tháng 7/2026.", []),
        ("Tổng kết Đề án tháng 11/2026.", [("Tổng kết Đề án", "tháng 11/2026")]),
        ("Viếng nghĩa trang ngày 26/7/2026.", [("Viếng nghĩa trang", "ngày 26/7/2026")]),
        ("Thời gian: các tổ họp dân từ ngày 02/3 đến 08/3; tổ điểm họp ngày 01/3/2026.",
         [("Thời gian: các tổ họp dân", "từ ngày 02/3 đến 08/3"), ("tổ điểm họp", "ngày 01/3/2026")]),
        ("Ra quân dọn vệ sinh vào ngày 22/3.", [("Ra quân dọn vệ sinh", "vào ngày 22/3")]),
        ("Lễ ra mắt: 14 giờ 30 phút, ngày 20/8/2026 (thứ Năm) tại Nhà văn hóa.",
         [("Lễ ra mắt", "14 giờ 30 phút, ngày 20/8/2026")]),
        ("Khai mạc lúc 7h30 ngày 15/5/2026 tại Hội trường.", [("Khai mạc tại Hội trường", "lúc 7h30 ngày 15/5/2026")]),
        ("Lễ phát động: 7h30, thứ Sáu ngày 24/4/2026.", [("Lễ phát động", "7h30, thứ Sáu ngày 24/4/2026")]),
        ("Chi hội báo cáo hằng tháng (trước ngày 20).", [("Chi hội báo cáo", "hằng tháng (trước ngày 20)")]),
        ("Gửi báo cáo trước ngày 25 tháng cuối quý.", [("Gửi báo cáo", "trước ngày 25 tháng cuối quý")]),
        ("Gặp mặt kỷ niệm 20/10, thời gian: chiều 19/10/2026.", [("Gặp mặt kỷ niệm 20/10", "chiều 19/10/2026")]),
        ("Văn nghệ: tối ngày 17/11/2026.", [("Văn nghệ", "tối ngày 17/11/2026")]),
        ("Nộp bài trước 17 giờ 00 ngày 15/8/2026.", [("Nộp bài", "trước 17 giờ 00 ngày 15/8/2026")]),
        ("Đợt 1 (tháng 3/2026): thăm hỏi hộ nghèo; đợt 2 (tháng 9/2026): thăm hỏi người có công.",
         [("Đợt 1: thăm hỏi hộ nghèo", "tháng 3/2026"), ("đợt 2: thăm hỏi người có công", "tháng 9/2026")]),
        ("Mít tinh hưởng ứng Ngày Môi trường ngày 05/6.", []),
        ("Làm theo văn bản của Sở ngày 12/01/2026.", []),
        ("Ban Thanh tra định kỳ hằng quý họp rút kinh nghiệm.",
         [("Ban Thanh tra họp rút kinh nghiệm", "định kỳ hằng quý")]),
        ("Mức thu hằng tháng báo cáo Hội đồng quyết định.", []),
        ("Mở trại từ 02 đến 11/8.", [("Mở trại", "từ 02 đến 11/8")]),
        ("Tuần lễ sách (từ 20 đến 26/4).", [("Tuần lễ sách", "từ 20 đến 26/4")]),
        ("Đạt chuẩn (từ 3 đến 4/5 tiêu chí).", []),
        ("Phát hành Bản tin hằng quý.", [("Phát hành Bản tin", "hằng quý")]),
        ("Tổng hợp, báo cáo hằng quý về Ban Thường trực.",
         [("Tổng hợp, báo cáo về Ban Thường trực", "hằng quý")]),
        ("Giao ban hằng quý với các huyện, thành phố.", [("Giao ban với các huyện, thành phố", "hằng quý")]),
        ("Hằng tháng, Ban họp giao ban.", [("Ban họp giao ban", "Hằng tháng")]),
        ("Tiếp dân vào thứ Năm tuần thứ hai hằng tháng.", [("Tiếp dân", "vào thứ Năm tuần thứ hai hằng tháng")]),
        ("Hội trại (dự kiến 02 ngày, 25 - 26/02/2026).", [("Hội trại", "25 - 26/02/2026")]),
        ("Bầu cử ngày 15/3/2026 và tổng kết bầu cử trong tháng 4.",
         [("Bầu cử", "ngày 15/3/2026"), ("tổng kết bầu cử", "trong tháng 4")]),
        ("Thu Quỹ từ tháng 5, kết thúc trước 27/7.",
         [("Thu Quỹ", "từ tháng 5"), ("Thu Quỹ: kết thúc", "trước 27/7")]),
        ("Duy trì sinh hoạt chi hội hằng tháng.", []),
        ("Thực hiện chế độ báo cáo hằng tháng.", []),
        ("Định kỳ hằng tháng, quý, năm báo cáo kết quả.", []),
        ("Quyết toán năm 2025 xong trước ngày 31/3/2026.", [("Quyết toán năm 2025", "xong trước ngày 31/3/2026")]),
        ("Năm 2025, hội nghị họp vào tháng 7.", []),
        ("Ra quân vệ sinh vào tháng 6, tháng 9 và tháng 12.",
         [("Ra quân vệ sinh", "vào tháng 6, tháng 9 và tháng 12")]),
        ("Thực hiện Nghị quyết số 43-NQ/TW ngày 24/11/2026 của Trung ương.", []),
        ("Kỷ niệm 96 năm Ngày thành lập (18/11/1930 - 18/11/2026).", []),
        ("Ngày hội Đại đoàn kết toàn dân tộc (ngày 18/11).", []),
        ("Quyết định này có hiệu lực kể từ ngày 01/3/2026.", []),
        ("Phạm vi: từ ngày 01/7/2026 đến ngày 30/9/2026.", []),
        ("Đến ngày 30/11/2025 kiểm tra 9 đơn vị.", []),
        ("Xây dựng báo cáo tháng 5/2026.", []),
        ("Thực hiện Đề án giai đoạn 2021 - 2026.", []),
    ],
)  # fmt: skip
def test_the_work_and_its_time(sentence: str, work: list[tuple[str, str]]) -> None:
    assert dated(f"1. {sentence}") == work


def test_a_time_of_its_own_is_that_of_the_item_above() -> None:
    assert dated("1. Tập huấn nghiệp vụ", "- Số lượng: 02 lớp.", "- Thời gian: Tháng 5 và tháng 9/2026.") == [
        ("Tập huấn nghiệp vụ", "Tháng 5 và tháng 9/2026")
    ]


def test_how_often_an_aim_is_kept_is_no_work() -> None:
    assert dated("1. Mục tiêu", "- Mỗi quý tổ chức 01 buổi sinh hoạt.", "2. Việc khác") == []


def test_the_term_of_a_target_is_no_work() -> None:
    assert dated("II. CHỈ TIÊU", "1. Hỗ trợ 450 nhà trước ngày 30/10/2026.") == []


def test_each_activity_keeps_its_sentence_and_where_it_stands() -> None:
    outline = read_outline([Paragraph("II. NHIỆM VỤ", "Dòng 1"), Paragraph("1. Tuyên truyền"),
                            Paragraph("- Tổ chức hội thi (tháng 5), báo cáo.", "Dòng 3")])  # fmt: skip
    (found,) = read_activities(outline, Years(2026, 2026))
    assert (found.text, found.source, found.section) == (
        "Tổ chức hội thi (tháng 5), báo cáo.", "Dòng 3", "NHIỆM VỤ › Tuyên truyền",
    )  # fmt: skip


def test_a_long_title_is_cut_at_the_end_of_a_clause_and_the_whole_stays_beside_it() -> None:
    sentence = "Các tổ " + "lập danh sách người được nhận quà, " * 12 + "gửi về phường trước ngày 15/01/2026."
    outline = read_outline([Paragraph("I. NHIỆM VỤ"), Paragraph(f"1. {sentence}")])
    (one,) = read_activities(outline, Years(2026, 2026))
    assert one.text == sentence and one.period.text == "trước ngày 15/01/2026"
    assert len(one.title) <= 300 and one.title.endswith("lập danh sách người được nhận quà…")
