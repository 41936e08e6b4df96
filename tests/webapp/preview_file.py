"""A hard plan document of our own: a programme's text, a table full of doubts, and a table that is no plan."""

from io import BytesIO

import docx

TEXT = (
    "CHƯƠNG TRÌNH",
    "CÔNG TÁC NĂM 2027",
    "I. MỤC TIÊU",
    "1. Mục tiêu chung",
    "Nâng cao chất lượng hoạt động của Ủy ban MTTQ các cấp.",
    "2. Chỉ tiêu",
    "- Phấn đấu trên 85% khu dân cư tổ chức Ngày hội Đại đoàn kết hằng năm.",
    "- Mỗi xã xây dựng ít nhất 02 mô hình tự quản đến năm 2027.",
    "II. NHIỆM VỤ",
    "1. Tuyên truyền",
    "- Tổ chức hội thi tìm hiểu pháp luật về dân chủ ở cơ sở (tháng 5/2027).",
    "- Phát động phong trào trồng cây (Quý I/2027).",
)
HEAD = ("Số TT", "Nội dung công việc", "Bộ phận tham mưu", "Phối hợp", "Trình", "Thực hiện")
ROWS = (
    ("1", "Kế hoạch tổ chức hội nghị tổng kết", "Ban Phong trào", "Hội Nông dân xã", "Tháng 01", "Tháng 3"),
    ("2", "Hội nghị Ủy ban hai kỳ", "Ban Dân chủ- Pháp luật", "", "Tháng 5,11", "Tháng 6,12"),
    ("3", "Kế hoạch kiểm tra", "Ban Kiểm tra", "", "Tháng 13", "Theo kế hoạch"),
    ("4", "Giám sát chuyên đề", "Ban Dân chủ- Pháp luật", "", "Tháng 2,5,8", "Tháng 3,9"),
    ("5", "Ngày hội Đại đoàn kết", "Ban Phong trào; Ban Kiểm tra", "Văn phòng và Hội Nông dân xã", "", "Tháng 11"),
    ("6", "Tọa đàm với người uy tín", "Ban Kiểm tra", "", "", "Tháng 4/10"),
    ("7", "Thăm các gia đình chính sách", "Ban Kiểm tra", "", "", "Tháng 4/10"),
    ("8", "Sơ kết phong trào", "Ban Phong trào", "", "", "Ngày 20"),
    ("9", "Gặp mặt cuối năm", "Ban Phong trào", "", "", "cuối giờ chiều"),
)


def hard_docx(head: tuple[str, ...] = HEAD) -> bytes:
    """The bytes of the Word document; another header makes its columns hard to recognise."""
    document = docx.Document()
    for text in TEXT:
        document.add_paragraph(text)
    _add_table(document, (head, *ROWS))
    document.add_paragraph("Danh sách liên hệ")
    _add_table(document, (("Chức vụ", "Điện thoại"), ("Chủ tịch", "000")))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add_table(document: docx.document.Document, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
