"""The text of the sample programme, in the form of the real ones: a heading, targets, and a plan table with tabs."""

from datetime import date, timedelta

OFFICE = "Ủy ban MTTQ Việt Nam tỉnh Mẫu"

_HEADING = """\
CHƯƠNG TRÌNH
Phối hợp và thống nhất hành động năm {y}
Căn cứ Chương trình hành động của Ủy ban MTTQ tỉnh Mẫu; định hướng công tác Mặt trận năm {y};
Ủy ban MTTQ tỉnh xây dựng Chương trình phối hợp và thống nhất hành động năm {y}, như sau:
I. NHIỆM VỤ TRỌNG TÂM
1. Tuyên truyền, vận động các tầng lớp Nhân dân thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội.
2. Thực hiện tốt công tác giám sát, phản biện xã hội; tham gia xây dựng Đảng, xây dựng chính quyền.
II. MỘT SỐ CHỈ TIÊU CƠ BẢN
1. 100% khu dân cư tổ chức Ngày hội Đại đoàn kết toàn dân tộc.
2. Hỗ trợ làm mới và sửa chữa 120 nhà đại đoàn kết cho hộ nghèo (trong đó làm mới 80 nhà, sửa chữa 40 nhà).
3. Cấp tỉnh thực hiện ít nhất 2 cuộc giám sát; cấp xã chủ trì thực hiện ít nhất 1 cuộc giám sát/đơn vị.
4. Phấn đấu tỷ lệ hòa giải thành ở cơ sở đạt từ 85% trở lên.
5. 90% Ban Công tác Mặt trận ở khu dân cư đạt loại tốt trở lên.
III. TỔ CHỨC THỰC HIỆN
1. Các ban chuyên môn chủ động tham mưu, xây dựng kế hoạch thực hiện.
KẾ HOẠCH
THỰC HIỆN CHƯƠNG TRÌNH PHỐI HỢP VÀ THỐNG NHẤT HÀNH ĐỘNG NĂM {y}
(kèm theo Chương trình số 01/CTr-MTTQ, ngày 05/12/{p} của Ủy ban MTTQ Việt Nam tỉnh Mẫu)
"""

TABLE_HEAD = "Số TT\tNỘI DUNG CÔNG VIỆC\tBỘ PHẬN THAM MƯU\tPHỐI HỢP\tTrình\tThực hiện"

_PT, _DC, _TC, _TG = (
    "Ban Phong trào",
    "Ban Dân chủ - Pháp luật",
    "Ban Tổ chức - Văn phòng",
    "Ban Tuyên giáo - Đối ngoại",
)  # fmt: skip

