"""The columns of a written plan, and how wide they are on a sheet of A4 that lies on its side."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WrittenColumn:
    """`width` is in millimetres; `centred` for figures and days."""

    header: str
    width: int
    centred: bool = False


# The headers beside say "kết quả", "tình trạng" or "ghi chú": no reader takes their days for the plan's times.
COLUMNS = (
    WrittenColumn("Số TT", 10, True),
    WrittenColumn("Nội dung công việc", 60),
    WrittenColumn("Bộ phận tham mưu", 24),
    WrittenColumn("Phối hợp", 24),
    WrittenColumn("Trình", 18, True),
    WrittenColumn("Thực hiện", 20, True),
    WrittenColumn("Trạng thái", 19, True),
    WrittenColumn("Tình trạng", 20, True),
    WrittenColumn("Hạn hiện nay (ghi chú)", 24),
    WrittenColumn("Kết quả trình (số, ngày)", 20),
    WrittenColumn("Kết quả: ngày xong", 18, True),
    WrittenColumn("Kết quả thực hiện", 20),
)
MARGIN = 10  # millimetres on each side of 297
