"""A small plan document of our own, and a client's way to send it."""

from io import BytesIO

import docx
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

HX = {"HX-Request": "true"}
ROWS = (
    ("Số TT", "Nội dung công việc", "Bộ phận tham mưu", "Trình", "Thực hiện"),
    ("1", "Kế hoạch tổ chức hội nghị tổng kết", "Ban Phong trào", "Tháng 01", "Tháng 3"),
    ("2", "Hội nghị Ủy ban hai kỳ", "Ban Dân chủ- Pháp luật", "Tháng 5,11", "Tháng 6,12"),
    ("3", "Kế hoạch kiểm tra", "Ban Kiểm tra", "Tháng 13", "Theo kế hoạch"),
)


def plan_docx(year: int = 2027, rows: tuple[tuple[str, ...], ...] = ROWS) -> bytes:
    """The bytes of a Word document with a heading and one plan table."""
    document = docx.Document()
    document.add_paragraph("CHƯƠNG TRÌNH")
    document.add_paragraph(f"CÔNG TÁC NĂM {year}")
    table = document.add_table(rows=0, cols=5)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def send(client: FlaskClient, content: bytes, name: str = "chuong-trinh.docx", **fields: str) -> TestResponse:
    """Uploads a document as htmx does."""
    data = {"file": (BytesIO(content), name), **fields}
    return client.post("/uploads", data=data, content_type="multipart/form-data", headers=HX)