# (task, board, submit, execute, habit). The habit says how the board lives with it: see habits.py.
ROWS = (
    ("Báo cáo tổng kết công tác Mặt trận năm {p}", _TC, "Tháng 12/{p}", "Tháng 12/{p}", "steady"),
    ("Hướng dẫn tuyên truyền công tác Mặt trận năm {y}", _TG, "Trước ngày 12/12/{p}", "Trước ngày 20/12/{p}", "late"),
    ("Kế hoạch rà soát quy chế phối hợp với các tổ chức thành viên", _DC, "Tháng 12/{p}", "Tháng 3", "stuck"),
    ("Theo dõi, tổng hợp tình hình các tầng lớp Nhân dân", _TG, "", "Từ tháng 12/{p}", "running"),
    ("Kế hoạch tổ chức Tết vì người nghèo năm {y}", _PT, "Tháng 12/{p}", "Tháng 01", "steady"),
    ("Kế hoạch giám sát, phản biện xã hội năm {y}", _DC, "Tháng 01", "Theo kế hoạch", "steady"),
    ("Kế hoạch phát động thi đua chào mừng các ngày lễ lớn", _PT, "Tháng 01", "Tháng 2", "late"),
    ("Kế hoạch tập huấn nghiệp vụ công tác Mặt trận năm {y}", _TC, "Tháng 02", "Tháng 4", "steady"),
    ("Kế hoạch tổ chức hội nghị đối thoại với Nhân dân", _DC, "Tháng 02", "Tháng 4", "returned"),
    ("Kế hoạch tuyên truyền phòng, chống rác thải nhựa ở khu dân cư", _PT, "Tháng 3", "Tháng 6", "steady"),
    ("Hướng dẫn bình xét khu dân cư tiêu biểu", _PT, "Tháng 3", "Quý II", "late"),
    ("Kế hoạch gặp mặt người có uy tín trong đồng bào dân tộc thiểu số", _DC, "Tháng 4", "Tháng 5", "steady"),
    ("Kế hoạch tổ chức Hội thi cán bộ Mặt trận cơ sở giỏi", _TC, "Tháng 4", "Từ tháng 8", "steady"),
    ("Hội nghị Ủy ban MTTQ tỉnh, kỳ giữa năm và cuối năm", _TC, "Tháng 5,11", "Tháng 6,12", "steady"),
    ("Thông báo MTTQ tham gia xây dựng chính quyền 6 tháng, năm {y}", _DC, "Tháng 5,11", "Tháng 6,12", "late"),
    ("Báo cáo sơ kết công tác Mặt trận 6 tháng đầu năm", _TC, "", "Trước ngày 15/6", "steady"),
    ("Kế hoạch nâng cao chất lượng Trang cộng đồng của Mặt trận", _TG, "Tháng 5", "Tháng 7", "moved"),
    ("Kế hoạch thăm, tặng quà gia đình chính sách dịp 27/7", _PT, "Tháng 6", "Tháng 7", "steady"),
    ("Kế hoạch khảo sát mô hình tự quản ở khu dân cư", _PT, "Tháng 7", "Tháng 8 - 9", "late"),
    ("Kế hoạch tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm {y}", _PT, "Tháng 8", "Tháng 11", "steady"),
    ("Kế hoạch tháng cao điểm Vì người nghèo năm {y}", _PT, "Tháng 9", "Tháng 10-11", "steady"),
    ("Kế hoạch kiểm tra công tác Mặt trận năm {y}", _TC, "Tháng 9", "Tháng 10-11", "late"),
    ("Kế hoạch giao lưu nhân dân vùng biên giới", _TG, "Tháng 9", "Tháng 11", "stuck"),
    ("Tổng kết các chương trình phối hợp với cơ quan báo chí", _TG, "Tháng 10", "Tháng 12", "steady"),
    ("Chương trình giám sát, phản biện xã hội năm {n}", _DC, "Tháng 11", "Năm {n}", "steady"),
    ("Báo cáo tổng kết công tác Mặt trận năm {y}", _TC, "", "Trước ngày 15/12", "steady"),
    ("Chương trình công tác năm {n}", _TC, "Tháng 12", "Tháng 01/{n}", "steady"),
    ("Kế hoạch tổ chức Tết vì người nghèo năm {n}", _PT, "Tháng 01/{n}", "Quý I/{n}", "steady"),
    ("Báo cáo nhanh theo yêu cầu của Ban Thường trực", _TC, "", "Trước ngày {soon}", "running"),
    ("Tiếp nhận, xử lý đơn thư khiếu nại, tố cáo của công dân", _DC, "", "Thường xuyên", "undated"),
    ("Kế hoạch xây dựng phần mềm quản lý hội viên", _TC, "Theo kế hoạch", "Theo kế hoạch", "planned"),
    ("Kế hoạch biên soạn kỷ yếu công tác Mặt trận", _TG, "Theo kế hoạch", "Theo kế hoạch", "submitted"),
    ("Kế hoạch tọa đàm với doanh nghiệp, doanh nhân", _PT, "Theo kế hoạch", "Theo kế hoạch", "approved"),
    ("Kế hoạch tham quan, học tập kinh nghiệm ngoài tỉnh", _TC, "Theo kế hoạch", "Theo kế hoạch", "postponed"),
    ("Kế hoạch tổ chức giải thể thao khối Mặt trận", _PT, "Theo kế hoạch", "Theo kế hoạch", "cancelled"),
    ("Chương trình giao ban hằng quý với các tổ chức chính trị - xã hội", _TC, "", "Tháng 3,6,9,12", "steady"),
)

# Who co-operates, by the row's number: boards under their own names, one by a short name, and bodies outside.
COOPERATING = {
    2: _TC,
    5: f"{_TG}; Hội Chữ thập đỏ tỉnh Mẫu",
    6: f"{_PT}; Ban Tuyên giáo",
    9: f"{_TC}; {_TG}",
    12: "Ban Tuyên giáo; Sở Dân tộc tỉnh Mẫu",
    14: f"{_PT}; {_DC}; {_TG}",
    17: "Văn phòng",
    20: f"{_TG}; Ban Công tác Mặt trận các khu dân cư",
    21: _TC,
    24: "Sở Văn hóa tỉnh Mẫu",
    29: _DC,
    35: _TC,
}


def habits() -> dict[str, str]:
    """The habit of each row by its number."""
    return {str(nth): row[4] for nth, row in enumerate(ROWS, 1)}


def text(today: date) -> str:
    """The programme for the year of `today`, issued in December before it; one row falls due within a week."""
    soon = (today + timedelta(days=6)).strftime("%d/%m/%Y")
    places = {"y": today.year, "p": today.year - 1, "n": today.year + 1, "soon": soon}
    lines = [_HEADING.format(**places) + TABLE_HEAD]
    for nth, row in enumerate(ROWS, 1):
        title, board, submit, execute = (cell.format(**places) for cell in row[:4])
        lines.append("\t".join([str(nth), title, board, COOPERATING.get(nth, ""), submit, execute]))
    return "\n".join(lines) + "\n"
