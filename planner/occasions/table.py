"""The nation's and the Front's days that work programmes mark, each with what it rests on.

The great days: Decree 145/2013/NĐ-CP, article 4. The others: the law or decision that names the day, or the founding
that it recalls. An office adds its own (planner/models/office_day.py).
"""

from planner.language import N_
from planner.occasions.occasion import Occasion

GREAT_DAYS = "Nghị định 145/2013/NĐ-CP, Điều 4"
FRONT_LAW = "Luật Mặt trận Tổ quốc Việt Nam"

OCCASIONS = (
    Occasion("party", 3, 2, "nation", N_("Ngày thành lập Đảng Cộng sản Việt Nam"), 1930, GREAT_DAYS),
    Occasion("border-guard", 3, 3, "nation", N_("Ngày truyền thống Bộ đội Biên phòng – Ngày Biên phòng toàn dân"), 1959,
             "Luật Biên phòng Việt Nam 2020"),
    Occasion("women-day", 8, 3, "nation", N_("Ngày Quốc tế Phụ nữ")),
    Occasion("youth", 26, 3, "front", N_("Ngày thành lập Đoàn Thanh niên Cộng sản Hồ Chí Minh"), 1931),
    Occasion("reunification", 30, 4, "nation", N_("Ngày Giải phóng miền Nam, thống nhất đất nước"), 1975, GREAT_DAYS),
    Occasion("dien-bien-phu", 7, 5, "nation", N_("Ngày Chiến thắng Điện Biên Phủ"), 1954, GREAT_DAYS),
    Occasion("ho-chi-minh", 19, 5, "nation", N_("Ngày sinh Chủ tịch Hồ Chí Minh"), 1890, GREAT_DAYS),
    Occasion("family", 28, 6, "nation", N_("Ngày Gia đình Việt Nam"), 2001, "Quyết định 72/2001/QĐ-TTg"),
    Occasion("war-invalids", 27, 7, "nation", N_("Ngày Thương binh – Liệt sĩ"), 1947,
             "Pháp lệnh Ưu đãi người có công với cách mạng 2020"),
    Occasion("trade-unions", 28, 7, "front", N_("Ngày thành lập Công đoàn Việt Nam"), 1929),
    Occasion("august", 19, 8, "nation", N_("Ngày Cách mạng Tháng Tám"), 1945, GREAT_DAYS),
    Occasion("national-day", 2, 9, "nation", N_("Ngày Quốc khánh"), 1945, GREAT_DAYS),
    Occasion("digital", 10, 10, "nation", N_("Ngày Chuyển đổi số quốc gia"), 2022, "Quyết định 505/QĐ-TTg năm 2022"),
    Occasion("farmers", 14, 10, "front", N_("Ngày thành lập Hội Nông dân Việt Nam"), 1930),
    Occasion("mass-mobilisation", 15, 10, "front", N_("Ngày truyền thống công tác dân vận của Đảng"), 1930),
    Occasion("for-the-poor", 17, 10, "front",
             N_("Ngày vì người nghèo – bắt đầu Tháng cao điểm “Vì người nghèo” (đến 18/11)"), 2000),
    Occasion("women", 20, 10, "front", N_("Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam"), 1930),
    Occasion("law", 9, 11, "nation", N_("Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam"), 2013,
             "Luật Phổ biến, giáo dục pháp luật 2012, Điều 8"),
    Occasion("front", 18, 11, "front",
             N_("Ngày truyền thống Mặt trận Tổ quốc Việt Nam – Ngày hội Đại đoàn kết toàn dân tộc"), 1930, FRONT_LAW),
    Occasion("teachers", 20, 11, "nation", N_("Ngày Nhà giáo Việt Nam"), 1982, "Quyết định 167-HĐBT năm 1982"),
    Occasion("veterans", 6, 12, "front", N_("Ngày thành lập Hội Cựu chiến binh Việt Nam"), 1989),
    Occasion("liberation-front", 20, 12, "front",
             N_("Ngày thành lập Mặt trận Dân tộc Giải phóng miền Nam Việt Nam"), 1960),
    Occasion("army", 22, 12, "nation",
             N_("Ngày thành lập Quân đội nhân dân Việt Nam – Ngày hội Quốc phòng toàn dân"), 1944),
    Occasion("mid-autumn", 15, 8, "nation", N_("Tết Trung thu"), lunar=True),
)  # fmt: skip
