"""Plan documents of any number of rows, in the forms that offices send."""

import copy
import csv
from io import BytesIO, StringIO

import docx
import openpyxl

TITLE = "KẾ HOẠCH CÔNG TÁC NĂM 2026"
HEADER = ("STT", "Nội dung công việc", "Bộ phận tham mưu", "Trình", "Thực hiện")
WORK = "Kế hoạch tổ chức hội nghị tập huấn nghiệp vụ công tác Mặt trận và giám sát, phản biện xã hội lần thứ"
BOARDS = ("Ban Tổ chức - Văn phòng", "Ban Tuyên giáo - Phong trào", "Ban Dân chủ - Pháp luật")
TIMES = (("Tháng 01", "Tháng 3"), ("Tháng 5,11", "Tháng 6,12"), ("Quý II", "Theo kế hoạch"), ("Tháng 9", "Từ tháng 10"))


def rows_of(count: int) -> list[tuple[str, ...]]:
    return [(str(n), f"{WORK} {n}", BOARDS[n % len(BOARDS)], *TIMES[n % len(TIMES)]) for n in range(1, count + 1)]


def word(count: int) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=2, cols=len(HEADER))
    first = table.rows[1]._tr
    for cell, text in zip(table.rows[0].cells, HEADER, strict=True):
        cell.text = text
    for cell in table.rows[1].cells:
        cell.text = "-"
    for row in rows_of(count):
        line = copy.deepcopy(first)
        for place, text in zip((e for e in line.iter() if e.tag.endswith("}t")), row, strict=True):
            place.text = text
        table._tbl.append(line)
    table._tbl.remove(first)
    return _saved(document)


def workbook(count: int) -> bytes:
    book = openpyxl.Workbook()
    for row in ((TITLE,), HEADER, *rows_of(count)):
        book.active.append(row)
    return _saved(book)


def separated(count: int) -> bytes:
    stream = StringIO()
    csv.writer(stream).writerows([(TITLE,), HEADER, *rows_of(count)])
    return stream.getvalue().encode()


def text(count: int) -> bytes:
    """One cell a line, as a table that was copied as text."""
    lines = [TITLE, ""]
    for row in (HEADER, *rows_of(count)):
        lines += ["\t" + cell for cell in row] + [""]
    return "\n".join(lines).encode()


def pdf(count: int) -> bytes:
    import weasyprint  # takes long to load, and only this needs it

    style = "<style>table { border-collapse: collapse } td { border: 1px solid; font-size: 11px }</style>"
    body = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in (HEADER, *rows_of(count)))
    return bytes(weasyprint.HTML(string=f"{style}<p>{TITLE}<table>{body}</table>").write_pdf())


def _saved(made: object) -> bytes:
    stream = BytesIO()
    made.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


MAKERS = {"docx": word, "xlsx": workbook, "csv": separated, "txt": text, "pdf": pdf}
